#include "actions/progress_store.hpp"

#include <array>

namespace toguna::actions {

namespace {

constexpr std::array<std::string_view, std::variant_size_v<Progress>> progress_events { "actions.reported_started", "actions.reported_done", "actions.reported_blocked",
    "actions.deadline_moved", "actions.action_closed", "actions.action_sent_back", "actions.action_abandoned", "actions.action_reopened" };

} // namespace

std::string_view event_of(Progress const& progress) { return progress_events[progress.index()]; }

std::string words_of_progress(Progress const& progress)
{
    return std::visit([](auto const& said) -> std::string {
        if constexpr (requires { said.note; })
            return said.note;
        else if constexpr (requires { said.reason; })
            return said.reason;
        else
            return {};
    }, progress);
}

Result<ActionPoint> record_progress(db::Transaction& tx, ActionPoint const& action, Progress const& progress, ProgressSetting const& setting, Act const& act)
{
    auto advanced = TRY(advance(action, progress, setting));
    advanced.version = TRY(update_action(tx, advanced, action.version, words_of_progress(progress), act));
    TRY(journal::record_event(tx, act.actor, { .kind = std::string(event_of(progress)), .object = action.id.text(), .body = action.body.text() }, act.now, act.chance));
    return advanced;
}

} // namespace toguna::actions
