#include "actions/action_rows_store.hpp"
#include "actions/queries.hpp"
#include "actions/register_store.hpp"
#include "actions/store.hpp"
#include "bodies/store.hpp"
#include "people/person_store.hpp"
#include "people/search_patterns.hpp"

#include <limits>

namespace toguna::actions {

namespace {

/// Ids joined by a comma: the queries look for one of them in the text, which is what both engines understand.
template<class IdType>
std::string joined(std::vector<IdType> const& ids)
{
    std::string text;
    for (auto const& id : ids)
        text += id.text() + ",";
    return text;
}

/// The person, the organizations they belong to today and the bodies those belong to: whose actions are « mes actions ».
Result<std::string> actors_of(db::Reader const& db, std::string const& person, Date today)
{
    if (person.empty())
        return std::string();
    auto const id = people::PersonId::trusted(person);
    std::string actors = person + ",";
    for (auto const& affiliation : TRY(people::find_person(db, id)).affiliations)
        if (affiliation.period.contains(today))
            actors += affiliation.organization.text() + ",";
    for (auto const& body : TRY(bodies::bodies_of_person(db, id, today)))
        actors += body.id.text() + ",";
    return actors;
}

} // namespace

Result<std::vector<ActionPoint>> list_register(db::Reader const& db, RegisterFilter const& filter, Date today, int limit, int offset)
{
    auto const bodies = filter.bodies ? joined(*filter.bodies) : std::string();
    auto const actors = TRY(actors_of(db, filter.person, today));
    auto const [first, second, third] = people::search_patterns(filter.words);
    auto const last = limit == 0 ? std::numeric_limits<std::int32_t>::max() : limit;
    auto const status = filter.status ? name_of(*filter.status) : std::string_view();
    std::vector<db::Parameter> parameters {
        { "all_bodies", filter.bodies ? 0 : 1 }, { "bodies", bodies }, { "body", filter.body }, { "plan", filter.plan },
        { "core_function", filter.core_function }, { "first", first }, { "second", second }, { "third", third }, { "status", status }, { "open_only", int { filter.open_only } },
        { "late_only", int { filter.late_only } }, { "without_due", int { filter.without_due } },
        { "without_responsible", int { filter.without_responsible } }, { "responsible", filter.responsible }, { "actors", actors },
        { "today", today }, { "limit", last }, { "offset", offset },
    };
    if (filter.as_of)
        parameters.push_back({ "as_of", *filter.as_of });
    auto actions = TRY(db.all(filter.as_of ? sql::register_actions_as_of : sql::register_actions, parameters, read_action_row));
    if (filter.as_of)
        TRY(attach(db, { nullptr, sql::register_responsible_as_of, sql::register_member_states_as_of, sql::register_occurrences_as_of }, parameters, filter.as_of, actions));
    else
        TRY(attach(db, { nullptr, sql::register_responsible, sql::register_member_states, sql::register_occurrences }, parameters, {}, actions));
    return actions;
}

Result<std::vector<PlanSummary>> plan_choices(db::Reader const& db, std::optional<std::vector<bodies::BodyId>> const& bodies)
{
    return db.all(sql::plan_choices, { { "all_bodies", bodies ? 0 : 1 }, { "bodies", bodies ? joined(*bodies) : std::string() } }, [](db::Row const& row) {
        return PlanSummary { row.id<PlanId>(0), row.id<bodies::BodyId>(1), static_cast<int>(row.integer(2)), row.string(3), row.integer(4) };
    });
}

Result<std::vector<ActionPoint>> list_open_actions(db::Reader const& db, Date today)
{
    RegisterFilter filter;
    filter.bodies = std::nullopt;
    filter.open_only = true;
    return list_register(db, filter, today, 0, 0);
}

} // namespace toguna::actions
