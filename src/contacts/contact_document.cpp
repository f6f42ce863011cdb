#include "contacts/contact_document.hpp"

#include <algorithm>

namespace toguna::contacts {

namespace {

using formats::DocumentCell;
using formats::SheetValue;

std::string joined(std::vector<std::string> const& values, std::string_view separator)
{
    std::string text;
    for (auto const& value : values)
        text += (text.empty() ? std::string() : std::string(separator)) + value;
    return text;
}

SheetValue text_or_nothing(std::string text) { return text.empty() ? SheetValue() : SheetValue(std::move(text)); }

DocumentCell cell_of(std::vector<std::string> const& lines, formats::Tone tone = formats::Tone::None, bool bold = false)
{
    DocumentCell cell;
    for (auto const& line : lines)
        cell.paragraphs.push_back({ { line, bold } });
    if (cell.paragraphs.empty())
        cell.paragraphs.push_back({ { std::string() } });
    cell.tone = tone;
    return cell;
}

formats::DocumentRow header_row(Grouping grouping, web::Localization const& language)
{
    formats::DocumentRow row;
    row.header = true;
    for (auto const& title : { language.t("Name"), grouping == Grouping::Organization ? language.t("Role") : language.t("Organisation"), language.t("Function"), language.t("E-mail"), language.t("Telephone") })
        row.cells.push_back(cell_of({ title }, formats::Tone::Heading, true));
    return row;
}

std::vector<std::string> numbers_of(ContactEntry const& entry)
{
    auto numbers = entry.phones;
    if (!entry.whatsapp.empty())
        numbers.push_back("WhatsApp " + entry.whatsapp);
    if (!entry.skype.empty())
        numbers.push_back("Skype " + entry.skype);
    return numbers;
}

formats::DocumentRow row_of(ContactEntry const& entry, Grouping grouping, web::Localization const& language)
{
    auto const second = grouping == Grouping::Organization ? role_words(entry, language) : entry.organization_short;
    formats::DocumentRow row;
    row.cells = { cell_of({ entry.name }), cell_of({ second }), cell_of({ entry.function }), cell_of(entry.emails), cell_of(numbers_of(entry)) };
    return row;
}

} // namespace

std::string role_words(ContactEntry const& entry, web::Localization const& language)
{
    std::vector<std::string> words;
    for (auto const role : entry.roles)
        words.push_back(language(bodies::label_of(role)));
    if (words.empty() && entry.status)
        words.push_back(language(bodies::label_of(*entry.status)));
    return joined(words, ", ");
}

formats::Workbook contact_workbook(std::vector<ContactEntry> const& entries, BookHeading const& heading, web::Localization const& language)
{
    formats::Sheet sheet;
    sheet.name = language.t("Contacts");
    sheet.title = heading.title + " – " + language(tr("as of {date}", { { "date", heading.as_of } }));
    sheet.columns = { { language.t("Row identifier (do not change)"), 12, true }, { language.t("Name"), 32 }, { language.t("Organisation"), 40 }, { language.t("Type of the organisation"), 24 },
        { language.t("Function"), 28 }, { language.t("Role in the body"), 22 }, { language.t("E-mail"), 32 }, { language.t("Telephone"), 22 }, { language.t("WhatsApp"), 20 }, { language.t("Skype"), 20 } };
    for (auto const& entry : entries) {
        auto const type = entry.organization ? language(people::label_of(entry.organization_type)) : std::string();
        sheet.rows.push_back({ { entry.person.text(), entry.name, text_or_nothing(entry.organization_name), text_or_nothing(type), text_or_nothing(entry.function),
            text_or_nothing(role_words(entry, language)), text_or_nothing(joined(entry.emails, "; ")), text_or_nothing(joined(entry.phones, "; ")), text_or_nothing(entry.whatsapp),
            text_or_nothing(entry.skype) } });
    }
    formats::Workbook workbook;
    workbook.title = heading.title;
    workbook.author = heading.author;
    workbook.lists_sheet_name = language.t("Lists");
    workbook.created = heading.created;
    workbook.sheets.push_back(std::move(sheet));
    return workbook;
}

formats::Document contact_document(std::vector<ContactEntry> const& entries, Grouping grouping, BookHeading const& heading, web::Localization const& language)
{
    formats::Document document;
    document.title = heading.title;
    document.subtitle = language(tr("as of {date}", { { "date", heading.as_of } }));
    document.language = language.language();
    document.author = heading.author;
    document.header_left = heading.title;
    document.footer_left = language(tr("Toguna · as of {date}", { { "date", heading.as_of } }));
    document.page_word = language.t("Page");
    document.landscape = true;
    document.created = heading.created;
    document.blocks.push_back(formats::Paragraph { { { language(totals_of(entries)) } }, formats::Paragraph::Style::Lead });
    for (auto const& group : grouped(entries, grouping)) {
        if (grouping != Grouping::Person)
            document.blocks.push_back(formats::Heading { 2, group.title.empty() ? group.name : language(group.title) });
        formats::DocumentTable table;
        table.widths = { 0.24, 0.16, 0.2, 0.22, 0.18 };
        table.rows.push_back(header_row(grouping, language));
        for (auto const* entry : group.entries)
            table.rows.push_back(row_of(*entry, grouping, language));
        document.blocks.push_back(std::move(table));
    }
    return document;
}

std::vector<formats::VCard> contact_cards(std::vector<ContactEntry> const& entries)
{
    std::vector<formats::VCard> cards;
    for (auto const& entry : entries) {
        // The whole name as it is written: vCard asks for a family name, and we never take names apart.
        formats::VCard card { { { "FN", {}, { entry.name } }, { "N", {}, { entry.name, "", "", "", "" } } } };
        if (!entry.organization_name.empty())
            card.properties.push_back({ "ORG", {}, { entry.organization_name } });
        if (!entry.function.empty())
            card.properties.push_back({ "TITLE", {}, { entry.function } });
        for (auto const& email : entry.emails)
            card.properties.push_back({ "EMAIL", { { "TYPE", "work" } }, { email } });
        for (auto const& phone : entry.phones)
            card.properties.push_back({ "TEL", { { "TYPE", "work" } }, { phone } });
        if (!entry.whatsapp.empty())
            card.properties.push_back({ "TEL", { { "TYPE", "cell" } }, { entry.whatsapp } });
        if (!entry.skype.empty())
            card.properties.push_back({ "X-SKYPE", {}, { entry.skype } });
        cards.push_back(std::move(card));
    }
    return cards;
}

} // namespace toguna::contacts
