#include "bodies/function_share_document.hpp"

namespace toguna::bodies {

namespace {

using formats::DocumentCell;
using formats::Tone;

DocumentCell cell(std::string text, Tone tone = Tone::None, DocumentCell::Align align = DocumentCell::Align::Start)
{
    DocumentCell made;
    made.paragraphs.push_back({ { std::move(text), tone == Tone::Heading } });
    made.tone = tone;
    made.align = align;
    return made;
}

std::string side_heading(ShareSide side, std::string const& name, web::Localization const& language)
{
    return name.empty() ? language(label_of(side)) : language(tr("{role} – {holder}", { { "role", language(label_of(side)) }, { "holder", name } }));
}

formats::DocumentTable matrix_table(ShareSheet const& sheet, web::Localization const& language)
{
    formats::DocumentTable table { .widths = { 0.56, 0.22, 0.22 }, .rows = {}, .caption = {} };
    table.rows.push_back({ { cell(language.t("Core function"), Tone::Heading), cell(side_heading(ShareSide::Coordinator, sheet.coordinator, language), Tone::Heading),
                               cell(side_heading(ShareSide::CoCoordinator, sheet.co_coordinator, language), Tone::Heading) },
        true });
    for (auto const& row : sheet.rows)
        table.rows.push_back({ { cell(row.function), cell(std::string(letters_of(row.coordinator)), Tone::None, DocumentCell::Align::Center),
                                   cell(std::string(letters_of(row.co_coordinator)), Tone::None, DocumentCell::Align::Center) },
            false });
    return table;
}

/// Dotted lines where a signature is still to come.
formats::DocumentTable signature_table(ShareSheet const& sheet, web::Localization const& language)
{
    auto const place = [&](std::optional<Date> const& on) { return cell(on ? language(tr("Agreed on {date}", { { "date", *on } })) : language.t("Date and signature: ……………………………")); };
    formats::DocumentTable table { .widths = { 0.5, 0.5 }, .rows = {}, .caption = {} };
    table.rows.push_back({ { cell(side_heading(ShareSide::Coordinator, sheet.coordinator, language), Tone::Heading),
                               cell(side_heading(ShareSide::CoCoordinator, sheet.co_coordinator, language), Tone::Heading) },
        true });
    table.rows.push_back({ { place(sheet.coordinator_on), place(sheet.co_coordinator_on) }, false });
    return table;
}

} // namespace

formats::Document share_document(ShareSheet const& sheet, web::Localization const& language)
{
    formats::Document document;
    document.title = language.t("Share of responsibilities");
    document.subtitle = sheet.body + " – " + sheet.state;
    document.language = std::string(language.language());
    document.author = sheet.author;
    document.footer_left = language(tr("{body} · as of {date}", { { "body", sheet.body }, { "date", sheet.as_of } }));
    document.page_word = language.t("Page");
    document.created = sheet.now;
    document.blocks.push_back(formats::Paragraph { { { language.t("The coordination stays accountable for each function; the two share the work.") } }, formats::Paragraph::Style::Lead });
    document.blocks.push_back(matrix_table(sheet, language));
    formats::List legend;
    for (auto const share : { Share::Accountable, Share::Responsible, Share::Consulted, Share::Informed })
        legend.items.push_back({ { language(label_of(share)) } });
    document.blocks.push_back(std::move(legend));
    document.blocks.push_back(signature_table(sheet, language));
    return document;
}

} // namespace toguna::bodies
