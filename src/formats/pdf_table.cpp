#include "formats/pdf_table.hpp"

#include "formats/pdf_cell.hpp"

#include <algorithm>
#include <numeric>

namespace toguna::formats::pdf {

namespace {

/// DejaVu Sans Bold at 8.5 points.
constexpr double mean_letter_width = 5.7;
/// A row is split only where at least this much of it fits; less looks like an accident.
constexpr double least_split = 60;
/// A head taller than this share of the page is not repeated: nothing would be left for the rows.
constexpr double most_of_page_for_head = 0.4;
/// Rows joined by merged cells start a new page together unless they need more than this share of it.
constexpr double most_of_page_kept_together = 0.6;

struct RowFragment {
    std::vector<CellFragment> cells;
    bool is_header = false;
};

/// A cell of which lines or rows are still to come.
struct OpenCell {
    ShapedCell const* cell = nullptr;
    int last_row = 0;
    std::size_t next_line = 0;
    /// Its part on the current page.
    std::size_t row_fragment = 0;
    std::size_t cell_fragment = 0;
};

class TableLayout {
public:
    TableLayout(Pages& pages, TextShaper const& shaper, DocumentTable const& table)
        : m_pages(pages), m_grid(table_grid(table)), m_rows(m_grid.rows.size())
    {
        shape(shaper, column_widths(table, m_grid, pages.geometry().text_width(), mean_letter_width, 2 * cell_padding + 1));
        measure();
        find_groups();
    }

    void place()
    {
        m_pages.add(OpenTag { "Table" });
        auto const row_count = int(m_rows.size());
        if (!m_pages.is_at_top() && head_height() + group_height(m_grid.header_rows) > m_pages.room())
            m_pages.begin_page();
        for (int row = 0; row < row_count; ++row) {
            if (starts_group(row) && !is_fresh() && group_height(row) > m_pages.room())
                continue_on_next_page();
            place_row(row);
        }
        flush();
        m_pages.add(CloseTag { "Table" });
    }

private:
    struct Row {
        std::vector<ShapedCell> cells; ///< those that start here, left to right
        double height = 0;             ///< when nothing is cut
        int group_end = 0;             ///< the row after the last one that merged cells join to this one
    };

    void shape(TextShaper const& shaper, std::vector<double> const& widths)
    {
        for (int row = 0; row < int(m_rows.size()); ++row)
            for (auto const& place : m_grid.rows[std::size_t(row)])
                if (place.starts_in(row)) {
                    auto const first = widths.begin() + place.column;
                    auto const x = std::accumulate(widths.begin(), first, 0.0);
                    auto const width = std::accumulate(first, first + place.column_span, 0.0);
                    m_rows[std::size_t(row)].cells.push_back(shape_cell(shaper, place, x, width));
                }
    }

    /// A row is as tall as its own cells; what a merged cell needs beyond that is shared among its rows.
    void measure()
    {
        for (auto& row : m_rows) {
            row.height = 2 * cell_padding + 9;
            for (auto const& cell : row.cells)
                if (cell.place.row_span == 1)
                    row.height = std::max(row.height, cell.height_from(0));
        }
        for (auto const& row : m_rows)
            for (auto const& cell : row.cells) {
                auto const first = cell.place.first_row;
                auto const end = first + cell.place.row_span;
                auto const lack = cell.height_from(0) - height_of(first, end);
                for (int spanned = first; lack > 0 && spanned < end; ++spanned)
                    m_rows[std::size_t(spanned)].height += lack / cell.place.row_span;
            }
    }

    void find_groups()
    {
        int end = 0;
        int start = 0;
        for (int row = 0; row < int(m_rows.size()); ++row) {
            if (row >= end)
                start = row;
            end = std::max(end, row + 1);
            for (auto const& cell : m_rows[std::size_t(row)].cells)
                end = std::max(end, row + cell.place.row_span);
            m_rows[std::size_t(start)].group_end = end;
        }
    }

    bool starts_group(int row) const { return m_rows[std::size_t(row)].group_end > 0; }

    double height_of(int first, int end) const
    {
        double height = 0;
        for (int row = first; row < std::min(end, int(m_rows.size())); ++row)
            height += m_rows[std::size_t(row)].height;
        return height;
    }

    double full_height() const { return m_pages.geometry().text_height() - head_height(); }

    /// What should stand on one page from `row` on: its merged rows, and for a section its first rows too.
    double group_height(int row) const
    {
        if (row >= int(m_rows.size()))
            return 0;
        auto const end = m_rows[std::size_t(row)].group_end;
        auto height = height_of(row, end);
        if (is_section_row(m_grid, row) && end < int(m_rows.size()))
            height += is_section_row(m_grid, end) ? height_of(end, end + 1) : group_height(end);
        return height <= full_height() * most_of_page_kept_together ? height : least_height(row);
    }

    /// A row, or the first part of one that is taller than the page; a section brings the row below it along.
    double least_height(int row) const
    {
        auto const height = height_of(row, row + 1);
        if (is_section_row(m_grid, row) && row + 1 < int(m_rows.size()) && !is_section_row(m_grid, row + 1))
            return height + least_height(row + 1);
        return height <= full_height() ? height : least_split;
    }

    /// Zero when the head is too tall to be repeated.
    double head_height() const
    {
        auto const height = height_of(0, m_grid.header_rows);
        return height <= m_pages.geometry().text_height() * most_of_page_for_head ? height : 0;
    }

    bool is_fresh() const { return m_pages.is_at_top() || m_page_is_fresh; }

    void place_row(int row)
    {
        open_row(row);
        for (;;) {
            auto const height = height_needed(row);
            if (height <= m_pages.room() + 0.01) {
                m_pages.move_down(height);
                m_page_is_fresh = false;
                close_cells(row);
                return;
            }
            if (!is_fresh() && (height <= full_height() || m_pages.room() < least_split))
                move_row_to_next_page(row);
            else
                split_row(row);
        }
    }

    void open_row(int row)
    {
        m_fragments.push_back({ {}, row < m_grid.header_rows });
        for (auto const& cell : m_rows[std::size_t(row)].cells) {
            m_fragments.back().cells.push_back({ &cell, m_pages.y(), m_pages.y(), 0, 0 });
            m_open.push_back({ &cell, row + cell.place.row_span - 1, 0, m_fragments.size() - 1, m_fragments.back().cells.size() - 1 });
        }
    }

    CellFragment& fragment_of(OpenCell const& open) { return m_fragments[open.row_fragment].cells[open.cell_fragment]; }

    /// So that every cell that ends in this row has shown all its lines.
    double height_needed(int row)
    {
        bool const is_whole = std::all_of(m_open.begin(), m_open.end(), [row](auto const& open) { return open.cell->place.first_row != row || open.next_line == 0; });
        auto const natural = m_rows[std::size_t(row)].height;
        double height = is_whole && natural <= full_height() ? natural : 2 * cell_padding + 9;
        for (auto const& open : m_open)
            if (open.last_row == row)
                height = std::max(height, open.cell->height_from(open.next_line) - (m_pages.y() - fragment_of(open).top));
        return height;
    }

    void close_cells(int row)
    {
        for (auto const& open : m_open)
            if (open.last_row == row) {
                auto& fragment = fragment_of(open);
                fragment.bottom = m_pages.y();
                fragment.first_line = open.next_line;
                fragment.end_line = open.cell->lines.size();
            }
        std::erase_if(m_open, [row](auto const& open) { return open.last_row == row; });
    }

    /// Cuts an open cell at `bottom`: the lines that fit stay on this page. At least `least_lines` of them, fit or not.
    void cut(OpenCell& open, double bottom, std::size_t least_lines)
    {
        auto& fragment = fragment_of(open);
        auto const left = open.cell->lines.size() - open.next_line;
        auto const fitting = open.cell->lines_that_fit(open.next_line, bottom - fragment.top);
        fragment.bottom = bottom;
        fragment.first_line = open.next_line;
        fragment.end_line = open.next_line += std::min(left, std::max(fitting, least_lines));
    }

    void move_row_to_next_page(int row)
    {
        m_fragments.pop_back();
        for (auto& open : m_open)
            if (open.cell->place.first_row < row)
                cut(open, m_pages.y(), 0);
        continue_on_next_page();
        reopen(row);
    }

    void split_row(int row)
    {
        // On a page of its own each cell must come forward, else a line taller than the page would never end.
        std::size_t const least_lines = is_fresh() ? 1 : 0;
        for (auto& open : m_open)
            cut(open, m_pages.bottom(), least_lines);
        continue_on_next_page();
        reopen(row);
    }

    /// The row at the top of a page holds all that is still open, merged cells of earlier rows included.
    void reopen(int row)
    {
        m_fragments.push_back({ {}, row < m_grid.header_rows });
        std::sort(m_open.begin(), m_open.end(), [](auto const& left, auto const& right) { return left.cell->place.column < right.cell->place.column; });
        for (auto& open : m_open) {
            m_fragments.back().cells.push_back({ open.cell, m_pages.y(), m_pages.y(), 0, 0 });
            open.row_fragment = m_fragments.size() - 1;
            open.cell_fragment = m_fragments.back().cells.size() - 1;
        }
    }

    void continue_on_next_page()
    {
        flush();
        m_pages.begin_page();
        if (head_height() > 0)
            repeat_head();
        m_page_is_fresh = true;
    }

    void repeat_head()
    {
        auto top = m_pages.y();
        for (int row = 0; row < m_grid.header_rows; ++row) {
            m_fragments.push_back({ {}, true });
            for (auto const& cell : m_rows[std::size_t(row)].cells)
                m_fragments.back().cells.push_back({ &cell, top, top + height_of(row, row + cell.place.row_span), 0, cell.lines.size() });
            top += m_rows[std::size_t(row)].height;
        }
        m_pages.move_down(head_height());
    }

    /// Gives the page its rows, in reading order.
    void flush()
    {
        for (auto const& row : m_fragments) {
            m_pages.add(OpenTag { "TR" });
            for (auto const& cell : row.cells) {
                auto const* const tag = row.is_header ? "TH" : "TD";
                m_pages.add(OpenTag { tag });
                place_fragment(m_pages, cell, m_pages.geometry().side_margin);
                m_pages.add(CloseTag { tag });
            }
            m_pages.add(CloseTag { "TR" });
        }
        m_fragments.clear();
    }

    Pages& m_pages;
    TableGrid m_grid;
    std::vector<Row> m_rows;
    std::vector<RowFragment> m_fragments; ///< of the current page
    std::vector<OpenCell> m_open;
    bool m_page_is_fresh = false; ///< only the repeated head stands on it
};

} // namespace

void lay_out_table(Pages& pages, TextShaper const& shaper, DocumentTable const& table)
{
    if (!table.rows.empty())
        TableLayout(pages, shaper, table).place();
}

} // namespace toguna::formats::pdf
