#include "terms/terms_store.hpp"

#include "actions/store.hpp"
#include "bodies/charter_store.hpp"
#include "bodies/commitment_store.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/profile_store.hpp"
#include "bodies/sector.hpp"
#include "bodies/store.hpp"
#include "functions/catalogue_store.hpp"
#include "geography/area_store.hpp"
#include "geography/store.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"

#include <algorithm>

namespace toguna::terms {

namespace {

using bodies::MandateRole;
using bodies::NamedMandate;

bool is_of_today_or_later(NamedMandate const& named, Date today) { return !named.mandate.period.end() || *named.mandate.period.end() >= today; }

/// The mandate of the first of these roles, of the same level and area before others; among those, the one in force before one to come.
NamedMandate const* holder_of(std::vector<NamedMandate> const& mandates, std::initializer_list<MandateRole> roles, NamedMandate const* beside, Date today)
{
    for (auto const role : roles) {
        NamedMandate const* best = nullptr;
        auto const rank = [&](NamedMandate const& named) {
            bool const same_place = beside ? named.mandate.level == beside->mandate.level && named.mandate.area == beside->mandate.area : named.mandate.level == bodies::MandateLevel::National;
            return (same_place ? 2 : 0) + (named.mandate.period.contains(today) ? 1 : 0);
        };
        for (auto const& named : mandates)
            if (named.mandate.role == role && is_of_today_or_later(named, today) && (!best || rank(named) > rank(*best)))
                best = &named;
        if (best)
            return best;
    }
    return nullptr;
}

std::optional<Party> party_of(NamedMandate const* named)
{
    if (!named || named->organization_name.empty())
        return {};
    return Party { named->organization_name, named->organization_acronym };
}

/// The letter that backs the mandate: the one signed last, or the draft of the next.
Result<std::optional<bodies::Engagement>> engagement_of(db::Reader const& db, NamedMandate const& named)
{
    std::optional<bodies::Engagement> found;
    for (auto& engagement : TRY(bodies::list_engagements(db, named.mandate.body)))
        if (engagement.mandate == named.mandate.id && (!found || engagement.signed_on > found->signed_on))
            found = std::move(engagement);
    return found;
}

Result<void> fill_engagement(TermsFacts& facts, db::Reader const& db, NamedMandate const& named, Date today)
{
    facts.level = bodies::label_of(named.mandate.level);
    facts.areas.clear();
    facts.co_agency = party_of(&named);
    facts.co_coordinator = named.person_name;
    if (named.mandate.area)
        facts.areas.push_back(TRY(geography::find_area(db, *named.mandate.area)).name);
    auto const engagement = TRY(engagement_of(db, named));
    if (!engagement)
        return {};
    facts.time_share = engagement->time_share;
    facts.signed_on = engagement->signed_on;
    facts.valid_until = engagement->valid_until;
    for (auto const& commitment : TRY(bodies::list_commitments(db, engagement->id, today))) {
        if (commitment.side == bodies::CommitmentSide::CoCoordinator)
            facts.commitments.push_back({ commitment.subject, commitment.text });
        else
            facts.lead_commitments.push_back(commitment.text);
    }
    if (!facts.co_agency && engagement->organization) {
        auto const organization = TRY(people::find_organization(db, *engagement->organization));
        facts.co_agency = Party { organization.name, organization.acronym };
    }
    if (facts.co_coordinator.empty() && engagement->dedicated_person)
        facts.co_coordinator = TRY(people::find_person(db, *engagement->dedicated_person)).full_name;
    return {};
}

Result<void> fill_mandates(TermsFacts& facts, db::Reader const& db, bodies::BodyId const& body, std::optional<bodies::MandateId> const& chosen, Date today)
{
    auto const mandates = TRY(bodies::list_mandates(db, body));
    auto const co_coordinating = TRY(co_coordinations(db, body, today));
    auto const selected = std::find_if(co_coordinating.begin(), co_coordinating.end(), [&](NamedMandate const& named) { return !chosen || named.mandate.id == *chosen; });
    if (chosen && selected == co_coordinating.end())
        return fail(ErrorKind::NotFound, tr("This mandate is not a co-coordination of this body that lasts or is to come."));
    auto const* const beside = selected == co_coordinating.end() ? nullptr : &*selected;
    if (beside)
        TRY(fill_engagement(facts, db, *beside, today));
    auto const* const coordinator = holder_of(mandates, { MandateRole::Coordinator, MandateRole::Facilitator, MandateRole::Chair }, beside, today);
    facts.lead_agency = party_of(holder_of(mandates, { MandateRole::LeadAgency, MandateRole::DonorLead }, beside, today));
    facts.coordinator = coordinator ? coordinator->person_name : "";
    return {};
}

/// Level and areas of the body itself: a co-coordination says its own.
Result<void> fill_profile(TermsFacts& facts, db::Reader const& db, bodies::BodyId const& body, Date today)
{
    auto const profile = TRY(bodies::find_profile(db, body));
    facts.level = bodies::label_of(profile.level);
    for (auto const& area : profile.areas)
        facts.areas.push_back(TRY(geography::find_area(db, area)).name);
    for (auto const& counterpart : TRY(bodies::list_counterparts(db, body)))
        if (counterpart.period.contains(today) && facts.counterpart.empty())
            facts.counterpart = counterpart.organization_name;
    if (!profile.purpose.empty())
        facts.details["purpose"] = profile.purpose;
    if (!profile.rhythm.empty())
        facts.details["meeting_rhythm"] = profile.rhythm;
    return {};
}

/// Mandate and objectives of the charter in force, and what the body cites.
Result<void> fill_charter(TermsFacts& facts, db::Reader const& db, bodies::BodyId const& body, web::Localization const& words, Date today)
{
    auto const charters = TRY(bodies::charters_of(db, body));
    auto const* const charter = bodies::charter_on(charters, today);
    if (charter) {
        facts.mandate = charter->mandate;
        facts.objectives = charter->objectives;
    }
    facts.norm = TRY(citation_of(db, body, words, today));
    return {};
}

Result<void> fill_body(TermsFacts& facts, db::Reader const& db, bodies::Body const& body, web::Localization const& words, Date today)
{
    facts.body_name = body.name;
    facts.body_acronym = body.acronym;
    for (auto const& alias : body.aliases)
        if (alias.language == "en" && facts.body_name_english.empty())
            facts.body_name_english = alias.text;
    auto const country = TRY(geography::find_country(db, body.country));
    facts.country_french = country.name_fr;
    facts.country_english = country.name_en;
    if (auto const* sector = bodies::find_sector(body.sector))
        facts.sector = sector->name(words.language());
    if (body.line())
        facts.parent_name = TRY(bodies::find_body(db, *body.line())).name;
    return fill_profile(facts, db, body.id, today);
}

} // namespace

Result<std::vector<NamedMandate>> co_coordinations(db::Reader const& db, bodies::BodyId const& body, Date today)
{
    auto mandates = TRY(bodies::list_mandates(db, body));
    std::erase_if(mandates, [&](NamedMandate const& named) { return named.mandate.role != MandateRole::CoCoordinator || !is_of_today_or_later(named, today); });
    std::stable_sort(mandates.begin(), mandates.end(), [&](NamedMandate const& left, NamedMandate const& right) {
        auto const key = [&](NamedMandate const& named) { return std::pair(named.mandate.level, named.mandate.period.contains(today) ? 0 : 1); };
        return key(left) < key(right);
    });
    return mandates;
}

Result<std::optional<CitedNorm>> citation_of(db::Reader const& db, bodies::BodyId const& body, web::Localization const& words, Date today)
{
    if (auto const norm = TRY(cited_norm(db, body)))
        return std::optional(cited(*norm, words));
    auto const charters = TRY(bodies::charters_of(db, body));
    auto const* const charter = bodies::charter_on(charters, today);
    if (!charter || charter->norm_title.empty())
        return std::optional<CitedNorm> {};
    return std::optional(CitedNorm { charter->norm_title, charter->norm_issuer, charter->norm_edition });
}

Result<TermsFacts> read_facts(db::Reader const& db, bodies::Body const& body, ShippedTemplate const& shipped, std::optional<bodies::MandateId> const& mandate,
    web::Localization const& words, Date today)
{
    TermsFacts facts;
    TRY(fill_body(facts, db, body, words, today));
    TRY(fill_mandates(facts, db, body.id, mandate, today));
    TRY(fill_charter(facts, db, body.id, words, today));
    for (auto const& function : TRY(functions::catalogue_or_default(db)).functions)
        facts.functions.push_back(words.language() == "fr" ? function.label_fr : function.label_en);
    for (auto const& member : TRY(bodies::member_organizations(db, body.id, today)))
        facts.members.push_back(member.name + (member.acronym.empty() ? "" : " (" + member.acronym + ")"));
    for (auto const& [code, typed] : TRY(find_details(db, body.id, shipped.code)).places)
        facts.details.insert_or_assign(code, typed); // what was typed for this document goes before the profile
    return facts;
}

} // namespace toguna::terms
