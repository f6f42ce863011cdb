#include "formats/table_builder.hpp"

#include <algorithm>

namespace toguna::formats {

namespace {

Cell& cell_at(Table& table, int row, int column) { return table.rows[std::size_t(row)].cells[std::size_t(column)]; }

bool is_free(Table& table, MergedArea const& area)
{
    for (int row = area.row; row <= area.last_row; ++row)
        for (int column = area.column; column <= area.last_column; ++column) {
            auto const& cell = cell_at(table, row, column);
            if (cell.covered || cell.column_span > 1 || cell.row_span > 1)
                return false;
        }
    return true;
}

void cover(Table& table, MergedArea const& area)
{
    for (int row = area.row; row <= area.last_row; ++row)
        for (int column = area.column; column <= area.last_column; ++column) {
            auto& cell = cell_at(table, row, column);
            cell = Cell {};
            cell.covered = true;
            cell.origin_row = area.row;
            cell.origin_column = area.column;
        }
}

} // namespace

Result<void> CellBudget::spend(std::size_t cells)
{
    m_spent += cells;
    if (m_spent > m_limits.cells)
        return fail(ErrorKind::TooLarge,
            tr("The tables of this file have more than {limit} cells. Keep the table to be read, delete the other sheets and the empty "
               "columns, and try again.",
                { { "limit", m_limits.cells } }));
    return {};
}

Result<void> CellBudget::spend_text(std::size_t bytes)
{
    m_text_spent += bytes;
    if (m_text_spent > m_limits.unpacked_bytes)
        return fail(ErrorKind::TooLarge,
            tr("The tables of this file hold more than {limit} MB of text. Keep the table to be read, delete the others, and try again.",
                { { "limit", m_limits.unpacked_bytes / (1024 * 1024) } }));
    return {};
}

Result<void> CellBudget::check_rows(std::size_t rows) const
{
    if (rows > m_limits.rows)
        return fail(ErrorKind::TooLarge,
            tr("A table of this file reaches row {found}; at most {limit} rows are read. Delete the rows that are not needed, or "
               "split the file, and try again.",
                { { "found", rows }, { "limit", m_limits.rows } }));
    return {};
}

Result<void> TableBuilder::extend(int row, int columns)
{
    auto const rows_needed = std::size_t(row) + 1;
    if (rows_needed > m_table.rows.size()) {
        TRY(m_budget.check_rows(rows_needed));
        m_table.rows.resize(rows_needed);
    }
    auto& cells = m_table.rows[std::size_t(row)].cells;
    if (std::size_t(columns) > cells.size()) {
        TRY(m_budget.spend(std::size_t(columns) - cells.size()));
        cells.resize(std::size_t(columns));
    }
    return {};
}

Result<void> TableBuilder::put(int row, int column, Cell cell)
{
    TRY(extend(row, column + 1));
    TRY(m_budget.spend_text(cell.text.size()));
    cell_at(m_table, row, column) = std::move(cell);
    return {};
}

void TableBuilder::hide_columns(int first, int last)
{
    constexpr int most_hidden_columns = 1'000;
    auto& hidden = m_table.hidden_columns;
    for (int column = std::max(first, 0); column <= std::min(last, most_hidden_columns - 1); ++column) {
        if (std::size_t(column) >= hidden.size())
            hidden.resize(std::size_t(column) + 1);
        hidden[std::size_t(column)] = true;
    }
}

Result<int> TableBuilder::pad()
{
    std::size_t width = 0;
    for (auto const& row : m_table.rows)
        width = std::max(width, row.cells.size());
    for (auto& row : m_table.rows) {
        TRY(m_budget.spend(width - row.cells.size()));
        row.cells.resize(width);
    }
    return int(width);
}

void TableBuilder::apply_merges(int width)
{
    // Hostile files overlap merges by the thousand: the work is bounded, not only the result.
    auto remaining_work = 4 * m_budget.most_cells();
    for (auto area : m_merges) {
        area.last_row = std::min(area.last_row, row_count() - 1);
        area.last_column = std::min(area.last_column, width - 1);
        if (area.row < 0 || area.column < 0 || area.last_row < area.row || area.last_column < area.column)
            continue;
        auto const rows = std::size_t(area.last_row - area.row + 1);
        auto const columns = std::size_t(area.last_column - area.column + 1);
        if (rows * columns == 1 || rows * columns > remaining_work)
            continue;
        remaining_work -= rows * columns;
        if (!is_free(m_table, area))
            continue;
        auto origin = std::move(cell_at(m_table, area.row, area.column));
        cover(m_table, area);
        origin.row_span = int(rows);
        origin.column_span = int(columns);
        cell_at(m_table, area.row, area.column) = std::move(origin);
    }
}

Result<Table> TableBuilder::finish()
{
    auto const width = TRY(pad());
    apply_merges(width);
    return std::move(m_table);
}

} // namespace toguna::formats
