#include "formats/table_grid.hpp"

#include <algorithm>
#include <numeric>

namespace toguna::formats {

namespace {

/// The table's widths say how many columns there are; rows with more cells than that widen it, for no text may be lost.
int count_columns(DocumentTable const& table)
{
    std::size_t columns = std::max<std::size_t>(table.widths.size(), 1);
    for (auto const& row : table.rows) {
        std::size_t places = row.cells.size();
        if (table.widths.empty())
            for (auto const& cell : row.cells)
                places += std::size_t(std::clamp(cell.column_span, 1, 100)) - 1;
        columns = std::max(columns, places);
    }
    return int(columns);
}

int count_header_rows(DocumentTable const& table)
{
    auto const first_body_row = std::find_if_not(table.rows.begin(), table.rows.end(), [](auto const& row) { return row.header; });
    return int(first_body_row - table.rows.begin());
}

/// Places that cells of earlier rows still cover, by column; null where free.
using Covered = std::vector<GridPlace const*>;

int free_places_from(Covered const& covered, int column)
{
    int count = 0;
    while (column + count < int(covered.size()) && !covered[std::size_t(column + count)])
        ++count;
    return count;
}

std::vector<GridPlace> place_row(DocumentRow const& row, int row_index, int last_row, Covered const& covered)
{
    std::vector<GridPlace> places;
    auto cell = row.cells.begin();
    for (int column = 0; column < int(covered.size());) {
        GridPlace place { nullptr, column, 1, row_index, 1 };
        if (auto const* above = covered[std::size_t(column)]) {
            place = *above;
        } else if (cell != row.cells.end()) {
            place.cell = &*cell;
            place.column_span = std::clamp(cell->column_span, 1, free_places_from(covered, column));
            place.row_span = std::clamp(cell->row_span, 1, last_row - row_index + 1);
            ++cell;
        }
        column += place.column_span;
        places.push_back(place);
    }
    return places;
}

/// In letters, of one cell's text.
std::size_t longest_word(DocumentCell const& cell)
{
    std::size_t longest = 0;
    for (auto const& paragraph : cell.paragraphs) {
        std::size_t length = 0;
        for (auto const& run : paragraph)
            for (unsigned char const byte : run.text) {
                bool const is_continuation = (byte & 0xC0) == 0x80;
                length = byte <= ' ' ? 0 : length + (is_continuation ? 0 : 1);
                longest = std::max(longest, length);
            }
    }
    return longest;
}

std::vector<double> widths_by_shares(DocumentTable const& table, int columns, double total)
{
    std::vector<double> widths(std::size_t(columns), 0);
    for (std::size_t column = 0; column < widths.size(); ++column)
        widths[column] = column < table.widths.size() && table.widths[column] > 0 ? table.widths[column] : 0;
    auto const given = std::count_if(widths.begin(), widths.end(), [](double width) { return width > 0; });
    auto const sum = std::accumulate(widths.begin(), widths.end(), 0.0);
    auto const fallback = given > 0 ? sum / double(given) : 1.0;
    for (auto& width : widths)
        if (width <= 0)
            width = fallback;
    auto const scale = total / std::accumulate(widths.begin(), widths.end(), 0.0);
    for (auto& width : widths)
        width *= scale;
    return widths;
}

} // namespace

TableGrid table_grid(DocumentTable const& table)
{
    TableGrid grid { count_columns(table), count_header_rows(table), {} };
    grid.rows.reserve(table.rows.size());
    Covered covered(std::size_t(grid.columns), nullptr);
    for (int row = 0; row < int(table.rows.size()); ++row) {
        auto const last_row = (row < grid.header_rows ? grid.header_rows : int(table.rows.size())) - 1;
        grid.rows.push_back(place_row(table.rows[std::size_t(row)], row, last_row, covered));
        std::fill(covered.begin(), covered.end(), nullptr);
        for (auto const& place : grid.rows.back())
            if (!place.ends_in(row))
                for (int column = place.column; column < place.column + place.column_span; ++column)
                    covered[std::size_t(column)] = &place;
    }
    return grid;
}

std::vector<double> column_widths(DocumentTable const& table, TableGrid const& grid, double total, double letter, double padding)
{
    auto widths = widths_by_shares(table, grid.columns, total);
    std::vector<double> wanted(widths.size(), padding + 3 * letter);
    for (int row = 0; row < int(grid.rows.size()); ++row)
        for (auto const& place : grid.rows[std::size_t(row)])
            if (place.cell && place.column_span == 1 && place.starts_in(row)) {
                // Longer "words" are addresses of web pages: they may be cut.
                auto const letters = std::min<std::size_t>(longest_word(*place.cell), 24) + (place.cell->is_list ? 2 : 0);
                auto& width = wanted[std::size_t(place.column)];
                width = std::max(width, padding + double(letters) * letter);
            }

    double missing = 0;
    double spare = 0;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        missing += std::max(0.0, wanted[column] - widths[column]);
        spare += std::max(0.0, widths[column] - wanted[column]);
    }
    if (missing <= 0 || spare <= 0)
        return widths;
    auto const moved = std::min(missing, spare);
    for (std::size_t column = 0; column < widths.size(); ++column) {
        auto const lack = wanted[column] - widths[column];
        widths[column] += lack > 0 ? lack / missing * moved : lack / spare * moved;
    }
    return widths;
}

bool is_section_row(TableGrid const& grid, int row)
{
    auto const& places = grid.rows[std::size_t(row)];
    return places.size() == 1 && places.front().cell && places.front().cell->tone == Tone::Section && places.front().row_span == 1;
}

} // namespace toguna::formats
