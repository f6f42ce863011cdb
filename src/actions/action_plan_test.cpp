#include "actions/action_plan.hpp"
#include "actions/action_test_data.hpp"
#include "actions/occurrence.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace toguna;
using namespace toguna::actions;
using test::action;
using test::day;

namespace {

std::vector<Occurrence> occurrences(Frequency frequency, int year, int done)
{
    std::vector<Occurrence> result;
    int number = 0;
    for (auto const& period : periods_of(frequency, year)) {
        auto const number_here = number++;
        result.push_back({ test::id<OccurrenceId>(number_here), period.start, period.end, number_here < done ? std::optional(true) : std::nullopt, {} });
    }
    return result;
}

} // namespace

TEST_CASE("every status has a name and comes back from it")
{
    for (auto const status : { Status::ToDo, Status::InProgress, Status::Blocked, Status::DoneToConfirm, Status::Closed, Status::Abandoned })
        CHECK(status_from(name_of(status)) == status);
    CHECK_FALSE(status_from("fini"));
}

TEST_CASE("an action is late the day after its deadline, unless it waits for confirmation")
{
    auto one = action(1, "Former les acteurs", DueOn { day("2023-06-15") });
    CHECK_FALSE(is_late(one, day("2023-06-15")));
    CHECK(is_late(one, day("2023-06-16")));
    one.status = Status::DoneToConfirm;
    CHECK_FALSE(is_late(one, day("2023-06-16")));
    one.status = Status::Closed;
    CHECK_FALSE(is_late(one, day("2023-06-16")));
}

TEST_CASE("a month is on time until its last day")
{
    auto const one = action(1, "Revoir la stratégie", DueInMonth { { 2023, 8 } });
    CHECK_FALSE(is_late(one, day("2023-08-31")));
    CHECK(is_late(one, day("2023-09-01")));
}

TEST_CASE("a weekly action shows 52 slots, and 40 done are 77 %")
{
    auto const weeks = occurrences(Frequency::Weekly, 2023, 40);
    CHECK(weeks.size() == 52);
    CHECK(execution_rate(weeks, day("2024-01-01"))->rounded() == 77);
}

TEST_CASE("a week to come does not weigh on the rate, a week done ahead does")
{
    auto const weeks = occurrences(Frequency::Weekly, 2023, 3);
    CHECK(execution_rate(weeks, day("2023-01-30"))->hundredths() == 75'00);
    CHECK(execution_rate(weeks, day("2023-01-02"))->hundredths() == 100'00);
    CHECK_FALSE(execution_rate(occurrences(Frequency::Weekly, 2023, 0), day("2023-01-02")));
}

TEST_CASE("weeks are those of ISO 8601, start on Monday and stay within the year")
{
    for (int year = 2020; year < 2040; ++year) {
        auto const weeks = periods_of(Frequency::Weekly, year);
        CHECK((weeks.size() == 52 || weeks.size() == 53));
        for (std::size_t index = 1; index < weeks.size(); ++index) {
            CHECK(weeks[index].start.weekday() == 1);
            CHECK(weeks[index].start == weeks[index - 1].end.plus_days(1));
        }
        CHECK(weeks.front().start.year() == year);
        CHECK(weeks.back().end.year() == year);
    }
    CHECK(periods_of(Frequency::Weekly, 2020).size() == 53);
    CHECK(periods_of(Frequency::Fortnightly, 2020).size() == 27);
}

TEST_CASE("the periods of every frequency fill the year without overlap and start on different days")
{
    for (auto const& [frequency, count] : { std::pair(Frequency::Daily, 365), { Frequency::Monthly, 12 }, { Frequency::Bimonthly, 6 }, { Frequency::Quarterly, 4 },
             { Frequency::HalfYearly, 2 }, { Frequency::Yearly, 1 } }) {
        auto const periods = periods_of(frequency, 2023);
        CHECK(int(periods.size()) == count);
        CHECK(periods.front().start == day("2023-01-01"));
        CHECK(periods.back().end == day("2023-12-31"));
        std::set<Date> starts;
        for (auto const& period : periods)
            starts.insert(period.start);
        CHECK(starts.size() == periods.size());
    }
}

TEST_CASE("a continuous action is looked at once a year, on its review date when it has one")
{
    CHECK(expected_periods(Continuous {}, 2023) == std::vector<OccurrencePeriod> { { day("2023-01-01"), day("2023-12-31") } });
    CHECK(expected_periods(Continuous { day("2023-06-30") }, 2023) == std::vector<OccurrencePeriod> { { day("2023-01-01"), day("2023-06-30") } });
    CHECK(expected_periods(DueInMonth { { 2023, 8 } }, 2023).empty());
}

TEST_CASE("occurrences made twice are made once")
{
    auto const expected = expected_periods(Recurring { Frequency::Monthly }, 2023);
    CHECK(missing_periods(expected, {}).size() == 12);
    CHECK(missing_periods(expected, occurrences(Frequency::Monthly, 2023, 0)).empty());
}

TEST_CASE("an action under two gaps counts once, and an abandoned one does not weigh on the execution")
{
    auto closed = action(1, "Former");
    closed.gaps = { test::id<GapId>(1), test::id<GapId>(2) };
    closed.status = Status::Closed;
    auto late = action(2, "Rédiger", DueOn { day("2023-01-31") });
    auto abandoned = action(3, "Organiser");
    abandoned.status = Status::Abandoned;
    auto const figures = figures_of({ closed, late, abandoned }, day("2023-03-01"));
    CHECK(figures.actions == 3);
    CHECK(figures.closed == 1);
    CHECK(figures.open == 1);
    CHECK(figures.late == 1);
    CHECK(figures.abandoned == 1);
    CHECK(figures.without_due == 2);
    CHECK(figures.without_responsible == 3);
    CHECK(figures.execution->hundredths() == 50'00);
}

TEST_CASE("a recurring action counts by its occurrences, and an empty plan has no rate")
{
    auto weekly = action(1, "Rappeler", Recurring { Frequency::Weekly });
    weekly.occurrences = occurrences(Frequency::Weekly, 2023, 26);
    CHECK(figures_of({ weekly }, day("2024-01-01")).execution->hundredths() == 50'00);
    CHECK_FALSE(figures_of({}, day("2023-03-01")).execution);
}
