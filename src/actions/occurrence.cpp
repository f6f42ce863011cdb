#include "actions/occurrence.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

Date first_day(int year) { return *Date::from(year, 1, 1); }
Date last_day(int year) { return *Date::from(year, 12, 31); }

/// ISO 8601: 4 January always lies in the first week.
Date first_monday(int year) { return Date::from(year, 1, 4)->week_start(); }

std::vector<OccurrencePeriod> periods_of_weeks(int year, int weeks)
{
    std::vector<OccurrencePeriod> periods;
    auto const next_year = first_monday(year + 1);
    for (auto start = first_monday(year); start < next_year; start = start.plus_days(7 * weeks)) {
        auto const end = std::min(start.plus_days(7 * weeks - 1), next_year.plus_days(-1));
        periods.push_back({ std::max(start, first_day(year)), std::min(end, last_day(year)) });
    }
    return periods;
}

std::vector<OccurrencePeriod> periods_of_months(int year, int months)
{
    std::vector<OccurrencePeriod> periods;
    for (int month = 0; month < 12; month += months) {
        auto const start = first_day(year).plus_months(month);
        periods.push_back({ start, start.plus_months(months).plus_days(-1) });
    }
    return periods;
}

std::vector<OccurrencePeriod> periods_of_days(int year)
{
    std::vector<OccurrencePeriod> periods;
    for (auto day = first_day(year); day <= last_day(year); day = day.plus_days(1))
        periods.push_back({ day, day });
    return periods;
}

} // namespace

std::vector<OccurrencePeriod> periods_of(Frequency frequency, int year)
{
    switch (frequency) {
    case Frequency::Daily:
        return periods_of_days(year);
    case Frequency::Weekly:
        return periods_of_weeks(year, 1);
    case Frequency::Fortnightly:
        return periods_of_weeks(year, 2);
    case Frequency::Monthly:
        return periods_of_months(year, 1);
    case Frequency::Bimonthly:
        return periods_of_months(year, 2);
    case Frequency::Quarterly:
        return periods_of_months(year, 3);
    case Frequency::HalfYearly:
        return periods_of_months(year, 6);
    case Frequency::Yearly:
        break;
    }
    return { { first_day(year), last_day(year) } };
}

std::vector<OccurrencePeriod> expected_periods(Due const& due, int year)
{
    if (auto const* recurring = std::get_if<Recurring>(&due))
        return periods_of(recurring->frequency, year);
    if (auto const* continuous = std::get_if<Continuous>(&due)) {
        auto const review = continuous->review_on.value_or(last_day(year));
        if (review.year() >= year)
            return { { first_day(year), std::min(review, last_day(year)) } };
    }
    return {};
}

std::vector<OccurrencePeriod> missing_periods(std::vector<OccurrencePeriod> const& expected, std::vector<Occurrence> const& present)
{
    std::vector<OccurrencePeriod> missing;
    for (auto const& period : expected) {
        bool const known = std::any_of(present.begin(), present.end(), [&](auto const& one) { return one.period_start == period.start; });
        if (!known)
            missing.push_back(period);
    }
    return missing;
}

std::optional<Occurrence> occurrence_to_report(std::vector<Occurrence> const& occurrences, Date today)
{
    std::optional<Occurrence> ended;
    std::optional<Occurrence> running;
    for (auto const& occurrence : occurrences) {
        if (occurrence.period_end < today && (!ended || ended->period_end < occurrence.period_end))
            ended = occurrence;
        else if (occurrence.period_start <= today && today <= occurrence.period_end)
            running = occurrence;
    }
    if (ended && !ended->done)
        return ended;
    if (running && !running->done)
        return running;
    return {};
}

} // namespace toguna::actions
