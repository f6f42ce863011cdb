#pragma once
/// A date typed into a form: « 7/2/2026 », « 7 février 2026 », "2026-02-07", « demain », « dans 7 jours ».

#include "base/date.hpp"
#include "base/result.hpp"

#include <optional>
#include <string_view>

namespace toguna {

/// Day before month, as the field writes; without a year, the year of `today`. Empty when it is no date or no such day.
std::optional<Date> read_date(std::string_view words, Date today);

/// The refusal of a date that cannot be read: what was found, what was expected.
Text unreadable_date(std::string_view words);

} // namespace toguna
