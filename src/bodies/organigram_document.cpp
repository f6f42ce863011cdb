#include "bodies/organigram_document.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

formats::DocumentCell cell_of(std::vector<std::string> const& paragraphs, bool bold = false, formats::Tone tone = formats::Tone::None)
{
    formats::DocumentCell cell;
    for (auto const& text : paragraphs)
        cell.paragraphs.push_back({ { text, bold } });
    cell.tone = tone;
    return cell;
}

/// « – – Groupe de travail technique »: depth by dashes, which a screen reader and a copy keep.
std::string indented(OrganigramBox const& box, OrganigramBody const& body)
{
    std::string text;
    for (int depth = 0; depth < box.depth; ++depth)
        text += "–\u00A0";
    return text + body.name;
}

} // namespace

formats::Document organigram_document(std::span<OrganigramBody const> bodies, OrganigramHeading const& heading, web::Localization const& language)
{
    auto const drawn = lay_out(bodies);
    formats::DocumentTable table { { 0.5, 0.3, 0.2 }, {}, {} };
    formats::DocumentRow head;
    head.header = true;
    for (auto const& title : { language.t("Body"), language.t("Coordination"), language.t("Reports to") })
        head.cells.push_back(cell_of({ title }, true, formats::Tone::Heading));
    table.rows.push_back(std::move(head));
    for (auto const& box : drawn.boxes) {
        auto const& body = bodies[box.body];
        auto const above = body.reports_to ? std::find_if(bodies.begin(), bodies.end(), [&](OrganigramBody const& other) { return other.id == *body.reports_to; }) : bodies.end();
        formats::DocumentRow row;
        row.cells = { cell_of({ indented(box, body) }, box.depth == 0), cell_of(body.notes), cell_of(above == bodies.end() ? std::vector<std::string> {} : std::vector<std::string> { above->name }) };
        table.rows.push_back(std::move(row));
    }
    formats::Document document;
    document.title = heading.title;
    document.subtitle = language(tr("State on {date}", { { "date", heading.day } }));
    document.language = std::string(language.language());
    document.footer_left = "Toguna · " + document.subtitle;
    document.page_word = language.t("Page");
    document.created = heading.created;
    document.blocks.emplace_back(std::move(table));
    return document;
}

} // namespace toguna::bodies
