#include "actions/action_rows_store.hpp"
#include "actions/occurrence.hpp"
#include "actions/queries.hpp"
#include "actions/store.hpp"
#include "people/normalise.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>

namespace toguna::actions {

namespace {

std::string_view name_of(Responsible::Kind kind)
{
    switch (kind) {
    case Responsible::Kind::Person: return "person";
    case Responsible::Kind::Organization: return "organization";
    case Responsible::Kind::Body: return "body";
    case Responsible::Kind::Unit: return "unit";
    }
    return "unit";
}

std::string search_text_of(ActionPoint const& action)
{
    std::string words = action.text + " " + action.reference;
    for (auto const& responsible : action.responsible)
        words += " " + responsible.name;
    return people::search_text(words);
}

/// What the journal keeps: states and dates. Names of persons stay out, so that erasing a person breaks no chain.
std::string journal_state(ActionPoint const& action)
{
    return boost::json::serialize(boost::json::object {
        { "reference", action.reference },
        { "text", action.text },
        { "due", fmt::format("{}:{}", kind_of(action.due), value_of(action.due)) },
        { "status", actions::name_of(action.status) },
        { "postponements", action.postponements },
        { "version", action.version },
    });
}

Result<void> check(ActionPoint const& action)
{
    Error error { ErrorKind::Invalid, tr("The action cannot be recorded as it stands."), {}, {} };
    if (action.text.empty())
        error.fields.push_back({ "text", tr("Say what is to be done; begin with a verb.") });
    if (action.text.size() > 4000)
        error.fields.push_back({ "text", tr("An action holds 4,000 characters at most. Put the rest into a comment.") });
    if ((action.status == Status::Blocked || action.status == Status::Abandoned) && action.status_reason.empty())
        error.fields.push_back({ "status_reason", tr("Say why: people who read the plan must know what it waits for.") });
    if (action.status == Status::Closed && action.closing_note.empty())
        error.fields.push_back({ "closing_note", tr("Closing an action needs a note: what was done, where is the proof.") });
    if (action.progress && (*action.progress < 0 || *action.progress > 100))
        error.fields.push_back({ "progress", tr("Progress lies between 0 and 100.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return {};
}

Result<void> link_gaps(db::Transaction& tx, ActionPoint const& action)
{
    for (auto const& gap : action.gaps)
        TRY(tx.execute(sql::link_gap, { { "gap", gap }, { "action", action.id } }));
    return {};
}

Result<void> insert_responsible(db::Transaction& tx, ActionPoint const& action)
{
    int position = 0;
    for (auto const& responsible : action.responsible)
        TRY(tx.execute(sql::insert_responsible, { { "action", action.id }, { "position", position++ }, { "kind", name_of(responsible.kind) },
            { "actor", responsible.id }, { "name", responsible.name } }));
    return {};
}

Result<void> insert_member_states(db::Transaction& tx, ActionPoint const& action, Instant now)
{
    for (auto const& state : action.member_states)
        TRY(tx.execute(sql::save_member_state, { { "action", action.id }, { "organization", state.organization },
            { "status", actions::name_of(state.status) }, { "note", state.note }, { "now", now } }));
    return {};
}

/// The year of the plan, or of the day for an action without one.
Result<int> year_of(db::Reader const& db, ActionPoint const& action, Act const& act)
{
    if (action.plan)
        return TRY(find_plan_summary(db, *action.plan)).year;
    return act.now.utc_date().year();
}

/// The periods that the due asks for, beside those that are there.
Result<void> insert_occurrences(db::Transaction& tx, ActionPoint const& action, Act const& act)
{
    if (!std::holds_alternative<Recurring>(action.due) && !std::holds_alternative<Continuous>(action.due))
        return {};
    for (auto const& period : expected_periods(action.due, TRY(year_of(tx, action, act))))
        TRY(tx.execute(sql::insert_occurrence, { { "id", new_id<OccurrenceTag>(act.now, act.chance) }, { "action", action.id },
            { "period_start", period.start }, { "period_end", period.end } }));
    return {};
}

/// Brings what hangs on an action in line with it; what was said of a period stays.
Result<void> replace_parts(db::Transaction& tx, ActionPoint const& before, ActionPoint const& after, Act const& act)
{
    TRY(tx.execute(sql::unlink_action, { { "action", after.id } }));
    TRY(link_gaps(tx, after));
    if (before.responsible != after.responsible) {
        TRY(tx.execute(sql::delete_responsible, { { "action", after.id } }));
        TRY(insert_responsible(tx, after));
    }
    TRY(tx.execute(sql::delete_member_states, { { "action", after.id } }));
    TRY(insert_member_states(tx, after, act.now));
    if (before.due != after.due) {
        TRY(tx.execute(sql::delete_unsaid_occurrences, { { "action", after.id } }));
        TRY(insert_occurrences(tx, after, act));
    }
    return {};
}

/// « NUT-2025- »: the acronym of the body and the year of the plan, or of the day.
Result<std::string> next_reference(db::Transaction& tx, ActionPoint const& action, Act const& act)
{
    auto const code = TRY(tx.first(sql::body_code, { { "body", action.body } }, [](db::Row const& row) { return row.string(0); }));
    auto const prefix = fmt::format("{}-{}-", code.value_or("ACT"), TRY(year_of(tx, action, act)));
    auto const last = TRY(tx.number(sql::last_reference, { { "body", action.body }, { "prefix", prefix } }));
    return fmt::format("{}{:03}", prefix, last + 1);
}

Result<void> record_change(db::Transaction& tx, ActionPoint const& action, std::string const& note, bool removed, Act const& act)
{
    TRY(tx.execute(sql::insert_change, { { "id", new_id<struct ChangeTag>(act.now, act.chance) }, { "action", action.id }, { "now", act.now },
        { "person", act.actor.person }, { "author", act.actor.name }, { "note", note }, { "removed", removed } }));
    return {};
}

tl::unexpected<Error> no_such_action() { return fail(ErrorKind::NotFound, tr("This action does not exist any more.")); }

tl::unexpected<Error> changed_meanwhile()
{
    return fail(ErrorKind::Conflict, tr("Somebody changed this action while you were writing. Compare the two versions and choose."));
}

} // namespace

Result<ActionPoint> insert_action(db::Transaction& tx, ActionPoint action, Source const& source, Act const& act)
{
    action.reference = TRY(next_reference(tx, action, act));
    return insert_numbered_action(tx, std::move(action), source, act);
}

Result<ActionPoint> insert_numbered_action(db::Transaction& tx, ActionPoint action, Source const& source, Act const& act)
{
    TRY(check(action));
    if (action.id.text().empty())
        action.id = new_id<ActionTag>(act.now, act.chance);
    action.version = 1;
    auto const deadline = deadline_of(action.due);
    if (!action.first_deadline)
        action.first_deadline = deadline;
    TRY(tx.execute(sql::insert_action, { { "id", action.id }, { "body", action.body }, { "plan", action.plan }, { "section", action.section },
        { "source_kind", source.kind }, { "source", source.id.empty() ? db::Value(std::nullopt) : db::Value(source.id) },
        { "reference", action.reference }, { "text", action.text }, { "search_text", search_text_of(action) },
        { "due_kind", kind_of(action.due) }, { "due_value", value_of(action.due) }, { "due_text", action.due_text }, { "deadline", deadline },
        { "first_deadline", action.first_deadline }, { "postponements", action.postponements },
        { "priority", action.priority == Priority::High ? "high" : "normal" }, { "status", actions::name_of(action.status) },
        { "status_reason", action.status_reason }, { "closing_note", action.closing_note }, { "closed_on", action.closed_on },
        { "progress", action.progress }, { "carried_from", action.carried_from }, { "author", act.actor.person }, { "now", act.now } }));
    TRY(link_gaps(tx, action));
    TRY(insert_responsible(tx, action));
    TRY(insert_member_states(tx, action, act.now));
    TRY(insert_occurrences(tx, action, act));
    TRY(record_change(tx, action, {}, false, act));
    TRY(journal::record_event(tx, act.actor, { .kind = "actions.action_added", .object = action.id.text(), .body = action.body.text(), .after = journal_state(action) },
        act.now, act.chance));
    return action;
}

Result<std::int64_t> update_action(db::Transaction& tx, ActionPoint const& action, std::int64_t read_version, std::string const& note, Act const& act)
{
    TRY(check(action));
    auto const before = TRY(find_action(tx, action.id));
    if (before.version != read_version)
        return changed_meanwhile();
    TRY(tx.execute(sql::update_action, { { "id", action.id }, { "version", read_version }, { "section", action.section }, { "text", action.text },
        { "search_text", search_text_of(action) }, { "due_kind", kind_of(action.due) }, { "due_value", value_of(action.due) },
        { "due_text", action.due_text }, { "deadline", deadline_of(action.due) }, { "first_deadline", action.first_deadline },
        { "postponements", action.postponements }, { "priority", action.priority == Priority::High ? "high" : "normal" },
        { "status", actions::name_of(action.status) }, { "status_reason", action.status_reason }, { "closing_note", action.closing_note },
        { "closed_on", action.closed_on }, { "progress", action.progress }, { "now", act.now } }));
    TRY(replace_parts(tx, before, action, act));
    auto after = action;
    after.version = read_version + 1;
    TRY(record_change(tx, after, note, false, act));
    TRY(journal::record_event(tx, act.actor, { .kind = "actions.action_changed", .object = action.id.text(), .body = action.body.text(),
        .before = journal_state(before), .after = journal_state(after) }, act.now, act.chance));
    return after.version;
}

Result<void> remove_action(db::Transaction& tx, ActionId const& id, Act const& act)
{
    auto const action = TRY(find_action(tx, id));
    TRY(tx.execute(sql::remove_action, { { "action", id }, { "now", act.now } }));
    TRY(record_change(tx, action, {}, true, act));
    TRY(journal::record_event(tx, act.actor, { .kind = "actions.action_removed", .object = id.text(), .body = action.body.text(), .before = journal_state(action) },
        act.now, act.chance));
    return {};
}

Result<ActionPoint> find_action(db::Reader const& db, ActionId const& id)
{
    auto found = TRY(find_actions(db, { id }));
    if (found.empty())
        return no_such_action();
    return std::move(found.front());
}

Result<std::vector<ActionPoint>> find_actions(db::Reader const& db, std::vector<ActionId> const& ids)
{
    std::vector<ActionPoint> actions;
    for (auto const& id : ids) {
        auto found = TRY(db.all(sql::one_action, { { "action", id } }, read_action_row));
        TRY(attach(db, { &sql::one_gap_links, sql::one_responsible, sql::one_member_states, sql::one_occurrences }, { { "action", id } }, {}, found));
        std::move(found.begin(), found.end(), std::back_inserter(actions));
    }
    return actions;
}

Result<void> record_occurrence(db::Transaction& tx, ActionId const& id, OccurrenceId const& occurrence, std::optional<bool> done, std::string const& evidence, Act const& act)
{
    auto const action = TRY(find_action(tx, id));
    if (TRY(tx.execute(sql::record_occurrence, { { "occurrence", occurrence }, { "action", id }, { "done", done }, { "evidence", evidence }, { "now", act.now } })) == 0)
        return fail(ErrorKind::NotFound, tr("This action has no such period any more."));
    auto const said = boost::json::serialize(boost::json::object { { "occurrence", occurrence.text() }, { "done", done ? boost::json::value(*done) : boost::json::value() }, { "evidence", evidence } });
    TRY(journal::record_event(tx, act.actor, { .kind = "actions.occurrence_recorded", .object = id.text(), .body = action.body.text(), .after = said }, act.now, act.chance));
    return {};
}

Result<void> insert_comment(db::Transaction& tx, ActionId const& id, std::string const& text, Act const& act)
{
    if (text.empty())
        return fail(Error { ErrorKind::Invalid, tr("The comment is empty."), { { "comment", tr("Write your comment.") } } });
    auto const action = TRY(find_action(tx, id));
    TRY(tx.execute(sql::insert_comment, { { "id", new_id<struct CommentTag>(act.now, act.chance) }, { "action", id }, { "now", act.now },
        { "person", act.actor.person }, { "author", act.actor.name }, { "text", text } }));
    TRY(journal::record_event(tx, act.actor, { .kind = "actions.commented", .object = id.text(), .body = action.body.text() }, act.now, act.chance));
    return {};
}

Result<std::vector<HistoryLine>> history_of(db::Reader const& db, ActionId const& id)
{
    auto lines = TRY(db.all(sql::history_changes, { { "action", id } }, [](db::Row const& row) {
        return HistoryLine { row.instant(0), row.string(1), row.string(2), false, row.integer(3), row.string(4), due_from(row.text(5), row.text(6)).value(),
            status_from(row.text(7)).value(), row.string(8), static_cast<int>(row.integer(9)) };
    }));
    auto comments = TRY(db.all(sql::history_comments, { { "action", id } }, [](db::Row const& row) {
        HistoryLine line;
        line.at = row.instant(0);
        line.author = row.string(1);
        line.note = row.string(2);
        line.is_comment = true;
        return line;
    }));
    std::move(comments.begin(), comments.end(), std::back_inserter(lines));
    std::stable_sort(lines.begin(), lines.end(), [](auto const& left, auto const& right) { return left.at > right.at; });
    return lines;
}

} // namespace toguna::actions
