#include "actions/action_rows_store.hpp"

#include <unordered_map>

namespace toguna::actions {

namespace {

Responsible::Kind responsible_kind(std::string_view name)
{
    if (name == "person")
        return Responsible::Kind::Person;
    if (name == "organization")
        return Responsible::Kind::Organization;
    if (name == "body")
        return Responsible::Kind::Body;
    return Responsible::Kind::Unit;
}

/// Our own rows hold only words we wrote; anything else is a bug and throws.
template<class T>
T known(std::optional<T> value) { return value.value(); }

} // namespace

ActionPoint read_action_row(db::Row const& row)
{
    return {
        .id = row.id<ActionId>(0),
        .body = row.id<bodies::BodyId>(1),
        .plan = row.optional_id<PlanId>(2),
        .section = row.optional_id<SectionId>(3),
        .reference = row.string(4),
        .text = row.string(5),
        .gaps = {},
        .due = known(due_from(row.text(6), row.text(7))),
        .due_text = row.string(8),
        .first_deadline = row.optional_date(9),
        .postponements = static_cast<int>(row.integer(10)),
        .priority = row.text(11) == "high" ? Priority::High : Priority::Normal,
        .status = known(status_from(row.text(12))),
        .status_reason = row.string(13),
        .closing_note = row.string(14),
        .closed_on = row.optional_date(15),
        .progress = row.is_null(16) ? std::nullopt : std::optional(static_cast<int>(row.integer(16))),
        .responsible = {},
        .member_states = {},
        .occurrences = {},
        .carried_from = row.optional_id<ActionId>(17),
        .version = row.integer(18),
    };
}

Result<void> attach(db::Reader const& db, AttachedQueries const& queries, db::Parameters parameters, std::optional<Instant> as_of, std::vector<ActionPoint>& actions)
{
    std::unordered_map<std::string, ActionPoint*> by_id;
    for (auto& action : actions)
        by_id.emplace(action.id.text(), &action);
    // The first column of each of these queries is the action.
    auto const with_action = [&](auto const& hang) {
        return [&by_id, hang](db::Row const& row) {
            if (auto const found = by_id.find(row.string(0)); found != by_id.end())
                hang(*found->second, row);
        };
    };

    if (queries.gap_links)
        TRY(db.each(*queries.gap_links, parameters, with_action([](ActionPoint& action, db::Row const& row) {
            action.gaps.push_back(row.id<GapId>(1));
        })));
    TRY(db.each(queries.responsible, parameters, with_action([](ActionPoint& action, db::Row const& row) {
        action.responsible.push_back({ responsible_kind(row.text(1)), row.string(2), row.string(3) });
    })));
    TRY(db.each(queries.member_states, parameters, with_action([](ActionPoint& action, db::Row const& row) {
        action.member_states.push_back({ row.id<people::OrganizationId>(1), row.string(2), known(status_from(row.text(3))), row.string(4) });
    })));
    TRY(db.each(queries.occurrences, parameters, with_action([&](ActionPoint& action, db::Row const& row) {
        auto const said_at = row.optional_instant(6);
        bool const said = !row.is_null(4) && (!as_of || (said_at && *said_at <= *as_of));
        action.occurrences.push_back({ row.id<OccurrenceId>(1), row.date(2), row.date(3), said ? std::optional(row.boolean(4)) : std::nullopt,
            said ? row.string(5) : std::string() });
    })));
    return {};
}

} // namespace toguna::actions
