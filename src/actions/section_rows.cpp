#include "actions/section_rows.hpp"

#include "actions/item_splitting.hpp"
#include "actions/words.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

/// « 2 » and « 2. » have one level, « 2.3 » two; 0 for what is no number.
int levels_of_number(std::string_view text)
{
    auto number = trimmed(text);
    while (number.ends_with('.') || number.ends_with(')'))
        number.pop_back();
    if (number.empty() || number.find_first_not_of("0123456789.") != std::string::npos)
        return 0;
    return 1 + int(std::count(number.begin(), number.end(), '.'));
}

bool is_blank(formats::TableRow const& row)
{
    return std::all_of(row.cells.begin(), row.cells.end(), [](auto const& cell) { return cell.text.empty(); });
}

} // namespace

SectionRows::SectionRows(formats::Table const& table, RecognizedHeader const& header, KnownTitles const& titles)
    : m_table(table), m_header(header), m_titles(titles)
{
    std::optional<int> first;
    bool evident = false;
    for (int row = header.last_row + 1; row < int(table.rows.size()); ++row) {
        if (!first && !is_blank(table.rows[std::size_t(row)]))
            first = row;
        auto const lone = evident ? std::nullopt : lone_cell(row);
        evident = evident || (lone && is_evident(row, *lone));
    }
    m_lone_rows_are_titles = !evident && first && lone_cell(*first) && !header.has(ColumnRole::Sections);
}

bool SectionRows::merges_down(ColumnRole role) const
{
    auto const column = m_header.column_of(role);
    return column && std::any_of(m_table.rows.begin() + m_header.last_row + 1, m_table.rows.end(), [&](auto const& row) {
        return row.cells[std::size_t(*column)].row_span > 1;
    });
}

bool SectionRows::repeats_across(int row) const
{
    std::string_view text;
    int count = 0;
    auto const& cells = m_table.rows[std::size_t(row)].cells;
    for (std::size_t column = 0; column < cells.size(); ++column) {
        auto const role = m_header.roles[column];
        if (role == ColumnRole::RowId || role == ColumnRole::Number || cells[column].covered)
            continue;
        if (cells[column].text.size() < 4 || (count > 0 && cells[column].text != text))
            return false;
        text = cells[column].text;
        ++count;
    }
    return count > 1;
}

std::optional<int> SectionRows::lone_cell(int row) const
{
    std::optional<int> lone;
    auto const& cells = m_table.rows[std::size_t(row)].cells;
    for (int column = 0; column < int(cells.size()); ++column) {
        auto const& cell = cells[std::size_t(column)];
        auto const role = m_header.roles[std::size_t(column)];
        if (role == ColumnRole::RowId)
            continue;
        bool const shared = cell.covered && cell.origin_row < row && cell.origin_row > m_header.last_row
            && (role == ColumnRole::Actions || role == ColumnRole::Gaps || role == ColumnRole::Deadline);
        if (shared)
            return {};
        bool const only_number = role == ColumnRole::Number && cell.text.size() < 8;
        if (cell.covered || cell.text.empty() || only_number || trimmed(cell.text).empty())
            continue;
        if (lone && !repeats_across(row))
            return {};
        if (!lone)
            lone = column;
    }
    return lone;
}

bool SectionRows::most_full_rows(int column, bool (*property)(formats::Cell const&)) const
{
    int full = 0;
    int with = 0;
    for (int row = m_header.last_row + 1; row < int(m_table.rows.size()); ++row) {
        auto const& cell = m_table.rows[std::size_t(row)].cells[std::size_t(column)];
        if (cell.covered || cell.text.empty() || lone_cell(row))
            continue;
        ++full;
        with += property(cell) ? 1 : 0;
    }
    return full > 0 && with * 2 >= full;
}

/// « 2 » in a column of numbers whose other rows say « 2.1 », « 2.2 ».
bool SectionRows::has_number_of_section(int row) const
{
    auto const column = m_header.column_of(ColumnRole::Number);
    return column && levels_of_number(m_table.rows[std::size_t(row)].cells[std::size_t(*column)].text) == 1
        && most_full_rows(*column, [](auto const& one) { return levels_of_number(one.text) > 1; });
}

bool SectionRows::looks_like_title(int row, int column) const
{
    auto const& cell = m_table.rows[std::size_t(row)].cells[std::size_t(column)];
    if (cell.bold && !most_full_rows(column, [](auto const& one) { return one.bold; }))
        return true;
    if (is_all_capitals(cell.text) && cell.text.size() > 6 && !most_full_rows(column, [](auto const& one) { return is_all_capitals(one.text); }))
        return true;
    if (numbering_depth(cell.text) == 1 && !most_full_rows(column, [](auto const& one) { return numbering_depth(one.text) == 1; }))
        return true;
    return has_number_of_section(row);
}

bool SectionRows::is_evident(int row, int column) const
{
    auto const& cell = m_table.rows[std::size_t(row)].cells[std::size_t(column)];
    auto const width = int(m_header.roles.size());
    if (cell.text.size() > 250)
        return false;
    if (cell.column_span >= std::max(2, width / 2 + 1) || (cell.column_span > 1 && cell.column_span >= width) || repeats_across(row))
        return true;
    if (m_titles.code_of(cell.text) || is_announced_section(cell.text))
        return true;
    auto const role = m_header.roles[std::size_t(column)];
    if (role == ColumnRole::Number || (role == ColumnRole::Ignored && column == 0))
        return true;
    return (role == ColumnRole::Gaps || role == ColumnRole::Actions) && looks_like_title(row, column);
}

namespace {

bool is_without_title(formats::Table const& table, RecognizedHeader const& header, int column)
{
    for (int row = header.first_row; row <= header.last_row; ++row)
        if (!cell_through_merge(table, row, column).text.empty())
            return false;
    return header.roles[std::size_t(column)] == ColumnRole::Ignored;
}

bool holds_titles(formats::Table const& table, RecognizedHeader const& header, KnownTitles const& titles, int column)
{
    int rows = 0;
    int filled = 0;
    int known = 0;
    bool merged = false;
    for (int row = header.last_row + 1; row < int(table.rows.size()); ++row) {
        auto const& cell = table.rows[std::size_t(row)].cells[std::size_t(column)];
        rows += is_blank(table.rows[std::size_t(row)]) ? 0 : 1;
        if (cell.covered || cell.text.empty())
            continue;
        if (levels_of_number(cell.text) > 0 || cell.text.size() > 150)
            return false;
        ++filled;
        known += titles.code_of(cell.text) ? 1 : 0;
        merged = merged || cell.row_span > 1;
    }
    return filled > 0 && (known * 2 >= filled || merged || filled * 2 <= rows);
}

} // namespace

std::optional<int> unnamed_section_column(formats::Table const& table, RecognizedHeader const& header, KnownTitles const& titles)
{
    if (header.guessed || header.last_row < 0 || header.has(ColumnRole::Sections))
        return {};
    for (int column = 0; column < int(header.roles.size()); ++column) {
        auto const role = header.roles[std::size_t(column)];
        if (role == ColumnRole::Gaps || role == ColumnRole::Actions)
            return {};
        if (is_without_title(table, header, column) && holds_titles(table, header, titles, column))
            return column;
    }
    return {};
}

} // namespace toguna::actions
