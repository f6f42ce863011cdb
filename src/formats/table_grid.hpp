#pragma once
/// A document table with its spans worked out: which cell stands on which place of which row.

#include "formats/document.hpp"

#include <vector>

namespace toguna::formats {

/// The part of a cell that lies in one row.
struct GridPlace {
    DocumentCell const* cell = nullptr; ///< null where the row gave too few cells
    int column = 0;
    int column_span = 1;
    int first_row = 0; ///< where the cell starts
    int row_span = 1;  ///< clipped to the table, and header cells to the header

    bool starts_in(int row) const { return first_row == row; }
    bool ends_in(int row) const { return first_row + row_span - 1 == row; }
};

struct TableGrid {
    int columns = 0;
    int header_rows = 0;                      ///< leading rows marked as header; a later one is an ordinary row
    std::vector<std::vector<GridPlace>> rows; ///< each row's places cover all columns, left to right
};

/// Total: spans beyond the table are clipped, missing cells are filled with empty places. Points into `table`.
TableGrid table_grid(DocumentTable const& table);

/// Widths of the columns, adding up to `total` (any unit). They follow the table's shares, but a column is first given room for its
/// longest word as far as the others can spare it: « Hebdomadaire » is never cut because somebody chose 8 %.
/// `letter` is the mean width of a letter and `padding` the space beside the text, in the same unit.
std::vector<double> column_widths(DocumentTable const& table, TableGrid const& grid, double total, double letter, double padding);

/// True for a row that is one Section cell across the table: it belongs to the rows below it.
bool is_section_row(TableGrid const& grid, int row);

} // namespace toguna::formats
