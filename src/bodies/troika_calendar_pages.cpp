#include "bodies/rights_store.hpp"
#include "bodies/troika_views.hpp"
#include "formats/document.hpp"
#include "formats/sheet_writer.hpp"

namespace toguna::bodies {

namespace {

std::string name_in(std::optional<TroikaMember> const& member) { return member ? member->name : std::string(); }

/// The troïka of the day, then each planned one: from when, chef de file, entrant, sortant.
struct CalendarLine {
    Date from;
    Troika const* troika = nullptr;
    bool breaks_rule = false;
};

std::vector<CalendarLine> lines_of(TroikaOnDay const& read)
{
    std::vector<CalendarLine> lines { { read.shown.day, &read.troika, !missing_in(read.troika, read.rule).empty() } };
    for (auto const& planned : read.planned)
        lines.push_back({ planned.turn.starts_on, &planned.troika, !planned.missing.empty() });
    return lines;
}

std::vector<std::string> titles(web::Localization const& language)
{
    return { language.t("From"), language.t("Lead donor"), language.t("Incoming"), language.t("Outgoing"), language.t("Remark") };
}

std::string remark_of(CalendarLine const& line, web::Localization const& language)
{
    return line.breaks_rule ? language.t("does not keep the rule of composition") : std::string();
}

std::string title_of(TroikaOnDay const& read, web::Localization const& language)
{
    return language(tr("Rotation of the troïka of {body}", { { "body", read.shown.body.name } }));
}

formats::DocumentCell cell_of(std::string text, formats::Tone tone = formats::Tone::None)
{
    formats::DocumentCell cell;
    cell.paragraphs.push_back({ { std::move(text), tone == formats::Tone::Heading } });
    cell.tone = tone;
    return cell;
}

formats::DocumentTable table_of(TroikaOnDay const& read, web::Localization const& language)
{
    formats::DocumentTable table;
    table.widths = { 0.2, 0.22, 0.22, 0.22, 0.14 };
    formats::DocumentRow header;
    header.header = true;
    for (auto const& title : titles(language))
        header.cells.push_back(cell_of(title, formats::Tone::Heading));
    table.rows.push_back(std::move(header));
    for (auto const& line : lines_of(read)) {
        formats::DocumentRow row;
        row.cells = { cell_of(language.date(line.from)), cell_of(name_in(line.troika->lead)), cell_of(name_in(line.troika->incoming)), cell_of(name_in(line.troika->outgoing)),
            cell_of(remark_of(line, language), line.breaks_rule ? formats::Tone::Weak : formats::Tone::None) };
        table.rows.push_back(std::move(row));
    }
    return table;
}

Result<TroikaOnDay> asked(web::Request const& request, web::Context const& context)
{
    auto read = TRY(context.db.read([&](db::Reader const& db) { return troika_on_day(db, request, context); }));
    if (!read.shown.unreadable.empty())
        return fail(ErrorKind::Invalid, read.shown.unreadable);
    return read;
}

Result<web::Reply> export_pdf(web::Request const& request, web::Context& context)
{
    auto const read = TRY(asked(request, context));
    auto const& language = context.file_language;
    formats::Document document;
    document.title = title_of(read, language);
    document.language = language.language();
    document.author = context.visitor ? context.visitor->name : std::string();
    document.footer_left = language(tr("Toguna · as of {date}", { { "date", read.shown.day } }));
    document.page_word = language.t("Page");
    document.created = context.now;
    document.blocks.push_back(table_of(read, language));
    return web::download(formats::write_pdf(document), "application/pdf", document.title + ".pdf");
}

Result<web::Reply> export_xlsx(web::Request const& request, web::Context& context)
{
    auto const read = TRY(asked(request, context));
    auto const& language = context.file_language;
    auto const text = [](std::string value) { return value.empty() ? formats::SheetValue() : formats::SheetValue(std::move(value)); };
    formats::Sheet sheet;
    sheet.name = language.t("Rotation");
    sheet.title = title_of(read, language);
    for (auto const& title : titles(language))
        sheet.columns.push_back({ title, 26 });
    for (auto const& line : lines_of(read)) {
        formats::SheetRow row;
        row.cells = { line.from, text(name_in(line.troika->lead)), text(name_in(line.troika->incoming)), text(name_in(line.troika->outgoing)), text(remark_of(line, language)) };
        sheet.rows.push_back(std::move(row));
    }
    formats::Workbook workbook;
    workbook.title = sheet.title;
    workbook.author = context.visitor ? context.visitor->name : std::string();
    workbook.lists_sheet_name = language.t("Lists");
    workbook.created = context.now;
    auto const name = sheet.title + ".xlsx";
    workbook.sheets.push_back(std::move(sheet));
    return web::download(TRY(formats::write_xlsx(workbook)), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
}

} // namespace

std::vector<web::Route> troika_calendar_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/troika/calendar.xlsx", export_xlsx, web::by_right(view_body, body_in_path) },
        { Get, "/bodies/:body/troika/calendar.pdf", export_pdf, web::by_right(view_body, body_in_path) },
    };
}

} // namespace toguna::bodies
