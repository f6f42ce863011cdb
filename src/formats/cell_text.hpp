#pragma once
/// Text of foreign files as we keep it: one kind of space, one kind of line end, no list markers.

#include "formats/table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace toguna::formats {

/// Spaces of every width become one plain space, runs of them one; lines are trimmed and joined with '\n', empty lines
/// dropped; soft hyphens, zero-width and control characters disappear; what is not UTF-8 becomes U+FFFD.
std::string tidy_text(std::string_view raw);

/// A cell of typed text. Bullets at the start of a line are removed; when every line had one, the cell is a list.
/// Numbers (« 1. », « 2) ») count as markers only when two lines or more all carry them: « 1. Coordination » is a title.
Cell text_cell(std::string_view raw);

/// A paragraph of a cell in a text document or an OpenDocument sheet.
struct CellParagraph {
    std::string text;
    bool visible = false; ///< has more than white space
    bool regular = false; ///< some of it is not bold
    bool list = false;
};

/// The paragraphs as one cell: list items lose their inner line breaks, so that each line is an item.
Cell cell_of_paragraphs(std::vector<CellParagraph> const& paragraphs);

} // namespace toguna::formats
