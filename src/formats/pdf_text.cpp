#include "formats/pdf_text.hpp"

#include "formats/clean_text.hpp"

#include <pango/pangocairo.h>

#include <algorithm>

namespace toguna::formats::pdf {

namespace {

template<class Object>
GObjectPointer<Object> owned(Object* object)
{
    return GObjectPointer<Object>(object, [](Object* released) { g_object_unref(released); });
}

/// Emphasis by attributes on byte ranges of the joined text.
class Emphasis {
public:
    void add(PangoAttribute* attribute, std::size_t start, std::size_t end)
    {
        attribute->start_index = guint(start);
        attribute->end_index = guint(end);
        pango_attr_list_insert(m_list.get(), attribute);
    }
    PangoAttrList* list() const { return m_list.get(); }

private:
    std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> m_list { pango_attr_list_new(), pango_attr_list_unref };
};

double points(int pango_units) { return double(pango_units) / PANGO_SCALE; }

PangoAlignment alignment(DocumentCell::Align align)
{
    switch (align) {
    case DocumentCell::Align::Start:
        return PANGO_ALIGN_LEFT; // the side where the text's own direction starts
    case DocumentCell::Align::Center:
        return PANGO_ALIGN_CENTER;
    case DocumentCell::Align::End:
        return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

/// Outlines as designed, whatever the screen of the machine that writes.
void prepare_for_paper(PangoContext* context)
{
    auto* const options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
}

} // namespace

TextShaper::TextShaper(std::string_view language)
    : m_font_map(owned(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)))
{
    // A unit of the page is a point; Pango's 96 dots an inch would make everything a third too big.
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(m_font_map.get()), 72);
    m_context = owned(pango_font_map_create_context(m_font_map.get()));
    pango_context_set_language(m_context.get(), pango_language_from_string(std::string(language).c_str()));
    prepare_for_paper(m_context.get());
}

GObjectPointer<PangoLayout> TextShaper::layout(Inline const& runs, TextStyle const& style, double width) const
{
    auto result = owned(pango_layout_new(m_context.get()));
    std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)> const font(pango_font_description_new(), pango_font_description_free);
    pango_font_description_set_family_static(font.get(), "DejaVu Sans");
    pango_font_description_set_size(font.get(), int(style.size * PANGO_SCALE));
    pango_font_description_set_weight(font.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(result.get(), font.get());

    std::string text;
    Emphasis emphasis;
    for (auto const& run : runs) {
        auto const start = text.size();
        text += office_text(run.text);
        if (run.bold)
            emphasis.add(pango_attr_weight_new(PANGO_WEIGHT_BOLD), start, text.size());
        if (run.italic)
            emphasis.add(pango_attr_style_new(PANGO_STYLE_ITALIC), start, text.size());
    }
    pango_layout_set_text(result.get(), text.data(), int(text.size()));
    pango_layout_set_attributes(result.get(), emphasis.list());
    pango_layout_set_width(result.get(), int(std::max(width, 8.0) * PANGO_SCALE));
    pango_layout_set_wrap(result.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(result.get(), alignment(style.align));
    return result;
}

std::vector<TextLine> TextShaper::shape(Inline const& runs, TextStyle const& style, double width) const
{
    auto const shaped = layout(runs, style, width);
    std::vector<TextLine> lines;
    std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)> const at(pango_layout_get_iter(shaped.get()), pango_layout_iter_free);
    do {
        PangoRectangle box {};
        pango_layout_iter_get_line_extents(at.get(), nullptr, &box);
        auto const natural_height = points(box.height);
        auto const height = natural_height * style.line_spacing;
        auto const ascent = points(pango_layout_iter_get_baseline(at.get()) - box.y);
        lines.push_back({ shaped, pango_layout_iter_get_line_readonly(at.get()), points(box.x), ascent + (height - natural_height) / 2, height, style.ink });
    } while (pango_layout_iter_next_line(at.get()));
    return lines;
}

TextLine TextShaper::shape_line(std::string_view text, TextStyle const& style, double width) const
{
    std::string one_line(text);
    std::replace(one_line.begin(), one_line.end(), '\n', ' ');
    auto const shaped = layout({ { one_line } }, style, width);
    pango_layout_set_ellipsize(shaped.get(), PANGO_ELLIPSIZE_END);
    PangoRectangle box {};
    pango_layout_get_extents(shaped.get(), nullptr, &box);
    return { shaped, pango_layout_get_line_readonly(shaped.get(), 0), points(box.x), points(pango_layout_get_baseline(shaped.get())), points(box.height), style.ink };
}

} // namespace toguna::formats::pdf
