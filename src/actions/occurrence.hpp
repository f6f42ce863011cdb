#pragma once
/// The periods of a recurring action: « Hebdomadaire » is a slot for each week of the plan's year (S1-7).

#include "actions/action_plan.hpp"

namespace toguna::actions {

/// Both days belong to it.
struct OccurrencePeriod {
    Date start;
    Date end;
    auto operator<=>(OccurrencePeriod const&) const = default;
};

/// The periods of a frequency in a year, in order, without overlap; the start is unique and names the period.
/// A week belongs to the year in which its Thursday lies (ISO 8601), so a year has 52 or 53 of them; the first and
/// the last are clipped to the year. Fortnights are pairs of weeks; a 53rd week makes a fortnight of its own.
std::vector<OccurrencePeriod> periods_of(Frequency frequency, int year);

/// The periods for which an action should have an occurrence: those of its frequency; for a continuous action one
/// yearly review, that ends on its review date or with the year (domain invariant 15); none for other dues.
std::vector<OccurrencePeriod> expected_periods(Due const& due, int year);

/// The periods of `expected` that no occurrence stands for yet: storing them twice never doubles one.
std::vector<OccurrencePeriod> missing_periods(std::vector<OccurrencePeriod> const& expected, std::vector<Occurrence> const& present);

/// The period of which somebody should say today whether it is done: the last one that ended, while nobody has said; else
/// the running one. Empty when nothing is to be said.
std::optional<Occurrence> occurrence_to_report(std::vector<Occurrence> const& occurrences, Date today);

} // namespace toguna::actions
