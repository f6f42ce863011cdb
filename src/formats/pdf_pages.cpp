#include "formats/pdf_pages.hpp"

#include "formats/tone.hpp"

#include <pango/pangocairo.h>

namespace toguna::formats::pdf {

namespace {

constexpr double rule_width = 0.5;

void set_colour(cairo_t* context, std::uint32_t colour)
{
    cairo_set_source_rgb(context, ((colour >> 16) & 0xFF) / 255.0, ((colour >> 8) & 0xFF) / 255.0, (colour & 0xFF) / 255.0);
}

struct Drawing {
    cairo_t* context;

    void operator()(Ground const& ground) const
    {
        set_colour(context, ground.colour);
        cairo_rectangle(context, ground.box.x, ground.box.y, ground.box.width, ground.box.height);
        cairo_fill(context);
    }
    void operator()(Frame const& frame) const
    {
        set_colour(context, rule_ink);
        cairo_set_line_width(context, rule_width);
        cairo_rectangle(context, frame.box.x, frame.box.y, frame.box.width, frame.box.height);
        cairo_stroke(context);
    }
    void operator()(PlacedLine const& line) const { draw(context, line); }
    void operator()(OpenTag tag) const { cairo_tag_begin(context, tag.name, ""); }
    void operator()(CloseTag tag) const { cairo_tag_end(context, tag.name); }
};

} // namespace

void draw(cairo_t* context, std::vector<Item> const& items)
{
    for (auto const& item : items)
        std::visit(Drawing { context }, item);
}

void draw(cairo_t* context, PlacedLine const& line)
{
    set_colour(context, line.text.ink);
    cairo_move_to(context, line.x + line.text.x, line.y + line.text.baseline);
    pango_cairo_show_layout_line(context, line.text.line);
}

void draw_rule(cairo_t* context, double x, double y, double width)
{
    set_colour(context, rule_ink);
    cairo_set_line_width(context, rule_width);
    cairo_move_to(context, x, y);
    cairo_line_to(context, x + width, y);
    cairo_stroke(context);
}

} // namespace toguna::formats::pdf
