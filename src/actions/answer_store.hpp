#pragma once
/// An answer by link becomes a state, a line of the action's story and a fact of the journal.

#include "actions/answer.hpp"
#include "actions/recipients.hpp"
#include "actions/store.hpp"

namespace toguna::actions {

/// Everything an answer changes, in the caller's transaction. `action` is what the person saw: Conflict when it has changed
/// since. For a collective action it is the state of the member organization for which the person speaks. « Fait » of a
/// recurring action is said of its period; where a whole body carries it, it is kept as a comment with `words`, because one
/// member cannot answer for the period of all. Refusals are those of `advance`.
Result<void> record_answer(db::Transaction& tx, ActionPoint const& action, GivenAnswer const& given, people::PersonId const& person, Roster const& roster, Date today,
    std::string const& words, Act const& act);

/// Open actions for which this person can still answer, the soonest deadline first.
Result<std::vector<ActionPoint>> list_answerable(db::Reader const& db, people::PersonId const& person, Roster const& roster, Date today);

} // namespace toguna::actions
