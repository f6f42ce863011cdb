#include "actions/plan_document.hpp"
#include "actions/plan_groups.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

using formats::DocumentCell;
using formats::DocumentRow;
using formats::Tone;

/// Actions of one cell: those that have everything beside them in common, as in « A; B; C | Mensuelle ».
std::vector<std::vector<ActionPoint const*>> cells_of(std::vector<ActionPoint const*> const& actions, PlanColumns const& columns)
{
    auto const alike = [&](ActionPoint const& left, ActionPoint const& right) {
        return left.due == right.due && (!columns.responsible || left.responsible == right.responsible)
            && ((!columns.status && !columns.percent) || (left.status == right.status && left.progress == right.progress && left.occurrences.empty() && right.occurrences.empty()));
    };
    std::vector<std::vector<ActionPoint const*>> cells;
    for (auto const* action : actions) {
        if (cells.empty() || !alike(*cells.back().back(), *action))
            cells.emplace_back();
        cells.back().push_back(action);
    }
    return cells;
}

DocumentCell text_cell(std::string text, int row_span = 1)
{
    DocumentCell cell;
    cell.paragraphs.push_back({ { std::move(text) } });
    cell.row_span = row_span;
    return cell;
}

class PlanTableWriter {
public:
    PlanTableWriter(ActionPlan const& plan, PlanColumns const& columns, Date as_of, web::Localization const& localization)
        : m_plan(plan), m_columns(columns), m_as_of(as_of), m_localization(localization)
    {
    }

    formats::DocumentTable table()
    {
        add_header();
        for (auto const& [section, groups] : groups_of(m_plan)) {
            add_section(section ? section->title : m_localization.t("Without section"));
            for (auto const& group : groups)
                add_group(group);
        }
        return std::move(m_table);
    }

private:
    void add_header()
    {
        DocumentRow row;
        row.header = true;
        auto const add = [&](std::string title, double width) {
            auto cell = text_cell(std::move(title));
            cell.paragraphs[0][0].bold = true;
            cell.tone = Tone::Heading;
            row.cells.push_back(std::move(cell));
            m_table.widths.push_back(width);
        };
        add(m_localization.t("Challenges and gaps"), 0.34);
        add(m_localization.t("Proposed actions"), 0.42);
        add(m_localization.t("Deadline"), 0.14);
        if (m_columns.responsible)
            add(m_localization.t("Responsible"), 0.16);
        if (m_columns.status)
            add(m_localization.t("Status"), 0.13);
        if (m_columns.percent)
            add(m_localization.t("%"), 0.07);
        double total = 0;
        for (auto const width : m_table.widths)
            total += width;
        for (auto& width : m_table.widths)
            width /= total;
        m_table.rows.push_back(std::move(row));
    }

    void add_section(std::string title)
    {
        auto cell = text_cell(std::move(title));
        cell.paragraphs[0][0].bold = true;
        cell.tone = Tone::Section;
        cell.align = DocumentCell::Align::Center;
        cell.column_span = int(m_table.widths.size());
        m_table.rows.push_back({ { std::move(cell) }, false });
    }

    /// One side of the group has one cell over all rows: the actions when gaps share them, the gap when it has several.
    void add_group(GapGroup const& group)
    {
        auto const cells = cells_of(group.actions, m_columns);
        if (group.gaps.size() <= 1) {
            add_one_gap(group, cells);
            return;
        }
        if (cells.size() == 1) {
            int const rows = int(group.gaps.size());
            for (std::size_t index = 0; index < group.gaps.size(); ++index) {
                DocumentRow row;
                row.cells.push_back(text_cell(group.gaps[index]->text));
                if (index == 0)
                    add_action_cells(row, cells.front(), rows);
                m_table.rows.push_back(std::move(row));
            }
            return;
        }
        // Several gaps, several deadlines: the gaps are paragraphs of one cell.
        auto gaps = text_cell(group.gaps.front()->text, int(cells.size()));
        for (std::size_t index = 1; index < group.gaps.size(); ++index)
            gaps.paragraphs.push_back({ { group.gaps[index]->text } });
        add_beside(std::move(gaps), cells);
    }

    void add_one_gap(GapGroup const& group, std::vector<std::vector<ActionPoint const*>> const& cells)
    {
        auto gap = text_cell(group.gaps.empty() ? std::string() : group.gaps.front()->text, std::max(1, int(cells.size())));
        add_beside(std::move(gap), cells);
    }

    void add_beside(DocumentCell gap, std::vector<std::vector<ActionPoint const*>> const& cells)
    {
        DocumentRow row;
        row.cells.push_back(std::move(gap));
        if (cells.empty())
            for (std::size_t column = 1; column < m_table.widths.size(); ++column)
                row.cells.push_back(text_cell({}));
        for (auto const& actions : cells) {
            add_action_cells(row, actions, 1);
            m_table.rows.push_back(std::move(row));
            row = {};
        }
        if (cells.empty())
            m_table.rows.push_back(std::move(row));
    }

    void add_action_cells(DocumentRow& row, std::vector<ActionPoint const*> const& actions, int rows) const
    {
        DocumentCell texts;
        texts.row_span = rows;
        for (std::size_t index = 0; index < actions.size(); ++index)
            texts.paragraphs.push_back({ { actions[index]->text + (index + 1 < actions.size() && !actions[index]->text.ends_with(';') ? " ;" : "") } });
        row.cells.push_back(std::move(texts));
        auto const& first = *actions.front();
        row.cells.push_back(text_cell(due_words(first.due, m_localization), rows));
        if (m_columns.responsible) {
            std::vector<std::string> names;
            for (auto const& one : first.responsible)
                names.push_back(one.name);
            row.cells.push_back(text_cell(m_localization.list(names), rows));
        }
        if (m_columns.status)
            row.cells.push_back(status_cell(first, rows));
        if (m_columns.percent) {
            auto const percent = percent_of(first, m_as_of);
            auto cell = text_cell(percent ? std::to_string(*percent) + "\u00A0%" : std::string(), rows);
            cell.align = DocumentCell::Align::End;
            row.cells.push_back(std::move(cell));
        }
    }

    DocumentCell status_cell(ActionPoint const& action, int rows) const
    {
        auto words = m_localization(label_of(action.status));
        if (!action.status_reason.empty() && (action.status == Status::Blocked || action.status == Status::Abandoned))
            words += " (" + action.status_reason + ")";
        auto cell = text_cell(std::move(words), rows);
        cell.tone = action.status == Status::Closed ? Tone::Good
            : is_late(action, m_as_of)              ? Tone::Weak
            : action.status == Status::Blocked      ? Tone::Unsatisfactory
            : action.status == Status::Abandoned    ? Tone::Muted
                                                    : Tone::None;
        return cell;
    }

    ActionPlan const& m_plan;
    PlanColumns const& m_columns;
    Date m_as_of;
    web::Localization const& m_localization;
    formats::DocumentTable m_table;
};

} // namespace

formats::Document plan_document(ActionPlan const& plan, PlanColumns const& columns, PlanHeading const& heading, web::Localization const& localization)
{
    formats::Document document;
    document.title = plan.title.empty() ? localization(tr("Action plan {year}", { { "year", std::to_string(plan.year) } })) : plan.title;
    document.subtitle = heading.body_name;
    document.language = localization.language();
    document.author = heading.author;
    document.header_left = document.title;
    document.footer_left = localization(tr("{body} · as of {date}", { { "body", heading.body_name }, { "date", heading.as_of } }));
    document.page_word = localization.t("Page");
    document.landscape = columns.responsible || columns.status || columns.percent;
    document.created = heading.created;
    document.blocks.push_back(PlanTableWriter(plan, columns, heading.as_of, localization).table());
    return document;
}

} // namespace toguna::actions
