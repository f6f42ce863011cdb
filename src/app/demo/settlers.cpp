#include "app/demo/settlers.hpp"

#include "accounts/store.hpp"
#include "app/demo/body_story.hpp"
#include "app/demo/country.hpp"
#include "bodies/commitment_store.hpp"
#include "bodies/engagement_store.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/store.hpp"
#include "geography/store.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "web/localization.hpp"

namespace toguna::app::demo {

namespace {

/// Two years ago: when the first of them arrived.
constexpr int days_of_history = 720;

Result<void> settle_organizations(db::Transaction& tx, Settlers& settlers, Instant now, Chance& chance)
{
    for (auto const& demo : organizations()) {
        people::Organization organization { new_id<people::OrganizationTag>(now, chance), std::string(demo.name), std::string(demo.acronym), demo.type };
        if (demo.type == people::OrganizationType::NationalNgo || demo.type == people::OrganizationType::NationalAuthority)
            organization.country = country().code;
        TRY(people::insert_organization(tx, organization, now));
        settlers.organizations.emplace(demo.key(), organization.id);
    }
    return {};
}

Result<void> settle_persons(db::Transaction& tx, Settlers& settlers, Instant now, Chance& chance)
{
    auto const arrival = now.utc_date().plus_days(-days_of_history);
    for (auto const& demo : persons()) {
        people::Person person { new_id<people::PersonTag>(now, chance), std::string(demo.name), email_of(demo), std::string(demo.phone) };
        person.affiliations.push_back({ new_id<people::AffiliationTag>(now, chance), person.id, settlers.organizations.at(demo.organization), std::string(demo.function), Period::since(arrival) });
        TRY(people::insert_person(tx, person, now));
        journal::Actor actor { {}, person.id.text(), person.full_name };
        if (demo.has_account) {
            auto const account = new_id<accounts::AccountTag>(now, chance);
            TRY(accounts::insert_account(tx, { account, person.id, person.email, {}, demo.administrator }, now));
            actor.account = account.text();
        }
        settlers.persons.emplace(demo.key, person.id);
        settlers.actors.emplace(demo.key, actor);
    }
    return {};
}

Result<void> settle_bodies(db::Transaction& tx, Settlers& settlers, Instant now, Chance& chance)
{
    for (auto const& demo : demo_bodies()) {
        bodies::Body body { new_id<bodies::BodyTag>(now, chance), demo.kind, std::string(demo.name), std::string(demo.acronym), std::string(demo.code), country().code };
        if (!demo.parent.empty())
            body.parent = settlers.bodies.at(demo.parent);
        TRY(bodies::insert_body(tx, body, now));
        settlers.bodies.emplace(demo.code, body.id);
    }
    return {};
}

/// Days from today; the last one is open when it is 0.
Result<Period> period_of(Date today, int from, int until)
{
    return Period::from(today.plus_days(from), until == 0 ? std::optional<Date>() : today.plus_days(until));
}

/// Who holds it: the demonstration's key of an organisation, of a person, or of both.
template<class Held, class Demo>
void give_holder(Held& held, Demo const& demo, Settlers const& settlers)
{
    if (!demo.organization.empty())
        held.organization = settlers.organizations.at(demo.organization);
    if (!demo.person.empty())
        held.person = settlers.persons.at(demo.person);
}

Result<void> settle_memberships(db::Transaction& tx, Settlers const& settlers, Instant now, Chance& chance)
{
    for (auto const& demo : memberships()) {
        bodies::Membership membership { new_id<bodies::MembershipTag>(now, chance), settlers.bodies.at(demo.body), {}, {}, demo.status, TRY(period_of(now.utc_date(), demo.from, demo.until)) };
        give_holder(membership, demo, settlers);
        TRY(bodies::insert_membership(tx, membership));
    }
    return {};
}

/// The co-coordinator of the nutrition cluster signed for a year that ends soon; the usual commitments of both sides are in the letter.
Result<void> settle_engagement(db::Transaction& tx, Settlers const& settlers, bodies::Mandate const& mandate, Instant now, Chance& chance)
{
    bodies::Engagement engagement { .id = new_id<bodies::EngagementTag>(now, chance), .body = mandate.body, .mandate = mandate.id, .organization = mandate.organization,
        .lead_agency = settlers.organizations.at("UNICEF"), .dedicated_person = mandate.person, .time_share = 80 };
    TRY(bodies::insert_engagement(tx, engagement));
    std::vector<bodies::Commitment> commitments;
    for (auto const& usual : bodies::usual_commitments(engagement.kind))
        commitments.push_back({ new_id<bodies::CommitmentTag>(now, chance), engagement.id, usual.side, usual.subject, web::localization("fr", web::Medium::File)(usual.text) });
    TRY(bodies::replace_commitments(tx, engagement, commitments));
    engagement.signed_on = now.utc_date().plus_days(-340);
    engagement.valid_until = now.utc_date().plus_days(25);
    return bodies::update_engagement(tx, engagement);
}

Result<void> settle_mandates(db::Transaction& tx, Settlers const& settlers, Instant now, Chance& chance)
{
    for (auto const& demo : mandates()) {
        bodies::Mandate mandate { .id = new_id<bodies::MandateTag>(now, chance), .body = settlers.bodies.at(demo.body), .role = demo.role, .organization = {}, .person = {},
            .period = TRY(period_of(now.utc_date(), demo.from, demo.until)) };
        give_holder(mandate, demo, settlers);
        TRY(bodies::insert_mandate(tx, mandate));
        if (demo.body == "NUT" && demo.role == bodies::MandateRole::CoCoordinator)
            TRY(settle_engagement(tx, settlers, mandate, now, chance));
    }
    return {};
}

} // namespace

Result<Settlers> settle(db::Transaction& tx, Instant now, Chance& chance)
{
    auto const arrival = now - std::chrono::days(days_of_history);
    Settlers settlers;
    TRY(geography::insert_country(tx, country()));
    TRY(settle_organizations(tx, settlers, arrival, chance));
    TRY(settle_persons(tx, settlers, arrival, chance));
    TRY(settle_bodies(tx, settlers, arrival, chance));
    TRY(settle_memberships(tx, settlers, now, chance));
    TRY(settle_mandates(tx, settlers, now, chance));
    TRY(tell_bodies(tx, settlers, now, chance));
    return settlers;
}

} // namespace toguna::app::demo
