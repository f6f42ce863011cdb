#include "actions/action_access_store.hpp"

#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "people/person_store.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

/// The ids under which somebody may be responsible that day: their own, and those of their organizations.
struct Identities {
    people::PersonId person;
    std::vector<people::OrganizationId> organizations = {};
};

Result<std::optional<Identities>> identities_of(db::Reader const& db, web::Context const& context)
{
    auto const person = context.visitor ? people::PersonId::parse(context.visitor->person) : std::nullopt;
    if (!person)
        return std::optional<Identities> {};
    Identities identities { *person };
    for (auto const& affiliation : TRY(people::find_person(db, *person)).affiliations)
        if (affiliation.period.contains(context.today()))
            identities.organizations.push_back(affiliation.organization);
    return std::optional(std::move(identities));
}

bool belongs_to(Identities const& identities, std::string_view organization)
{
    return std::any_of(identities.organizations.begin(), identities.organizations.end(), [&](auto const& one) { return one.text() == organization; });
}

/// The organization of theirs that owes a part of a collective action.
std::optional<people::OrganizationId> member_organization(Identities const& identities, ActionPoint const& action)
{
    for (auto const& state : action.member_states)
        if (belongs_to(identities, state.organization.text()))
            return state.organization;
    return {};
}

bool answers_for(Identities const& identities, ActionPoint const& action)
{
    return std::any_of(action.responsible.begin(), action.responsible.end(), [&](auto const& one) {
        if (one.kind == Responsible::Kind::Person)
            return one.id == identities.person.text();
        return one.kind == Responsible::Kind::Organization && belongs_to(identities, one.id);
    });
}

} // namespace

Result<std::string> body_of_action_in_path(db::Reader const& db, web::Request const& request)
{
    return TRY(find_action(db, TRY(request.id<ActionId>("action")))).body.text();
}

Result<ProgressActor> progress_actor(db::Reader const& db, web::Context const& context, ActionPoint const& action)
{
    ProgressActor actor;
    auto const identities = TRY(identities_of(db, context));
    if (identities) {
        actor.person = identities->person;
        actor.organization = member_organization(*identities, action);
        if (actor.organization || answers_for(*identities, action))
            actor.role = ProgressRole::Owner;
    }
    if (context.may(db, bodies::confirm_action, action.body.text()))
        actor.role = ProgressRole::Coordinator;
    return actor;
}

Result<void> require_sight(db::Reader const& db, web::Context const& context, ActionPoint const& action)
{
    auto sight = context.require(db, bodies::view_body, action.body.text());
    if (!sight && sight.error().kind == ErrorKind::Forbidden && TRY(progress_actor(db, context, action)).role == ProgressRole::Owner)
        return {};
    return sight;
}

} // namespace toguna::actions
