#include "formats/docx_body.hpp"

#include "formats/clean_text.hpp"
#include "formats/docx_styles.hpp"
#include "formats/table_grid.hpp"
#include "formats/tone.hpp"

#include <fmt/format.h>
#include <pugixml.hpp>

#include <algorithm>
#include <cmath>
#include <sstream>

namespace toguna::formats::docx {

namespace {

/// A4 in twentieths of a point, with margins of 18 mm and 20 mm.
constexpr int short_side = 11906;
constexpr int long_side = 16838;
constexpr int side_margin = 1020;
constexpr int top_margin = 1134;

int page_width(Document const& document) { return document.landscape ? long_side : short_side; }
int text_width(Document const& document) { return page_width(document) - 2 * side_margin; }

pugi::xml_node word_root(pugi::xml_document& xml, char const* name)
{
    auto declaration = xml.append_child(pugi::node_declaration);
    declaration.append_attribute("version") = "1.0";
    declaration.append_attribute("encoding") = "UTF-8";
    declaration.append_attribute("standalone") = "yes";
    auto root = xml.append_child(name);
    root.append_attribute("xmlns:w") = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    root.append_attribute("xmlns:r") = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return root;
}

std::string saved(pugi::xml_document const& xml)
{
    std::ostringstream out;
    xml.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(out).str();
}

template<class Value>
void append_value(pugi::xml_node parent, char const* name, Value value)
{
    parent.append_child(name).append_attribute("w:val") = value;
}

void append_width(pugi::xml_node parent, char const* name, int twentieths)
{
    auto width = parent.append_child(name);
    width.append_attribute("w:w") = twentieths;
    width.append_attribute("w:type") = "dxa";
}

pugi::xml_node append_paragraph(pugi::xml_node parent, char const* style)
{
    auto paragraph = parent.append_child("w:p");
    append_value(paragraph.append_child("w:pPr"), "w:pStyle", style);
    return paragraph;
}

void append_text(pugi::xml_node run, std::string_view text)
{
    auto node = run.append_child("w:t");
    node.append_attribute("xml:space") = "preserve";
    node.text().set(std::string(text).c_str());
}

/// A line break inside a run is w:br.
void append_lines(pugi::xml_node run, std::string_view raw)
{
    auto const text = office_text(raw);
    std::size_t start = 0;
    for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
        append_text(run, std::string_view(text).substr(start, end - start));
        run.append_child("w:br");
        start = end + 1;
    }
    append_text(run, std::string_view(text).substr(start));
}

void append_runs(pugi::xml_node paragraph, Inline const& runs, ToneLook look = {})
{
    for (auto const& content : runs) {
        auto run = paragraph.append_child("w:r");
        auto properties = run.append_child("w:rPr");
        if (content.bold || look.bold)
            properties.append_child("w:b");
        if (content.italic)
            properties.append_child("w:i");
        if (look.has_ground)
            append_value(properties, "w:color", fmt::format("{:06X}", look.ink).c_str());
        if (!properties.first_child())
            run.remove_child(properties);
        append_lines(run, content.text);
    }
}

void append_plain(pugi::xml_node parent, char const* style, std::string const& text)
{
    append_runs(append_paragraph(parent, style), { { text } });
}

/// PAGE or NUMPAGES: Word fills it in; « 1 » stands until then.
void append_field(pugi::xml_node paragraph, char const* instruction)
{
    auto field = paragraph.append_child("w:fldSimple");
    field.append_attribute("w:instr") = instruction;
    append_text(field.append_child("w:r"), "1");
}

class TableWriter {
public:
    TableWriter(pugi::xml_node body, DocumentTable const& table, int total_width)
        : m_table(table), m_grid(table_grid(table)), m_node(body.append_child("w:tbl"))
    {
        // In twentieths of a point: Calibri at 9.5 points needs 5.2 a letter, the wider letters that stand in for it where it is
        // missing need 6.4; the margins of a cell are 5 points each.
        for (auto const width : column_widths(table, m_grid, total_width, 128, 230))
            m_widths.push_back(int(std::floor(width)));
        properties(total_width);
        for (int row = 0; row < int(m_grid.rows.size()); ++row)
            append_row(row);
    }

private:
    void properties(int total_width)
    {
        auto node = m_node.append_child("w:tblPr");
        append_value(node, "w:tblStyle", "TableGrid");
        append_width(node, "w:tblW", total_width);
        node.append_child("w:tblLayout").append_attribute("w:type") = "fixed";
        append_value(node, "w:tblLook", "0420");
        auto columns = m_node.append_child("w:tblGrid");
        for (auto const width : m_widths)
            columns.append_child("w:gridCol").append_attribute("w:w") = width;
    }

    void append_row(int row)
    {
        auto node = m_node.append_child("w:tr");
        auto row_properties = node.append_child("w:trPr");
        row_properties.append_child("w:cantSplit");
        if (row < m_grid.header_rows)
            row_properties.append_child("w:tblHeader");
        // Headings stay with what they announce.
        bool const keep_with_next = row < m_grid.header_rows || is_section_row(m_grid, row);
        for (auto const& place : m_grid.rows[std::size_t(row)])
            append_cell(node.append_child("w:tc"), place, row, keep_with_next);
    }

    void append_cell(pugi::xml_node node, GridPlace const& place, int row, bool keep_with_next)
    {
        auto const look = place.cell ? look_of(place.cell->tone) : ToneLook {};
        auto cell_properties = node.append_child("w:tcPr");
        int width = 0;
        for (int column = place.column; column < place.column + place.column_span; ++column)
            width += m_widths[std::size_t(column)];
        append_width(cell_properties, "w:tcW", width);
        if (place.column_span > 1)
            append_value(cell_properties, "w:gridSpan", place.column_span);
        if (place.row_span > 1)
            append_value(cell_properties, "w:vMerge", place.starts_in(row) ? "restart" : "continue");
        if (look.has_ground) {
            auto shading = cell_properties.append_child("w:shd");
            shading.append_attribute("w:val") = "clear";
            shading.append_attribute("w:color") = "auto";
            shading.append_attribute("w:fill") = fmt::format("{:06X}", look.ground).c_str();
        }
        if (place.cell && place.starts_in(row))
            append_content(node, *place.cell, look, keep_with_next);
        if (!node.child("w:p"))
            append_paragraph(node, "TableText"); // a cell without a paragraph is a broken file
    }

    static void append_content(pugi::xml_node node, DocumentCell const& cell, ToneLook look, bool keep_with_next)
    {
        for (auto const& content : cell.paragraphs) {
            auto paragraph = append_paragraph(node, cell.is_list ? "TableBullet" : "TableText");
            auto paragraph_properties = paragraph.child("w:pPr");
            if (keep_with_next)
                paragraph_properties.append_child("w:keepNext");
            if (cell.align != DocumentCell::Align::Start)
                append_value(paragraph_properties, "w:jc", cell.align == DocumentCell::Align::Center ? "center" : "right");
            append_runs(paragraph, content, look);
        }
    }

    DocumentTable const& m_table;
    TableGrid m_grid;
    std::vector<int> m_widths;
    pugi::xml_node m_node;
};

class BodyWriter {
public:
    BodyWriter(Document const& document, pugi::xml_node body) : m_document(document), m_body(body) { }

    int numbered_lists() const { return m_numbered_lists; }

    void operator()(Heading const& heading)
    {
        append_plain(m_body, fmt::format("Heading{}", std::clamp(heading.level, 1, 4)).c_str(), heading.text);
    }

    void operator()(Paragraph const& paragraph)
    {
        auto const* const style = paragraph.style == Paragraph::Style::Lead ? "Lead"
            : paragraph.style == Paragraph::Style::Small                    ? "Small"
                                                                            : "Normal";
        append_runs(append_paragraph(m_body, style), paragraph.runs);
    }

    void operator()(List const& list)
    {
        for (std::size_t item = 0; item < list.items.size(); ++item) {
            auto paragraph = append_paragraph(m_body, list.numbered ? "ListNumber" : "ListBullet");
            if (list.numbered)
                append_numbering(paragraph, first_list_numbering + m_numbered_lists);
            else if (item < list.ticks.size())
                append_numbering(paragraph, list.ticks[item] ? ticked_box_numbering : empty_box_numbering);
            append_runs(paragraph, list.items[item]);
        }
        m_numbered_lists += list.numbered ? 1 : 0;
    }

    /// The dots are the leader of a tab that ends at the margin, so that they fit any font.
    void operator()(FormLine const& line)
    {
        auto paragraph = append_paragraph(m_body, "Normal");
        auto tab = paragraph.child("w:pPr").append_child("w:tabs").append_child("w:tab");
        tab.append_attribute("w:val") = "right";
        tab.append_attribute("w:leader") = "dot";
        tab.append_attribute("w:pos") = text_width(m_document);
        append_runs(paragraph, { { line.label + " " } });
        if (line.value.empty())
            paragraph.append_child("w:r").append_child("w:tab");
        else
            append_runs(paragraph, { { line.value, true } });
    }

    void operator()(DocumentTable const& table)
    {
        if (!table.caption.empty())
            append_plain(m_body, "Caption", table.caption);
        if (!table.rows.empty())
            TableWriter(m_body, table, text_width(m_document));
        append_paragraph(m_body, "TableGap"); // two tables in a row would grow together
    }

    void operator()(PageBreak const&)
    {
        append_paragraph(m_body, "TableGap").append_child("w:r").append_child("w:br").append_attribute("w:type") = "page";
    }

    void page_setup()
    {
        auto section = m_body.append_child("w:sectPr");
        section.append_child("w:headerReference").append_attribute("w:type") = "default";
        section.last_child().append_attribute("r:id") = "rId1";
        section.append_child("w:footerReference").append_attribute("w:type") = "default";
        section.last_child().append_attribute("r:id") = "rId2";
        auto size = section.append_child("w:pgSz");
        size.append_attribute("w:w") = page_width(m_document);
        size.append_attribute("w:h") = m_document.landscape ? short_side : long_side;
        if (m_document.landscape)
            size.append_attribute("w:orient") = "landscape";
        auto margins = section.append_child("w:pgMar");
        for (auto const* side : { "w:top", "w:bottom" })
            margins.append_attribute(side) = top_margin;
        for (auto const* side : { "w:left", "w:right" })
            margins.append_attribute(side) = side_margin;
        for (auto const* side : { "w:header", "w:footer" })
            margins.append_attribute(side) = top_margin / 2;
        margins.append_attribute("w:gutter") = 0;
    }

private:
    static void append_numbering(pugi::xml_node paragraph, int numbering)
    {
        auto node = paragraph.child("w:pPr").append_child("w:numPr");
        append_value(node, "w:ilvl", 0);
        append_value(node, "w:numId", numbering);
    }

    Document const& m_document;
    pugi::xml_node m_body;
    int m_numbered_lists = 0;
};

} // namespace

Body body(Document const& document)
{
    pugi::xml_document xml;
    auto node = word_root(xml, "w:document").append_child("w:body");
    if (!document.title.empty())
        append_plain(node, "Title", document.title);
    if (!document.subtitle.empty())
        append_plain(node, "Subtitle", document.subtitle);
    BodyWriter writer(document, node);
    for (auto const& block : document.blocks)
        std::visit(writer, block);
    writer.page_setup();
    return { saved(xml), writer.numbered_lists() };
}

std::string header_xml(Document const& document)
{
    pugi::xml_document xml;
    append_plain(word_root(xml, "w:hdr"), "Header", document.header_left);
    return saved(xml);
}

std::string footer_xml(Document const& document)
{
    pugi::xml_document xml;
    auto paragraph = append_paragraph(word_root(xml, "w:ftr"), "Footer");
    auto tab = paragraph.child("w:pPr").append_child("w:tabs").append_child("w:tab");
    tab.append_attribute("w:val") = "right";
    tab.append_attribute("w:pos") = text_width(document);
    append_runs(paragraph, { { document.footer_left } });
    paragraph.append_child("w:r").append_child("w:tab");
    append_runs(paragraph, { { document.page_word + " " } });
    append_field(paragraph, "PAGE");
    append_runs(paragraph, { { " / " } });
    append_field(paragraph, "NUMPAGES");
    return saved(xml);
}

} // namespace toguna::formats::docx
