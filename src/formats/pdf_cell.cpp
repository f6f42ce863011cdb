#include "formats/pdf_cell.hpp"

namespace toguna::formats::pdf {

namespace {

constexpr double cell_text_size = 8.5;
constexpr double bullet_indent = 9;
constexpr double paragraph_gap = 2.5;

} // namespace

double ShapedCell::height_from(std::size_t first) const
{
    double height = 2 * cell_padding;
    for (auto line = first; line < lines.size(); ++line)
        height += lines[line].text.height + (line == first ? 0 : lines[line].gap_before);
    return height;
}

std::size_t ShapedCell::lines_that_fit(std::size_t first, double height) const
{
    double used = 2 * cell_padding;
    auto line = first;
    for (; line < lines.size(); ++line) {
        used += lines[line].text.height + (line == first ? 0 : lines[line].gap_before);
        if (used > height + 0.01)
            break;
    }
    return line - first;
}

ShapedCell shape_cell(TextShaper const& shaper, GridPlace const& place, double x, double width)
{
    ShapedCell shaped { place, {}, x, width, {} };
    if (!place.cell)
        return shaped;
    shaped.look = look_of(place.cell->tone);
    TextStyle const style { cell_text_size, shaped.look.ink, shaped.look.bold, place.cell->align };
    auto const indent = place.cell->is_list ? bullet_indent : 0;
    for (auto const& paragraph : place.cell->paragraphs) {
        bool is_first_line = true;
        for (auto& line : shaper.shape(paragraph, style, width - 2 * cell_padding - indent)) {
            CellLine cell_line { std::move(line), {}, indent, 0 };
            if (is_first_line && place.cell->is_list)
                cell_line.bullet = shaper.shape_line("•", { cell_text_size, shaped.look.ink, shaped.look.bold }, bullet_indent);
            if (is_first_line && !shaped.lines.empty())
                cell_line.gap_before = paragraph_gap;
            shaped.lines.push_back(std::move(cell_line));
            is_first_line = false;
        }
    }
    return shaped;
}

void place_fragment(Pages& pages, CellFragment const& fragment, double left)
{
    auto const& cell = *fragment.cell;
    Box const box { left + cell.x, fragment.top, cell.width, fragment.bottom - fragment.top };
    if (cell.look.has_ground)
        pages.add(Ground { box, cell.look.ground });
    pages.add(Frame { box });
    double y = fragment.top + cell_padding;
    for (auto index = fragment.first_line; index < fragment.end_line; ++index) {
        auto const& line = cell.lines[index];
        y += index == fragment.first_line ? 0 : line.gap_before;
        if (line.bullet)
            pages.add(PlacedLine { *line.bullet, box.x + cell_padding, y + line.text.baseline - line.bullet->baseline });
        pages.add(PlacedLine { line.text, box.x + cell_padding + line.indent, y });
        y += line.text.height;
    }
}

} // namespace toguna::formats::pdf
