#include "formats/clean_text.hpp"
#include "formats/sheet_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace toguna::formats {

namespace {

/// French Excel takes a text that starts like this for a formula; an apostrophe before it keeps it a text (ux.md).
bool starts_like_a_formula(std::string_view text)
{
    return !text.empty() && std::string_view("=+-@").find(text.front()) != std::string_view::npos;
}

void append_csv_text(std::string& csv, std::string_view raw)
{
    auto text = clean_text(raw);
    if (starts_like_a_formula(text))
        text.insert(text.begin(), '\'');
    bool const needs_quotes = text.find_first_of(";\"\n") != std::string::npos || text.starts_with(' ') || text.ends_with(' ');
    if (!needs_quotes) {
        csv += text;
        return;
    }
    csv += '"';
    for (char const character : text) {
        if (character == '"')
            csv += '"';
        csv += character;
    }
    csv += '"';
}

std::string with_decimal_comma(double number)
{
    if (!std::isfinite(number))
        return {};
    auto text = fmt::format("{}", number);
    if (text.ends_with(".0"))
        text.resize(text.size() - 2);
    std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

struct CsvValueWriter {
    std::string& csv;

    void operator()(std::monostate) const { }
    void operator()(std::string const& text) const { append_csv_text(csv, text); }
    void operator()(double number) const { csv += with_decimal_comma(number); }
    void operator()(Date date) const { csv += date.to_iso(); }
};

} // namespace

std::string write_csv(Sheet const& sheet)
{
    static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    static constexpr std::string_view end_of_row = "\r\n"; // RFC 4180
    std::string csv(byte_order_mark);
    for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
        csv += column > 0 ? ";" : "";
        append_csv_text(csv, sheet.columns[column].title);
    }
    csv += end_of_row;
    for (auto const& row : sheet.rows) {
        for (std::size_t column = 0; column < row.cells.size(); ++column) {
            csv += column > 0 ? ";" : "";
            std::visit(CsvValueWriter { csv }, row.cells[column]);
        }
        // Every row has as many fields as the header: a section row often gives one cell only.
        for (auto column = std::max<std::size_t>(row.cells.size(), 1); column < sheet.columns.size(); ++column)
            csv += ';';
        csv += end_of_row;
    }
    return csv;
}

} // namespace toguna::formats
