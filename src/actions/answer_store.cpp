#include "actions/answer_store.hpp"

#include "actions/occurrence.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::actions {

namespace {

Result<void> record_period(db::Transaction& tx, ActionPoint const& action, GivenAnswer const& given, Date today, std::string const& words, Act const& act)
{
    auto const current = TRY(find_action(tx, action.id));
    auto const occurrence = occurrence_to_report(current.occurrences, today);
    if (!occurrence)
        return fail(ErrorKind::Conflict, tr("Somebody has already answered for this period. There is nothing more to do."));
    if (!action.member_states.empty())
        return insert_comment(tx, action.id, words, act);
    return record_occurrence(tx, action.id, occurrence->id, true, given.note, act);
}

Result<void> record_state(db::Transaction& tx, ActionPoint const& action, GivenAnswer const& given, ProgressSetting const& setting, Act const& act)
{
    auto const after = TRY(advance(action, progress_of(given), setting));
    TRY(update_action(tx, after, action.version, given.note, act));
    return {};
}

} // namespace

Result<void> record_answer(db::Transaction& tx, ActionPoint const& action, GivenAnswer const& given, people::PersonId const& person, Roster const& roster, Date today,
    std::string const& words, Act const& act)
{
    auto const offered = offered_answers(action);
    if (given.answer == Answer::Moved && is_open(action.status) && std::find(offered.begin(), offered.end(), Answer::Moved) == offered.end())
        return fail(ErrorKind::Forbidden, tr("The date of this action is not yours alone to move. Say what holds you back: the coordination reads it."));
    auto const organization = roster.speaks_for(person, action);
    if (concerns_period(action, given.answer) && is_open(action.status))
        TRY(record_period(tx, action, given, today, words, act));
    else
        TRY(record_state(tx, action, given, { today, { ProgressRole::Owner, person, organization }, {} }, act));
    auto const facts = boost::json::serialize(boost::json::object { { "reference", action.reference }, { "answer", name_of(given.answer) },
        { "organization", organization ? organization->text() : std::string() } });
    TRY(journal::record_event(tx, act.actor, { .kind = std::string(event_of(given.answer)), .object = action.id.text(), .body = action.body.text(), .after = facts },
        act.now, act.chance));
    return {};
}

Result<std::vector<ActionPoint>> list_answerable(db::Reader const& db, people::PersonId const& person, Roster const& roster, Date today)
{
    RegisterFilter filter;
    filter.bodies = std::nullopt;
    filter.person = person.text();
    filter.open_only = true;
    auto actions = TRY(list_register(db, filter, today, 0, 0));
    std::erase_if(actions, [&](ActionPoint const& action) {
        auto const people = roster.recipients_of(action);
        return action.status == Status::DoneToConfirm || std::find(people.begin(), people.end(), person) == people.end();
    });
    return actions;
}

} // namespace toguna::actions
