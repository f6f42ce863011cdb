#include "formats/clean_text.hpp"
#include "formats/table_grid.hpp"
#include "formats/tone.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace toguna::formats {

namespace {

class HtmlBlockWriter {
public:
    explicit HtmlBlockWriter(std::string& out) : m_html(out) { }

    void operator()(Heading const& heading)
    {
        // The page owns h1.
        auto const level = std::clamp(heading.level, 1, 4) + 1;
        m_html.raw(fmt::format("<h{}>", level));
        text(heading.text);
        m_html.raw(fmt::format("</h{}>\n", level));
    }

    void operator()(Paragraph const& paragraph)
    {
        switch (paragraph.style) {
        case Paragraph::Style::Normal:
            m_html.raw("<p>");
            break;
        case Paragraph::Style::Lead:
            m_html.raw("<p class=\"lead\">");
            break;
        case Paragraph::Style::Small:
            m_html.raw("<p class=\"small\">");
            break;
        }
        runs(paragraph.runs);
        m_html.raw("</p>\n");
    }

    void operator()(List const& list)
    {
        m_html.raw(list.numbered ? "<ol>\n" : list.ticks.empty() ? "<ul>\n" : "<ul class=\"ticks\">\n");
        for (std::size_t item = 0; item < list.items.size(); ++item) {
            auto content = list.items[item];
            if (item < list.ticks.size())
                content.insert(content.begin(), Run { list.ticks[item] ? "☒ " : "☐ " });
            element("li", content);
        }
        m_html.raw(list.numbered ? "</ol>\n" : "</ul>\n");
    }

    void operator()(FormLine const& line)
    {
        m_html.raw("<p class=\"form-line\"><span>");
        text(line.label);
        m_html.raw(line.value.empty() ? "</span> <span class=\"blank\">" : "</span> <strong>");
        text(line.value);
        m_html.raw(line.value.empty() ? "</span></p>\n" : "</strong></p>\n");
    }

    void operator()(DocumentTable const& table)
    {
        auto const grid = table_grid(table);
        m_html.raw("<table>\n");
        if (!table.caption.empty())
            element("caption", { { table.caption } });
        column_group(table, grid);
        if (grid.header_rows > 0) {
            m_html.raw("<thead>\n");
            for (int row = 0; row < grid.header_rows; ++row)
                table_row(table, grid, row);
            m_html.raw("</thead>\n");
        }
        m_html.raw("<tbody>\n");
        for (int row = grid.header_rows; row < int(grid.rows.size()); ++row) {
            // The cell of a section names the group of rows that it opens.
            if (is_section_row(grid, row) && row > grid.header_rows)
                m_html.raw("</tbody>\n<tbody>\n");
            table_row(table, grid, row);
        }
        m_html.raw("</tbody>\n</table>\n");
    }

    void operator()(PageBreak const&) { m_html.raw("<div class=\"page-break\"></div>\n"); }

private:
    void text(std::string_view value) { m_html.text(std::string_view(clean_text(value))); }

    void lines(std::string_view value)
    {
        auto const cleaned = clean_text(value);
        std::string_view rest = cleaned;
        for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
            m_html.text(rest.substr(0, end));
            m_html.raw("<br>");
            rest.remove_prefix(end + 1);
        }
        m_html.text(rest);
    }

    void runs(Inline const& content)
    {
        for (auto const& run : content) {
            m_html.raw(run.bold ? "<strong>" : "");
            m_html.raw(run.italic ? "<em>" : "");
            lines(run.text);
            m_html.raw(run.italic ? "</em>" : "");
            m_html.raw(run.bold ? "</strong>" : "");
        }
    }

    void element(std::string_view name, Inline const& content)
    {
        m_html.raw(fmt::format("<{}>", name));
        runs(content);
        m_html.raw(fmt::format("</{}>\n", name));
    }

    /// Classes instead of style attributes: the pages' content security policy allows no inline style.
    void column_group(DocumentTable const& table, TableGrid const& grid)
    {
        auto const percents = column_widths(table, grid, 100, 1, 2);
        m_html.raw("<colgroup>");
        for (auto const percent : percents)
            m_html.raw(fmt::format("<col class=\"width-{}\">", std::clamp(int(percent / 5 + 0.5) * 5, 5, 100)));
        m_html.raw("</colgroup>\n");
    }

    void table_row(DocumentTable const& table, TableGrid const& grid, int row)
    {
        m_html.raw("<tr>");
        for (auto const& place : grid.rows[std::size_t(row)]) {
            if (!place.starts_in(row))
                continue;
            if (table.rows[std::size_t(row)].header)
                cell(place, "th", place.column_span > 1 ? " scope=\"colgroup\"" : " scope=\"col\"");
            else if (is_section_row(grid, row))
                cell(place, "th", " scope=\"rowgroup\"");
            else
                cell(place, "td", "");
        }
        m_html.raw("</tr>\n");
    }

    void cell(GridPlace const& place, std::string_view name, std::string_view scope)
    {
        m_html.raw(fmt::format("<{}{}", name, scope));
        if (place.column_span > 1)
            m_html.raw(fmt::format(" colspan=\"{}\"", place.column_span));
        if (place.row_span > 1)
            m_html.raw(fmt::format(" rowspan=\"{}\"", place.row_span));
        if (place.cell) {
            cell_classes(*place.cell);
            m_html.raw(">");
            cell_content(*place.cell);
        } else {
            m_html.raw(">");
        }
        m_html.raw(fmt::format("</{}>", name));
    }

    void cell_classes(DocumentCell const& cell)
    {
        std::string classes;
        if (cell.tone != Tone::None)
            classes = fmt::format("tone-{}", tone_name(cell.tone));
        if (cell.align != DocumentCell::Align::Start)
            classes += fmt::format("{}align-{}", classes.empty() ? "" : " ", cell.align == DocumentCell::Align::Center ? "center" : "end");
        if (!classes.empty())
            m_html.raw(fmt::format(" class=\"{}\"", classes));
    }

    void cell_content(DocumentCell const& cell)
    {
        if (cell.is_list && !cell.paragraphs.empty()) {
            m_html.raw("<ul>");
            for (auto const& paragraph : cell.paragraphs)
                element("li", paragraph);
            m_html.raw("</ul>");
        } else if (cell.paragraphs.size() == 1) {
            runs(cell.paragraphs.front());
        } else {
            for (auto const& paragraph : cell.paragraphs)
                element("p", paragraph);
        }
    }

    HtmlWriter m_html;
};

} // namespace

SafeHtml write_html(Document const& document)
{
    std::string markup;
    HtmlBlockWriter writer(markup);
    if (!document.subtitle.empty())
        writer(Paragraph { { { document.subtitle } }, Paragraph::Style::Lead });
    for (auto const& block : document.blocks)
        std::visit(writer, block);
    return SafeHtml::trusted(std::move(markup));
}

} // namespace toguna::formats
