#pragma once
/// How spreadsheets print numbers: only as much of it as a table of text needs.

#include "base/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace toguna::formats {

enum class NumberKind { General, Fixed, Percent, Date, DateTime, Time, Elapsed };

struct NumberFormat {
    NumberKind kind = NumberKind::General;
    int decimals = 0; ///< of Fixed and Percent: at most so many
};

/// ECMA-376 Part 1, 18.8.30: the identifiers below 164 mean the same in every file.
NumberFormat built_in_number_format(int id);

/// A code such as "dd/mm/yyyy", "0.0%" or "[h]:mm". Text in quotes and brackets says nothing about the kind; only the
/// first section (before ';') counts.
NumberFormat number_format_of_code(std::string_view code);

struct PrintedNumber {
    std::string text; ///< "12", "0.5", "40 %", "2023-08-01", "2023-08-01 10:30", "10:30"
    std::optional<Date> date = {};
};

/// `from_1904`: days are counted from 1 January 1904, as old Excel for Mac did. A day that no calendar of ours has is
/// printed as the number it is.
PrintedNumber print_number(double value, NumberFormat format, bool from_1904 = false);

} // namespace toguna::formats
