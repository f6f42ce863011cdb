#pragma once
/// Pages as lists of things to draw: laid out first, drawn when their number is known. All lengths are in points.

#include "formats/pdf_text.hpp"

#include <cairo.h>

#include <cstdint>
#include <variant>
#include <vector>

namespace toguna::formats::pdf {

/// The corner is the upper left one; y grows downwards.
struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
};
struct Ground {
    Box box;
    std::uint32_t colour = 0xFFFFFF;
};
struct Frame {
    Box box;
};
struct PlacedLine {
    TextLine text;
    double x = 0; ///< of the width that the line was shaped for
    double y = 0; ///< of the line's top
};
/// Structure for people who listen to the document. Names are those of PDF 32000-1, 14.8.4.
struct OpenTag {
    char const* name;
};
struct CloseTag {
    char const* name;
};
using Item = std::variant<Ground, Frame, PlacedLine, OpenTag, CloseTag>;

struct PageGeometry {
    double width = 595.28; ///< A4
    double height = 841.89;
    double side_margin = 48;
    double top_margin = 58;
    double bottom_margin = 58;

    static PageGeometry a4(bool landscape)
    {
        PageGeometry geometry;
        if (landscape)
            std::swap(geometry.width, geometry.height);
        return geometry;
    }
    double text_width() const { return width - 2 * side_margin; }
    double text_height() const { return height - top_margin - bottom_margin; }
};

/// Where the next thing goes. Starts with one empty page.
class Pages {
public:
    explicit Pages(PageGeometry const& geometry) : m_geometry(geometry) { begin_page(); }

    PageGeometry const& geometry() const { return m_geometry; }
    double y() const { return m_y; }
    double bottom() const { return m_geometry.height - m_geometry.bottom_margin; }
    double room() const { return bottom() - m_y; }
    bool is_at_top() const { return m_y <= m_geometry.top_margin; }
    int count() const { return int(m_pages.size()); }

    void add(Item item) { m_pages.back().push_back(std::move(item)); }
    void move_down(double height) { m_y += height; }
    void begin_page()
    {
        m_pages.emplace_back();
        m_y = m_geometry.top_margin;
    }
    std::vector<Item> const& items(int page) const { return m_pages[std::size_t(page)]; }

private:
    PageGeometry m_geometry;
    std::vector<std::vector<Item>> m_pages;
    double m_y = 0;
};

/// Draws onto the current page of a PDF surface.
void draw(cairo_t* context, std::vector<Item> const& items);
void draw(cairo_t* context, PlacedLine const& line);
/// A fine horizontal line.
void draw_rule(cairo_t* context, double x, double y, double width);

} // namespace toguna::formats::pdf
