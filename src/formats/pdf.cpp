#include "formats/clean_text.hpp"
#include "formats/pdf_language.hpp"
#include "formats/pdf_pages.hpp"
#include "formats/pdf_table.hpp"
#include "formats/tone.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace toguna::formats {

namespace pdf {

namespace {

/// Space in points; `room` is what must fit below so that a heading never ends a page.
struct BlockLook {
    TextStyle style;
    double before = 0;
    double after = 0;
    double room = 0;
};

BlockLook heading_look(int level)
{
    switch (level) {
    case 1:
        return { { 14, title_ink, true }, 14, 6, 90 };
    case 2:
        return { { 12, title_ink, true }, 11, 5, 80 };
    case 3:
        return { { 10.5, title_ink, true }, 9, 4, 70 };
    default:
        return { { 9.5, quiet_ink, true }, 7, 3, 60 };
    }
}

BlockLook paragraph_look(Paragraph::Style style)
{
    switch (style) {
    case Paragraph::Style::Lead:
        return { { 11, title_ink, false }, 0, 8, 0 };
    case Paragraph::Style::Small:
        return { { 8, quiet_ink, false }, 0, 4, 0 };
    case Paragraph::Style::Normal:
        break;
    }
    return { {}, 0, 6, 0 };
}

class BlockLayout {
public:
    BlockLayout(Pages& pages, TextShaper const& shaper) : m_pages(pages), m_shaper(shaper) { }

    void title(Document const& document)
    {
        if (!document.title.empty())
            text("H1", { { document.title } }, { { 19, title_ink, true }, 0, 3, 0 });
        if (!document.subtitle.empty())
            text("P", { { document.subtitle } }, { { 11, quiet_ink, false }, 0, 14, 0 });
    }

    void operator()(Heading const& heading)
    {
        auto const level = std::clamp(heading.level, 1, 4);
        static constexpr char const* tags[] = { "H2", "H3", "H4", "H5" }; // the title is H1
        text(tags[level - 1], { { heading.text } }, heading_look(level));
    }

    void operator()(Paragraph const& paragraph) { text("P", paragraph.runs, paragraph_look(paragraph.style)); }

    void operator()(List const& list)
    {
        m_pages.add(OpenTag { "L" });
        for (std::size_t item = 0; item < list.items.size(); ++item) {
            m_pages.add(OpenTag { "LI" });
            list_item(label_of(list, item), list.items[item], list.numbered ? 20 : item < list.ticks.size() ? 16 : 13);
            m_pages.add(CloseTag { "LI" });
        }
        m_pages.add(CloseTag { "L" });
        m_pages.move_down(4);
    }

    void operator()(FormLine const& line)
    {
        auto const width = m_pages.geometry().text_width();
        if (!line.value.empty())
            return text("P", { { line.label + " " }, { line.value, true } }, { {}, 0, form_line_gap, 0 });
        auto const lines = m_shaper.shape({ { line.label + " " } }, {}, width);
        auto const label_width = width_of(lines.back());
        place_lines("P", lines, left());
        auto dots_from = left() + label_width;
        auto const dot_width = width_of(m_shaper.shape({ { std::string(100, '.') } }, {}, 1000).back()) / 100;
        auto count = static_cast<std::size_t>((width - label_width) / dot_width);
        if (count < shortest_dots) { // the label fills its line: the dots have the next one
            m_pages.move_down(lines.back().height);
            dots_from = left();
            count = static_cast<std::size_t>(width / dot_width);
        }
        m_pages.add(PlacedLine { m_shaper.shape({ { std::string(count, '.') } }, {}, width).back(), dots_from, m_pages.y() - lines.back().height });
        m_pages.move_down(form_line_gap);
    }

    void operator()(DocumentTable const& table)
    {
        if (!table.caption.empty())
            text("P", { { table.caption } }, { { 9, title_ink, true }, 6, 4, 80 });
        lay_out_table(m_pages, m_shaper, table);
        m_pages.move_down(10);
    }

    void operator()(PageBreak const&)
    {
        if (!m_pages.is_at_top())
            m_pages.begin_page();
    }

private:
    static constexpr double form_line_gap = 9; ///< room for handwriting
    static constexpr std::size_t shortest_dots = 30;

    double left() const { return m_pages.geometry().side_margin; }

    static double width_of(TextLine const& line)
    {
        PangoRectangle box {};
        pango_layout_line_get_extents(line.line, nullptr, &box);
        return double(box.width) / PANGO_SCALE;
    }

    static std::string label_of(List const& list, std::size_t item)
    {
        if (list.numbered)
            return fmt::format("{}.", item + 1);
        if (item < list.ticks.size())
            return list.ticks[item] ? "☒" : "☐";
        return "•";
    }

    void text(char const* tag, Inline const& runs, BlockLook const& look)
    {
        if (!m_pages.is_at_top())
            m_pages.move_down(look.before);
        if (m_pages.room() < look.room && !m_pages.is_at_top())
            m_pages.begin_page();
        place_lines(tag, m_shaper.shape(runs, look.style, m_pages.geometry().text_width()), left());
        m_pages.move_down(look.after);
    }

    /// Line by line: a paragraph may go on on the next page, in an element of the same kind. One line alone stays on neither side.
    void place_lines(char const* tag, std::vector<TextLine> const& lines, double x)
    {
        m_pages.add(OpenTag { tag });
        for (std::size_t index = 0; index < lines.size(); ++index) {
            bool const would_be_alone = lines.size() > 1 && (index == 0 || index + 2 == lines.size());
            auto const needed = lines[index].height + (would_be_alone ? lines[index + 1].height : 0);
            if (needed > m_pages.room() && !m_pages.is_at_top()) {
                m_pages.add(CloseTag { tag });
                m_pages.begin_page();
                m_pages.add(OpenTag { tag });
            }
            m_pages.add(PlacedLine { lines[index], x, m_pages.y() });
            m_pages.move_down(lines[index].height);
        }
        m_pages.add(CloseTag { tag });
    }

    void list_item(std::string_view label, Inline const& content, double indent)
    {
        auto const lines = m_shaper.shape(content, {}, m_pages.geometry().text_width() - indent);
        auto const bullet = m_shaper.shape_line(label, {}, indent);
        auto const first_two = lines.front().height + (lines.size() > 1 ? lines[1].height : 0);
        if (first_two > m_pages.room() && !m_pages.is_at_top())
            m_pages.begin_page();
        m_pages.add(OpenTag { "Lbl" });
        m_pages.add(PlacedLine { bullet, left(), m_pages.y() + lines.front().baseline - bullet.baseline });
        m_pages.add(CloseTag { "Lbl" });
        place_lines("LBody", lines, left() + indent);
        m_pages.move_down(2.5);
    }

    Pages& m_pages;
    TextShaper const& m_shaper;
};

cairo_status_t append_bytes(void* sink, unsigned char const* data, unsigned int length)
{
    static_cast<std::string*>(sink)->append(reinterpret_cast<char const*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// A PDF surface whose bytes end in a string.
class Surface {
public:
    Surface(Document const& document, PageGeometry const& geometry)
        : m_surface(cairo_pdf_surface_create_for_stream(append_bytes, &m_bytes, geometry.width, geometry.height)), m_context(cairo_create(m_surface))
    {
        set(CAIRO_PDF_METADATA_TITLE, document.title);
        set(CAIRO_PDF_METADATA_AUTHOR, document.author);
        set(CAIRO_PDF_METADATA_SUBJECT, document.subtitle);
        set(CAIRO_PDF_METADATA_CREATOR, "Toguna");
        auto const created = document.created.to_iso().substr(0, 19) + "Z";
        set(CAIRO_PDF_METADATA_CREATE_DATE, created);
        set(CAIRO_PDF_METADATA_MOD_DATE, created);
    }
    Surface(Surface const&) = delete;
    Surface& operator=(Surface const&) = delete;
    ~Surface()
    {
        cairo_destroy(m_context);
        cairo_surface_destroy(m_surface);
    }

    cairo_t* context() { return m_context; }

    std::string finished()
    {
        cairo_surface_finish(m_surface);
        for (auto const status : { cairo_status(m_context), cairo_surface_status(m_surface) })
            if (status != CAIRO_STATUS_SUCCESS)
                throw std::runtime_error(fmt::format("The PDF could not be written: {}", cairo_status_to_string(status)));
        return std::move(m_bytes);
    }

private:
    void set(cairo_pdf_metadata_t key, std::string const& value)
    {
        auto text = office_text(value);
        std::replace(text.begin(), text.end(), '\n', ' ');
        if (!text.empty())
            cairo_pdf_surface_set_metadata(m_surface, key, text.c_str());
    }

    std::string m_bytes;
    cairo_surface_t* m_surface;
    cairo_t* m_context;
};

/// What stands on each page beside the text.
class Margins {
public:
    Margins(Document const& document, TextShaper const& shaper, Pages const& pages) : m_document(document), m_shaper(shaper), m_pages(pages) { }

    void draw_on(cairo_t* context, int page) const
    {
        auto const& geometry = m_pages.geometry();
        auto const left = geometry.side_margin;
        if (!m_document.header_left.empty())
            draw(context, PlacedLine { m_shaper.shape_line(m_document.header_left, m_style, geometry.text_width()), left, geometry.top_margin / 2 - 4 });
        auto const footer_y = geometry.height - geometry.bottom_margin / 2 - 8;
        draw_rule(context, left, footer_y - 4, geometry.text_width());
        if (!m_document.footer_left.empty())
            draw(context, PlacedLine { m_shaper.shape_line(m_document.footer_left, m_style, geometry.text_width() * 0.8), left, footer_y });
        auto number_style = m_style;
        number_style.align = DocumentCell::Align::End;
        auto const number = fmt::format("{} {} / {}", m_document.page_word, page + 1, m_pages.count());
        draw(context, PlacedLine { m_shaper.shape_line(number, number_style, geometry.text_width() * 0.2), left + geometry.text_width() * 0.8, footer_y });
    }

private:
    Document const& m_document;
    TextShaper const& m_shaper;
    Pages const& m_pages;
    TextStyle m_style { 7.5, quiet_ink };
};

} // namespace

} // namespace pdf

std::string write_pdf(Document const& document)
{
    pdf::TextShaper const shaper(document.language);
    pdf::Pages pages(pdf::PageGeometry::a4(document.landscape));
    pdf::BlockLayout layout(pages, shaper);
    layout.title(document);
    for (auto const& block : document.blocks)
        std::visit(layout, block);

    pdf::Surface surface(document, pages.geometry());
    auto* const context = surface.context();
    pdf::Margins const margins(document, shaper, pages);
    // Without this element around everything Cairo writes no structure at all.
    cairo_tag_begin(context, "Document", "");
    for (int page = 0; page < pages.count(); ++page) {
        pdf::draw(context, pages.items(page));
        margins.draw_on(context, page);
        if (page + 1 == pages.count())
            cairo_tag_end(context, "Document");
        cairo_show_page(context);
    }
    return pdf::with_language(surface.finished(), document.language);
}

} // namespace toguna::formats
