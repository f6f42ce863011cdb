#include "actions/plan_document.hpp"
#include "actions/plan_rows.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

/// A day stays a day of the spreadsheet; everything else is words that are understood again.
formats::SheetValue due_value(Due const& due, web::Localization const& localization)
{
    if (auto const* on = std::get_if<DueOn>(&due))
        return on->date;
    auto words = due_words(due, localization);
    return words.empty() ? formats::SheetValue() : formats::SheetValue(std::move(words));
}

formats::SheetValue text_value(std::string const& text) { return text.empty() ? formats::SheetValue() : formats::SheetValue(text); }

/// « ; » between names: a name may hold « et » or a comma.
std::string names_of(std::vector<Responsible> const& responsible)
{
    std::string names;
    for (auto const& one : responsible)
        names += (names.empty() ? "" : "; ") + one.name;
    return names;
}

std::vector<formats::SheetColumn> plan_columns(std::vector<std::string> const& responsible_choices, web::Localization const& localization)
{
    std::vector<std::string> statuses;
    for (auto const status : { Status::ToDo, Status::InProgress, Status::Blocked, Status::DoneToConfirm, Status::Closed, Status::Abandoned })
        statuses.push_back(localization(label_of(status)));
    std::vector<std::string> const priorities { localization(label_of(Priority::Normal)), localization(label_of(Priority::High)) };
    return { { localization.t("Row identifier (do not change)"), 12, true }, { localization.t("Challenges and gaps"), 45 },
        { localization.t("Proposed actions"), 55 }, { localization.t("Deadline"), 16 }, { localization.t("Responsible"), 24, false, responsible_choices },
        { localization.t("Status"), 18, false, std::move(statuses) }, { localization.t("%"), 7 },
        { localization.t("Priority"), 12, false, priorities }, { localization.t("Comments"), 40 } };
}

class PlanSheetWriter {
public:
    PlanSheetWriter(ActionPlan const& plan, web::Localization const& localization) : m_plan(plan), m_localization(localization) { }

    std::vector<formats::SheetRow> rows()
    {
        for (auto const& section : m_plan.sections) {
            m_rows.push_back({ { to_text({ section.id.text(), {}, {} }), section.title }, true });
            for (auto const& gap : m_plan.gaps)
                if (gap.section == section.id)
                    add_gap(gap);
            for (auto const& action : m_plan.actions)
                if (action.gaps.empty() && action.section == section.id)
                    add_row(nullptr, &action);
        }
        return std::move(m_rows);
    }

private:
    void add_gap(Gap const& gap)
    {
        bool answered = false;
        for (auto const& action : m_plan.actions) {
            if (std::find(action.gaps.begin(), action.gaps.end(), gap.id) == action.gaps.end())
                continue;
            add_row(&gap, &action);
            answered = true;
        }
        if (!answered)
            add_row(&gap, nullptr);
    }

    void add_row(Gap const* gap, ActionPoint const* action)
    {
        formats::SheetRow row;
        row.cells = { to_text({ {}, gap ? gap->id.text() : "", action ? action->id.text() : "" }), text_value(gap ? gap->text : "") };
        if (action) {
            row.cells.insert(row.cells.end(),
                { text_value(action->text), due_value(action->due, m_localization), text_value(names_of(action->responsible)),
                    m_localization(label_of(action->status)), action->progress ? formats::SheetValue(double(*action->progress)) : formats::SheetValue(),
                    m_localization(label_of(action->priority)),
                    text_value(action->status == Status::Closed ? action->closing_note : action->status_reason) });
        }
        m_rows.push_back(std::move(row));
    }

    ActionPlan const& m_plan;
    web::Localization const& m_localization;
    std::vector<formats::SheetRow> m_rows;
};

} // namespace

formats::Workbook plan_workbook(ActionPlan const& plan, std::vector<std::string> const& responsible_choices, PlanHeading const& heading,
    web::Localization const& localization)
{
    formats::Sheet sheet;
    sheet.name = localization(tr("Plan {year}", { { "year", std::to_string(plan.year) } }));
    sheet.title = plan.title.empty() ? localization(tr("Action plan {year}", { { "year", std::to_string(plan.year) } })) : plan.title;
    sheet.columns = plan_columns(responsible_choices, localization);
    sheet.rows = PlanSheetWriter(plan, localization).rows();
    formats::Workbook workbook;
    workbook.title = sheet.title;
    workbook.author = heading.author;
    workbook.lists_sheet_name = localization.t("Lists");
    workbook.created = heading.created;
    workbook.sheets.push_back(std::move(sheet));
    return workbook;
}

} // namespace toguna::actions
