#pragma once
/// XLSX written for people who will change it and send it back: frozen headers, filters, drop-down lists, hidden ids.

#include "base/result.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace toguna::formats {

/// An empty cell is not a zero.
using SheetValue = std::variant<std::monostate, std::string, double, Date>;

struct SheetColumn {
    std::string title;
    double width = 20;                 ///< in characters
    bool hidden = false;               ///< row ids for the way back
    std::vector<std::string> choices = {}; ///< a drop-down, kept on a sheet « Listes » of its own
    bool wrap = true;
};
struct SheetRow {
    std::vector<SheetValue> cells;
    bool section = false; ///< a heading row across the table: bold, shaded
};
struct Sheet {
    std::string name;
    std::string title = {}; ///< a line above the header; empty for none
    std::vector<SheetColumn> columns;
    std::vector<SheetRow> rows;
};
struct Workbook {
    std::string title;
    std::string author;
    std::string lists_sheet_name = "Listes";
    Instant created;
    std::vector<Sheet> sheets;
};

/// Strings are never taken for formulas.
Result<std::string> write_xlsx(Workbook const& workbook);

/// « ; », UTF-8 with BOM, decimal comma, ISO dates; a cell starting with = + - @ is neutralised (ux.md).
std::string write_csv(Sheet const& sheet);

} // namespace toguna::formats
