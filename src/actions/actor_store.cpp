#include "actions/actor_store.hpp"

#include "actions/queries.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/store.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"

#include <algorithm>
#include <limits>

namespace toguna::actions {

namespace {

Result<std::vector<KnownBody>> known_bodies(db::Reader const& db, bodies::BodyId const& own, web::Localization const& language)
{
    std::vector<KnownBody> known;
    for (auto const& body : TRY(bodies::list_bodies(db, { .limit = std::numeric_limits<std::int32_t>::max() }))) {
        KnownBody one { body.id, body.name, body.acronym, language(tr("Members of {body}", { { "body", body.short_name() } })) };
        known.insert(body.id == own ? known.begin() : known.end(), std::move(one));
    }
    return known;
}

} // namespace

Result<KnownActors> known_actors(db::Reader const& db, bodies::BodyId const& body, web::Localization const& language)
{
    KnownActors actors;
    for (auto const& person : TRY(people::person_choices(db)))
        actors.persons.push_back({ Responsible::Kind::Person, person.id.text(), person.full_name });
    for (auto const& organization : TRY(people::organization_choices(db)))
        actors.organizations.push_back({ Responsible::Kind::Organization, organization.id.text(), organization.short_name() });
    actors.person_names = TRY(people::person_names(db));
    actors.organization_names = TRY(people::organization_names(db));
    actors.bodies = TRY(known_bodies(db, body, language));
    actors.units = TRY(db.all(sql::units_of_body, { { "body", body } }, [](db::Row const& row) { return row.string(0); }));
    return actors;
}

Result<void> expand_members(db::Reader const& db, ActionPoint& action, Date today)
{
    std::vector<Member> members;
    bool is_collective = false;
    for (auto const& responsible : action.responsible) {
        if (responsible.kind != Responsible::Kind::Body)
            continue;
        is_collective = true;
        for (auto const& organization : TRY(bodies::member_organizations(db, bodies::BodyId::trusted(responsible.id), today)))
            members.push_back({ organization.id, organization.name });
    }
    action.member_states = is_collective ? states_of_members(std::move(action.member_states), members) : std::vector<MemberState> {};
    return {};
}

Result<std::vector<Responsible>> responsible_choices(db::Reader const& db, std::optional<std::vector<bodies::BodyId>> const& bodies)
{
    std::string ids;
    for (auto const& body : bodies.value_or(std::vector<bodies::BodyId> {}))
        ids += body.text() + ",";
    return db.all(sql::responsible_choices, { { "all_bodies", bodies ? 0 : 1 }, { "bodies", ids } },
        [](db::Row const& row) { return Responsible { Responsible::Kind::Unit, row.string(0), row.string(1) }; });
}

Result<std::optional<people::PersonId>> author_of(db::Reader const& db, ActionId const& action)
{
    auto const author = TRY(db.first(sql::action_author, { { "action", action } }, [](db::Row const& row) { return row.string(0); }));
    return author ? people::PersonId::parse(*author) : std::nullopt;
}

} // namespace toguna::actions
