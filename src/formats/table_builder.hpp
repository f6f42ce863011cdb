#pragma once
/// A table put together place by place, within the bounds; padded and merged when it is complete.

#include "formats/table.hpp"

#include <vector>

namespace toguna::formats {

/// Counts what all tables of one file hold against the limits: a few bytes can stand for a million cells (repeated
/// rows) or for one long text a million times (shared strings).
class CellBudget {
public:
    explicit CellBudget(ReadLimits const& limits) : m_limits(limits) { }
    Result<void> spend(std::size_t cells);
    Result<void> spend_text(std::size_t bytes);
    /// TooLarge when a table would have this many rows.
    Result<void> check_rows(std::size_t rows) const;
    std::size_t most_cells() const { return m_limits.cells; }

private:
    ReadLimits m_limits;
    std::size_t m_spent = 0;
    std::size_t m_text_spent = 0;
};

/// Rows and columns from 0, the last ones included.
struct MergedArea {
    int row = 0;
    int column = 0;
    int last_row = 0;
    int last_column = 0;
};

class TableBuilder {
public:
    /// `description` says everything but the rows. The budget must outlive the builder.
    TableBuilder(Table description, CellBudget& budget) : m_table(std::move(description)), m_budget(budget) { }

    Result<void> put(int row, int column, Cell cell);
    /// Makes sure that the row has this many columns, even if they stay empty.
    Result<void> extend(int row, int columns);
    /// Only rows that hold something exist; marks on others are forgotten.
    TableRow* row(int row) { return row < int(m_table.rows.size()) ? &m_table.rows[std::size_t(row)] : nullptr; }
    int row_count() const { return int(m_table.rows.size()); }
    void merge(MergedArea area) { m_merges.push_back(area); }
    /// First and last from 0. Files hide all columns to the right of the table, too: those beyond the bound are not kept.
    void hide_columns(int first, int last);

    /// Pads every row to the widest and marks covered places. Areas that reach beyond the table are clipped; one that
    /// overlaps an earlier one is ignored.
    Result<Table> finish();

private:
    Result<int> pad();
    void apply_merges(int width);

    Table m_table;
    CellBudget& m_budget;
    std::vector<MergedArea> m_merges;
};

} // namespace toguna::formats
