#pragma once
/// Calendars drawn into a plan: one column per month or quarter, with a mark where the action takes place.

#include "actions/column_recognition.hpp"

namespace toguna::actions {

struct PeriodColumns {
    int title_row = 0;        ///< where « T1 », « mars » stand
    std::vector<int> columns; ///< left to right
};

/// Empty when the table has no such columns, fewer than two, or something else than marks in them.
std::optional<PeriodColumns> find_period_columns(formats::Table const& table, RecognizedHeader const& header, int year, Date today);

/// The words for what the row marks: « T2 », « mars – juin »; empty when it marks nothing.
std::string marked_period(formats::Table const& table, int row, PeriodColumns const& periods);

} // namespace toguna::actions
