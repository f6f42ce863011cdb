#pragma once
/// The text of one table cell, cut into lines that may go to several pages.

#include "formats/pdf_pages.hpp"
#include "formats/table_grid.hpp"
#include "formats/tone.hpp"

#include <optional>

namespace toguna::formats::pdf {

constexpr double cell_padding = 4.5;

struct CellLine {
    TextLine text;
    std::optional<TextLine> bullet = {}; ///< before the first line of a list item
    double indent = 0;
    double gap_before = 0; ///< between paragraphs; not at the top of a cell
};

struct ShapedCell {
    GridPlace place;
    ToneLook look;
    double x = 0; ///< from the table's left edge
    double width = 0;
    std::vector<CellLine> lines;

    /// Of the lines from `first` on, with the padding above and below.
    double height_from(std::size_t first) const;
    /// How many lines from `first` on fit into `height`, padding included.
    std::size_t lines_that_fit(std::size_t first, double height) const;
};

ShapedCell shape_cell(TextShaper const& shaper, GridPlace const& place, double x, double width);

/// A part of a cell on one page.
struct CellFragment {
    ShapedCell const* cell = nullptr;
    double top = 0;
    double bottom = 0;
    std::size_t first_line = 0;
    std::size_t end_line = 0;
};

/// Adds ground, frame and text; `left` is the table's left edge.
void place_fragment(Pages& pages, CellFragment const& fragment, double left);

} // namespace toguna::formats::pdf
