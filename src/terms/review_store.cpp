#include "terms/review_store.hpp"

#include "actions/store.hpp"
#include "bodies/absence_store.hpp"
#include "bodies/commitment_store.hpp"
#include "bodies/delegation_store.hpp"
#include "bodies/mandate_store.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "terms/review_queries.hpp"

#include <algorithm>

namespace toguna::terms {

namespace {

/// Whom the review is about.
struct Holder {
    bodies::BodyId body;
    std::optional<bodies::MandateId> mandate;
    std::optional<people::OrganizationId> organization;
    std::optional<people::PersonId> person;
    Period period;
};

bodies::CommitmentSubject responsibility_of(bodies::Power power)
{
    switch (power) {
    case bodies::Power::Publish:
        return bodies::CommitmentSubject::Communication;
    case bodies::Power::Chair:
        return bodies::CommitmentSubject::Meetings;
    case bodies::Power::Represent:
        return bodies::CommitmentSubject::InterCluster;
    case bodies::Power::Validate:
        break;
    }
    return bodies::CommitmentSubject::CoreFunctions;
}

Text words_of(Period const& period)
{
    if (period.end())
        return tr("from {start} to {end}", { { "start", period.start() }, { "end", *period.end() } });
    return tr("since {start}", { { "start", period.start() } });
}

Result<void> add_delegations(ReviewFacts& facts, db::Reader const& db, Holder const& holder)
{
    for (auto const& delegation : TRY(bodies::list_delegations(db, holder.body))) {
        if (delegation.to != holder.mandate || !delegation.period.overlaps(holder.period))
            continue;
        for (auto const power : delegation.powers)
            facts.findings[responsibility_of(power)].push_back(
                tr("Delegation: {power}, {period}", { { "power", bodies::label_of(power) }, { "period", words_of(delegation.period) } }));
    }
    return {};
}

/// The coordinator's absences are those that the co-coordinator stood in for.
Result<void> add_absences(ReviewFacts& facts, db::Reader const& db, Holder const& holder)
{
    auto const mandates = TRY(bodies::list_mandates(db, holder.body));
    auto const coordinates = [&](people::PersonId const& person) {
        return std::any_of(mandates.begin(), mandates.end(), [&](bodies::NamedMandate const& named) {
            return named.mandate.person == person && bodies::is_first(named.mandate.role) && named.mandate.period.overlaps(holder.period);
        });
    };
    for (auto const& absence : TRY(bodies::absences_in_body(db, holder.body, holder.period))) {
        bool const is_holder = absence.person == holder.person;
        if (is_holder || coordinates(absence.person))
            facts.absences.push_back({ TRY(people::find_person(db, absence.person)).full_name, absence.period, !is_holder });
    }
    return {};
}

Result<void> add_actions(ReviewFacts& facts, db::Reader const& db, Holder const& holder, Date today)
{
    if (!holder.organization)
        return {};
    actions::RegisterFilter filter;
    filter.bodies = std::vector<bodies::BodyId> { holder.body };
    filter.responsible = holder.organization->text();
    auto const given = TRY(actions::list_register(db, filter, today, 0, 0));
    auto const closed = std::count_if(given.begin(), given.end(), [](actions::ActionPoint const& action) { return action.status == actions::Status::Closed; });
    if (!given.empty())
        facts.findings[bodies::CommitmentSubject::CoreFunctions].push_back(tr("Actions of the organisation: {closed} closed of {total}", { { "closed", static_cast<std::int64_t>(closed) }, { "total", given.size() } }));
    return {};
}

Result<void> add_groups(ReviewFacts& facts, db::Reader const& db, Holder const& holder)
{
    auto const groups = TRY(db.all(sql::facilitated_groups,
        { { "body", holder.body }, { "organization", holder.organization }, { "person", holder.person }, { "first_day", holder.period.start() },
            { "last_day", holder.period.end().value_or(Period::last_day_there_is()) } },
        [](db::Row const& row) { return row.string(0); }));
    for (auto const& group : groups)
        facts.findings[bodies::CommitmentSubject::WorkingGroups].push_back(tr("Facilitated: {group}", { { "group", group } }));
    return {};
}

/// As they stood on the day of the review.
Result<void> add_commitments(ReviewFacts& facts, db::Reader const& db, bodies::EngagementId const& engagement, Date today)
{
    auto const commitments = TRY(bodies::list_commitments(db, engagement, today));
    for (auto const& commitment : commitments)
        if (commitment.side == bodies::CommitmentSide::CoCoordinator)
            facts.commitments.push_back({ commitment.subject, commitment.text, commitment.state(), commitment.assessment ? commitment.assessment->evidence : "" });
    facts.of_lead_agency = bodies::figures_of(commitments, bodies::CommitmentSide::LeadAgency);
    return {};
}

Result<Party> party_of(db::Reader const& db, people::OrganizationId const& id)
{
    auto const organization = TRY(people::find_organization(db, id));
    return Party { organization.name, organization.acronym };
}

/// The days of the letter, as far as it lasted.
Period days_of(bodies::Engagement const& engagement, Date today)
{
    auto const span = bodies::span_of(engagement);
    return span ? Period::from(span->from, span->until).value_or(Period::since(span->from)) : Period::since(today);
}

} // namespace

Result<ReviewFacts> read_review(db::Reader const& db, bodies::Body const& body, bodies::EngagementId const& id, Date today)
{
    auto const engagement = TRY(bodies::find_engagement(db, id));
    if (engagement.body != body.id)
        return fail(ErrorKind::NotFound, tr("This body has no such engagement."));
    Holder holder { body.id, engagement.mandate, engagement.organization, engagement.dedicated_person, days_of(engagement, today) };
    if (engagement.mandate && !holder.person)
        holder.person = TRY(bodies::find_mandate(db, *engagement.mandate)).person;
    ReviewFacts facts { .body_name = body.name, .organization = {}, .starts_on = holder.period.start(), .ends_on = holder.period.end(), .time_share = engagement.time_share, .as_of = today };
    if (holder.organization)
        facts.organization = TRY(party_of(db, *holder.organization));
    if (engagement.lead_agency)
        facts.lead_agency = TRY(party_of(db, *engagement.lead_agency));
    if (holder.person)
        facts.person = TRY(people::find_person(db, *holder.person)).full_name;
    TRY(add_commitments(facts, db, id, today));
    TRY(add_delegations(facts, db, holder));
    TRY(add_absences(facts, db, holder));
    TRY(add_actions(facts, db, holder, today));
    TRY(add_groups(facts, db, holder));
    return facts;
}

} // namespace toguna::terms
