#pragma once
/// One step of an action, decided by the rules and written with its fact.

#include "actions/progress.hpp"
#include "actions/store.hpp"

namespace toguna::actions {

/// "actions.reported_done", "actions.reported_blocked" …: what others react to.
std::string_view event_of(Progress const& progress);

/// What was said with it: the note or the reason.
std::string words_of_progress(Progress const& progress);

/// Decides by `advance` and writes the outcome, the store's own fact and that of the step. `action` is as stored in `tx`.
Result<ActionPoint> record_progress(db::Transaction& tx, ActionPoint const& action, Progress const& progress, ProgressSetting const& setting, Act const& act);

} // namespace toguna::actions
