#include "bodies/participation.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::bodies;

namespace {

Date day(int number) { return Date::from(2026, 1, 1)->plus_days(number); }

Participation fact(int number, ParticipationState state, ParticipationKind kind = ParticipationKind::Meeting, std::optional<Date> recorded_on = {})
{
    return { BodyId::trusted(std::string(25, 'b')), people::OrganizationId::trusted(std::string(25, 'o')), kind, day(number), state, recorded_on.value_or(day(number)) };
}

ActivityCriteria const half_of_six { .meetings = 6, .meeting_share = 50 };

} // namespace

using enum ParticipationState;

TEST_CASE("half of the last six meetings is enough to be active; less is not")
{
    std::vector<Participation> facts { fact(1, Present), fact(2, Present), fact(3, Late), fact(4, Absent), fact(5, Absent), fact(6, Absent) };
    CHECK(activity_of(half_of_six, facts, day(10)).activity == Activity::Active);
    facts.push_back(fact(7, Absent)); // the first of the seven is no longer looked at
    auto const finding = activity_of(half_of_six, facts, day(10));
    CHECK(finding.activity == Activity::Inactive);
    REQUIRE(finding.reasons.size() == 1);
    CHECK(finding.reasons[0].debug_string() == "Present at 2 of the last 6 meetings; at least 50 percent is asked.");
    CHECK(activity_of(half_of_six, facts, day(6)).activity == Activity::Active); // as of an earlier day
}

TEST_CASE("what nobody wrote down is not known, which is not inactive")
{
    auto const finding = activity_of(half_of_six, {}, day(10));
    CHECK(finding.activity == Activity::NoData);
    CHECK(finding.reasons.at(0).debug_string() == "No attendance is written down yet.");
    CHECK(activity_of({}, { fact(1, Absent) }, day(10)).activity == Activity::NoData);
    CHECK(activity_of(half_of_six, { fact(1, Excused) }, day(10)).activity == Activity::NoData);
}

TEST_CASE("an excuse counts neither for nor against")
{
    CHECK(activity_of(half_of_six, { fact(1, Present), fact(2, Excused), fact(3, Excused), fact(4, Absent) }, day(10)).activity == Activity::Active);
    CHECK(activity_of(half_of_six, { fact(1, Excused), fact(2, Absent) }, day(10)).activity == Activity::Inactive);
}

TEST_CASE("one missed criterion makes inactive, one without data does not")
{
    ActivityCriteria const both { .meetings = 6, .meeting_share = 50, .reports = 3, .report_share = 60 };
    std::vector<Participation> facts { fact(1, Present) };
    CHECK(activity_of(both, facts, day(10)).activity == Activity::Active);
    facts.push_back(fact(2, Late, ParticipationKind::Report)); // late is not in time
    auto const finding = activity_of(both, facts, day(10));
    CHECK(finding.activity == Activity::Inactive);
    CHECK(finding.reasons.size() == 2);
}

TEST_CASE("the organisation's people see a fact at once, others when the notice has passed")
{
    std::vector<Participation> const facts { fact(1, Absent, ParticipationKind::Meeting, day(20)) };
    CHECK(known_facts(facts, known_until(day(20), 7, Viewer::OwnPeople)).size() == 1);
    CHECK(known_facts(facts, known_until(day(26), 7, Viewer::Others)).empty());
    CHECK(known_facts(facts, known_until(day(27), 7, Viewer::Others)).size() == 1);
}

TEST_CASE("a meeting has no report's state, and what is to come is not written down")
{
    CHECK_FALSE(checked(fact(1, Done)));
    CHECK_FALSE(checked(fact(1, Present, ParticipationKind::Report)));
    CHECK_FALSE(checked(fact(2, Present, ParticipationKind::Meeting, day(1))));
    CHECK(checked(fact(1, Done, ParticipationKind::Report)));
}
