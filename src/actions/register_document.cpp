#include "actions/register_document.hpp"

#include "actions/plan_rows.hpp"

namespace toguna::actions {

namespace {

using formats::DocumentCell;
using formats::Tone;

std::string body_name(RegisterHeading const& heading, ActionPoint const& action)
{
    auto const found = heading.body_names.find(action.body);
    return found == heading.body_names.end() ? std::string() : found->second;
}

std::string names_of(ActionPoint const& action, std::string_view separator)
{
    std::string names;
    for (auto const& one : action.responsible)
        names += (names.empty() ? std::string() : std::string(separator)) + one.name;
    return names;
}

DocumentCell cell_of(std::string text, Tone tone = Tone::None)
{
    DocumentCell cell;
    cell.paragraphs.push_back({ { std::move(text) } });
    cell.tone = tone;
    return cell;
}

DocumentCell status_cell(ActionPoint const& action, Date as_of, web::Localization const& language)
{
    bool const late = is_late(action, as_of);
    auto words = language(label_of(action.status));
    if (late)
        words += "\u00A0– " + language.t("late");
    if (!action.status_reason.empty() && (action.status == Status::Blocked || action.status == Status::Abandoned))
        words += " (" + action.status_reason + ")";
    auto const tone = action.status == Status::Closed ? Tone::Good : late ? Tone::Weak : action.status == Status::Blocked ? Tone::Unsatisfactory
        : action.status == Status::Abandoned ? Tone::Muted : Tone::None;
    return cell_of(std::move(words), tone);
}

formats::DocumentRow header_row(web::Localization const& language)
{
    formats::DocumentRow row;
    row.header = true;
    for (auto const& title : { language.t("Reference"), language.t("Body"), language.t("Proposed actions"), language.t("Deadline"), language.t("Responsible"), language.t("Status"), language.t("%") }) {
        auto cell = cell_of(title, Tone::Heading);
        cell.paragraphs[0][0].bold = true;
        row.cells.push_back(std::move(cell));
    }
    return row;
}

std::string percent_words(ActionPoint const& action, Date as_of)
{
    auto const percent = percent_of(action, as_of);
    return percent ? std::to_string(*percent) + "\u00A0%" : std::string();
}

std::vector<formats::SheetColumn> sheet_columns(web::Localization const& language)
{
    std::vector<std::string> statuses;
    for (auto const status : { Status::ToDo, Status::InProgress, Status::Blocked, Status::DoneToConfirm, Status::Closed, Status::Abandoned })
        statuses.push_back(language(label_of(status)));
    return { { language.t("Row identifier (do not change)"), 12, true }, { language.t("Reference"), 15 }, { language.t("Body"), 14 }, { language.t("Proposed actions"), 60 },
        { language.t("Deadline"), 18 }, { language.t("First deadline"), 16 }, { language.t("Postponements"), 12 }, { language.t("Responsible"), 28 },
        { language.t("Status"), 20, false, std::move(statuses) }, { language.t("Late"), 9 }, { language.t("%"), 7 },
        { language.t("Priority"), 12, false, { language(label_of(Priority::Normal)), language(label_of(Priority::High)) } }, { language.t("Comments"), 40 } };
}

formats::SheetRow sheet_row(ActionPoint const& action, RegisterHeading const& heading, web::Localization const& language)
{
    auto const text = [](std::string value) { return value.empty() ? formats::SheetValue() : formats::SheetValue(std::move(value)); };
    auto const* on = std::get_if<DueOn>(&action.due);
    auto const due = on ? formats::SheetValue(on->date) : text(std::holds_alternative<NoDue>(action.due) ? action.due_text : due_words(action.due, language));
    auto const percent = percent_of(action, heading.as_of);
    formats::SheetRow row;
    row.cells = { to_text({ {}, {}, action.id.text() }), action.reference, text(body_name(heading, action)), action.text, due,
        action.first_deadline ? formats::SheetValue(*action.first_deadline) : formats::SheetValue(), double(action.postponements), text(names_of(action, "; ")),
        language(label_of(action.status)), text(is_late(action, heading.as_of) ? language.t("yes") : ""), percent ? formats::SheetValue(double(*percent)) : formats::SheetValue(),
        language(label_of(action.priority)), text(action.status == Status::Closed ? action.closing_note : action.status_reason) };
    return row;
}

} // namespace

std::string figures_sentence(PlanFigures const& figures, web::Localization const& language)
{
    return language(tr("{actions}: {closed} closed, {late} late, {to_confirm} to confirm, {blocked} blocked; rate of execution {rate}",
        { { "actions", trn("{count} action", "{count} actions", figures.actions) }, { "closed", figures.closed }, { "late", figures.late },
            { "to_confirm", figures.to_confirm }, { "blocked", figures.blocked }, { "rate", language.percent(figures.execution) } }));
}

formats::Document register_document(std::vector<ActionPoint> const& actions, RegisterHeading const& heading, web::Localization const& language)
{
    formats::Document document;
    document.title = heading.title;
    document.subtitle = heading.subtitle;
    document.language = language.language();
    document.author = heading.author;
    document.header_left = heading.title;
    document.footer_left = language(tr("Toguna · as of {date}", { { "date", heading.as_of } }));
    document.page_word = language.t("Page");
    document.landscape = true;
    document.created = heading.created;
    document.blocks.push_back(formats::Paragraph { { { figures_sentence(figures_of(actions, heading.as_of), language) } }, formats::Paragraph::Style::Lead });
    formats::DocumentTable table;
    table.widths = { 0.11, 0.09, 0.36, 0.12, 0.15, 0.12, 0.05 };
    table.rows.push_back(header_row(language));
    for (auto const& action : actions) {
        formats::DocumentRow row;
        row.cells = { cell_of(action.reference), cell_of(body_name(heading, action)), cell_of(action.text), cell_of(due_words(action.due, language)),
            cell_of(names_of(action, ", ")), status_cell(action, heading.as_of, language), cell_of(percent_words(action, heading.as_of)) };
        row.cells.back().align = DocumentCell::Align::End;
        table.rows.push_back(std::move(row));
    }
    document.blocks.push_back(std::move(table));
    return document;
}

formats::Workbook register_workbook(std::vector<ActionPoint> const& actions, RegisterHeading const& heading, web::Localization const& language)
{
    formats::Sheet sheet;
    sheet.name = language.t("Actions");
    sheet.title = heading.title + " – " + language(tr("as of {date}", { { "date", heading.as_of } }));
    sheet.columns = sheet_columns(language);
    for (auto const& action : actions)
        sheet.rows.push_back(sheet_row(action, heading, language));
    formats::Workbook workbook;
    workbook.title = heading.title;
    workbook.author = heading.author;
    workbook.lists_sheet_name = language.t("Lists");
    workbook.created = heading.created;
    workbook.sheets.push_back(std::move(sheet));
    return workbook;
}

} // namespace toguna::actions
