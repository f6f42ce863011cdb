#include "bodies/end_reminder.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::bodies;

namespace {

Date day(std::string_view iso) { return *Date::from_iso(iso); }
Date const first = day("2026-01-01");
Date const last = day("2026-12-31");

} // namespace

TEST_CASE("a letter is reminded 60, 30 and 7 days before its end, and once it is over")
{
    CHECK_FALSE(end_stage_due(first, last, last.plus_days(-61)));
    CHECK(end_stage_due(first, last, last.plus_days(-60)) == EndStage::Sixty);
    CHECK(end_stage_due(first, last, last.plus_days(-31)) == EndStage::Sixty);
    CHECK(end_stage_due(first, last, last.plus_days(-30)) == EndStage::Thirty);
    CHECK(end_stage_due(first, last, last.plus_days(-8)) == EndStage::Thirty);
    CHECK(end_stage_due(first, last, last.plus_days(-7)) == EndStage::Seven);
    CHECK(end_stage_due(first, last, last) == EndStage::Seven);
    CHECK(end_stage_due(first, last, last.plus_days(1)) == EndStage::Over);
    CHECK(end_stage_due(first, last, last.plus_days(14)) == EndStage::Over);
    CHECK_FALSE(end_stage_due(first, last, last.plus_days(15)));
}

TEST_CASE("a letter for three weeks is not reminded of the sixty days it never had")
{
    auto const start = last.plus_days(-20);
    CHECK_FALSE(end_stage_due(start, last, start));
    CHECK_FALSE(end_stage_due(start, last, last.plus_days(-8)));
    CHECK(end_stage_due(start, last, last.plus_days(-7)) == EndStage::Seven);
}

TEST_CASE("holder, coordinator and whoever speaks for the lead agency are told, each once; a former coordinator is not")
{
    auto const lead = people::OrganizationId::trusted("lead");
    auto const person = [](char const* name) { return people::PersonId::trusted(name); };
    auto const mandate = [&](char const* id, MandateRole role, char const* holder, Period period) {
        return Mandate { .id = MandateId::trusted(id), .body = BodyId::trusted("b"), .role = role, .organization = lead, .person = person(holder), .period = period };
    };
    std::vector const mandates { mandate("m", MandateRole::CoCoordinator, "ramata", *Period::from(first, last)), mandate("c", MandateRole::Coordinator, "salif", Period::since(first)),
        mandate("d", MandateRole::Coordinator, "former", *Period::from(first, first)), mandate("f", MandateRole::FocalPoint, "salif", Period::since(first)),
        mandate("i", MandateRole::InformationManager, "idrissa", Period::since(first)) };
    std::vector<Membership> const memberships { { MembershipId::trusted("1"), BodyId::trusted("b"), lead, person("awa"), MembershipStatus::Member, Period::since(first) },
        { MembershipId::trusted("2"), BodyId::trusted("b"), people::OrganizationId::trusted("other"), person("jean"), MembershipStatus::Member, Period::since(first) } };
    Ending const ending { .body = BodyId::trusted("b"), .engagement = EngagementId::trusted("e"), .mandate = MandateId::trusted("m"), .lead_agency = lead, .dedicated_person = person("fanta"),
        .first_day = first, .last_day = last };
    // The day after its end the holder is still told.
    CHECK(told_of_end(ending, mandates, memberships, last.plus_days(1)) == std::vector { person("ramata"), person("salif"), person("awa") });
    auto alone = ending;
    alone.mandate.reset();
    alone.lead_agency.reset();
    CHECK(told_of_end(alone, mandates, memberships, last) == std::vector { person("fanta"), person("salif") });
}
