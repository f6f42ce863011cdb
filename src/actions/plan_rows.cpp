#include "actions/plan_rows.hpp"

#include "actions/item_splitting.hpp"
#include "actions/period_columns.hpp"
#include "actions/section_rows.hpp"
#include "actions/status_words.hpp"
#include "actions/words.hpp"

#include <algorithm>
#include <map>

namespace toguna::actions {

namespace {

/// What stands at one place of a row for a plan.
struct Place {
    formats::Cell const* cell = nullptr; ///< null: there is no such column
    bool from_above = false;             ///< belongs to a merged cell that began in an earlier row
    int row = 0;
    int column = 0;

    std::string text() const { return cell ? trimmed(cell->text) : std::string(); }
    bool own() const { return !from_above && !text().empty(); }
};

std::vector<std::string> split_at(std::string_view text, char mark)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        auto const end = std::min(text.find(mark), text.size());
        if (auto part = trimmed(text.substr(0, end)); !part.empty())
            parts.push_back(std::move(part));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

class RowReader {
public:
    RowReader(formats::Table const& table, RecognizedHeader const& header, KnownTitles const& titles, PlanBuilder& builder)
        : m_table(table), m_header(header), m_titles(titles), m_builder(builder), m_section_rows(table, header, titles),
          m_periods(find_period_columns(table, header, builder.setting().year, builder.setting().today)),
          m_merges_actions(m_section_rows.merges_down(ColumnRole::Actions)), m_merges_gaps(m_section_rows.merges_down(ColumnRole::Gaps))
    {
    }

    void read()
    {
        for (int row = m_header.last_row + 1; row < int(m_table.rows.size()); ++row)
            read_row(row);
        drop_closing_lines();
    }

private:
    void read_row(int row);
    bool read_section(int row);
    void read_section_column(int row);
    void read_own_row(int row, PlanRowId const& id);
    void read_gaps(int row);
    void read_actions(int row);
    void read_action_details(int row, std::vector<std::size_t> const& actions);
    void read_status(std::size_t action, std::string const& words, Text const& place);
    void start_section(std::string const& title, std::string const& row_id);
    void drop_closing_lines();

    Place place(int row, ColumnRole role) const;
    Text cell_place(Place const& at) const { return formats::cell_place(m_table, at.row, at.column); }

    formats::Table const& m_table;
    RecognizedHeader const& m_header;
    KnownTitles const& m_titles;
    PlanBuilder& m_builder;

    SectionRows m_section_rows;
    std::optional<PeriodColumns> m_periods;
    bool m_merges_actions; ///< the file says by merging which cells are shared
    bool m_merges_gaps;

    // The group that the next row may go on with.
    std::vector<std::string> m_gaps;       ///< of the present gap cell
    std::vector<std::size_t> m_actions;    ///< of the present action cell
    std::string m_gap_words;               ///< folded
    std::string m_action_words;
    bool m_new_gaps = false;
    std::string m_section_words;
    std::map<std::string, std::string> m_gap_by_row_id;
    std::map<std::string, std::size_t> m_action_by_row_id;
};

Place RowReader::place(int row, ColumnRole role) const
{
    auto const column = m_header.column_of(role);
    if (!column)
        return { nullptr, false, row, 0 };
    auto const& cell = m_table.rows[std::size_t(row)].cells[std::size_t(*column)];
    if (!cell.covered)
        return { &cell, false, row, *column };
    // Merged with the cell to its left: nothing of its own. Merged with a header: nothing either.
    if (cell.origin_row == row || cell.origin_row <= m_header.last_row)
        return { nullptr, false, row, *column };
    return { &cell_through_merge(m_table, row, *column), true, row, *column };
}

void RowReader::start_section(std::string const& title, std::string const& row_id)
{
    m_builder.open_section(title, m_titles.code_of(title).value_or(""), row_id);
    m_gaps.clear();
    m_actions.clear();
    m_gap_words.clear();
    m_action_words.clear();
}

bool RowReader::read_section(int row)
{
    auto const lone = m_section_rows.lone_cell(row);
    if (!lone)
        return false;
    auto const text = trimmed(m_table.rows[std::size_t(row)].cells[std::size_t(*lone)].text);
    if (is_total_or_footnote(text))
        return true;
    bool const evident = m_section_rows.is_evident(row, *lone);
    bool const before_any = m_header.roles[std::size_t(*lone)] == ColumnRole::Gaps && m_builder.plan().gaps.empty() && m_builder.plan().actions.empty()
        && !m_builder.has_section() && m_header.has(ColumnRole::Actions);
    bool const follows_title = m_actions.empty() && m_gaps.empty() && m_builder.has_section();
    bool const by_habit = m_section_rows.lone_rows_are_titles() && !follows_title && m_header.roles[std::size_t(*lone)] == ColumnRole::Gaps;
    if (!evident && !before_any && !by_habit)
        return false;
    if (!evident)
        m_builder.warn(formats::cell_place(m_table, row, *lone), tr("“{title}” was taken for the title of a section.", { { "title", text } }));
    start_section(text, {});
    return true;
}

void RowReader::read_section_column(int row)
{
    auto const section = place(row, ColumnRole::Sections);
    auto const words = folded(section.text());
    if (words.empty() || words == m_section_words)
        return;
    m_section_words = words;
    start_section(section.text(), {});
}

void RowReader::read_row(int row)
{
    auto const& cells = m_table.rows[std::size_t(row)].cells;
    bool const blank = std::all_of(cells.begin(), cells.end(), [](auto const& cell) { return trimmed(cell.text).empty(); });
    bool const shares_above = std::any_of(cells.begin(), cells.end(), [&](auto const& cell) { return cell.covered && cell.origin_row < row; });
    if ((blank && !shares_above) || repeats_header(m_table, row, m_header))
        return;
    if (auto const id = plan_row_id_from(place(row, ColumnRole::RowId).text()); !id.empty()) {
        read_own_row(row, id);
        return;
    }
    auto const first = std::find_if(cells.begin(), cells.end(), [](auto const& cell) { return !trimmed(cell.text).empty(); });
    if (first != cells.end() && folded(first->text).starts_with("total") && words_of(first->text).size() <= 3)
        return;
    if (read_section(row))
        return;
    read_section_column(row);
    m_new_gaps = false;
    read_gaps(row);
    read_actions(row);
}

void RowReader::read_gaps(int row)
{
    auto const gap = place(row, ColumnRole::Gaps);
    if (!gap.own()) {
        // Nothing merged, nothing written: the same gap again, unless this file merges the cells that go on.
        bool const without_gap = !gap.from_above && m_merges_gaps && place(row, ColumnRole::Actions).own();
        if (without_gap) {
            m_gaps.clear();
            m_gap_words.clear();
        }
        return;
    }
    auto const words = folded(gap.text());
    if (words == m_gap_words)
        return;
    m_gap_words = words;
    m_gaps.clear();
    for (auto& item : split_items(gap.text(), gap.cell->is_list))
        m_gaps.push_back(m_builder.add_gap(without_numbering(item), cell_place(gap)));
    m_new_gaps = true;
}

void RowReader::read_actions(int row)
{
    auto const action = place(row, ColumnRole::Actions);
    auto const words = folded(action.text());
    bool const repeated = action.own() && words == m_action_words && !m_actions.empty();
    if (action.from_above || repeated) {
        for (auto const shared : m_actions)
            m_builder.share(shared, m_gaps);
        return;
    }
    if (!action.own()) {
        if (!m_new_gaps)
            return;
        auto const gap = place(row, ColumnRole::Gaps);
        bool const shares = !m_actions.empty() && !m_merges_actions && !place(row, ColumnRole::Deadline).own();
        if (shares)
            for (auto const shared : m_actions)
                m_builder.share(shared, m_gaps);
        m_builder.warn(cell_place(gap), shares ? tr("“{gap}” has no action of its own: it was given those of the gap above.", { { "gap", gap.text() } })
                                               : tr("“{gap}” has no action.", { { "gap", gap.text() } }));
        return;
    }
    m_action_words = words;
    m_actions.clear();
    for (auto& item : split_items(action.text(), action.cell->is_list))
        m_actions.push_back(m_builder.add_action(without_numbering(item), m_gaps, cell_place(action)));
    read_action_details(row, m_actions);
}

void RowReader::read_action_details(int row, std::vector<std::size_t> const& actions)
{
    if (m_periods) {
        Place const first { nullptr, false, row, m_periods->columns.front() };
        m_builder.set_due(actions, marked_period(m_table, row, *m_periods), {}, cell_place(first));
    } else if (m_header.has(ColumnRole::Deadline)) {
        auto const due = place(row, ColumnRole::Deadline);
        m_builder.set_due(actions, due.text(), due.cell ? due.cell->date : std::nullopt, cell_place(due));
    }
    auto const each = [&](ColumnRole role, auto&& take) {
        auto const found = place(row, role);
        if (found.text().empty())
            return;
        auto const lines = lines_of(found.text());
        bool const one_to_one = actions.size() > 1 && lines.size() == actions.size();
        for (std::size_t index = 0; index < actions.size(); ++index)
            take(actions[index], one_to_one ? lines[index] : found.text(), cell_place(found));
    };
    auto& plan = m_builder.plan();
    each(ColumnRole::Owners, [&](auto action, auto const& words, auto const&) { plan.actions[action].responsible = split_responsible(words); });
    each(ColumnRole::Comment, [&](auto action, auto const& words, auto const&) { plan.actions[action].status_note = words; });
    each(ColumnRole::Share, [&](auto action, auto const& words, auto const&) { plan.actions[action].progress = read_progress(words); });
    each(ColumnRole::Urgency, [&](auto action, auto const& words, auto const&) {
        if (auto const priority = read_priority(words))
            plan.actions[action].priority = name_of(*priority);
    });
    each(ColumnRole::State, [&](auto action, auto const& words, auto const& where) { read_status(action, words, where); });
}

void RowReader::read_status(std::size_t action, std::string const& words, Text const& where)
{
    auto& imported = m_builder.plan().actions[action];
    auto const read = actions::read_status(words);
    if (read.progress && !imported.progress)
        imported.progress = read.progress;
    if (read.status)
        imported.status = name_of(*read.status);
    else
        m_builder.warn(where, tr("“{words}” is no status we know; it is kept as a note.", { { "words", words } }));
    // More than the bare status was written: nothing of it is lost.
    if (!read.status || words_of(words).size() > 3)
        imported.status_note = imported.status_note.empty() ? words : words + " — " + imported.status_note;
}

/// A row of our own export: the ids say what it is, whatever became of the layout.
void RowReader::read_own_row(int row, PlanRowId const& id)
{
    if (!id.section.empty()) {
        auto const lone = m_section_rows.lone_cell(row);
        if (lone)
            start_section(trimmed(m_table.rows[std::size_t(row)].cells[std::size_t(*lone)].text), id.section);
        return;
    }
    m_gaps.clear();
    if (!id.gap.empty()) {
        auto& gap = m_gap_by_row_id[id.gap];
        if (auto const at = place(row, ColumnRole::Gaps); gap.empty())
            gap = m_builder.add_gap(at.text(), cell_place(at), id.gap);
        m_gaps = { gap };
        m_gap_words = folded(place(row, ColumnRole::Gaps).text());
    }
    if (id.action.empty())
        return;
    auto const at = place(row, ColumnRole::Actions);
    if (auto const known = m_action_by_row_id.find(id.action); known != m_action_by_row_id.end()) {
        m_builder.share(known->second, m_gaps);
        if (folded(m_builder.plan().actions[known->second].text) != folded(at.text()))
            m_builder.warn(cell_place(at), tr("This row repeats an action in other words; the words of its first row were kept."));
        return;
    }
    if (at.text().empty()) {
        m_builder.warn(cell_place(at), tr("This row of an action has no text any more and was left out."));
        return;
    }
    auto const action = m_builder.add_action(at.text(), m_gaps, cell_place(at));
    m_builder.plan().actions[action].row_id = id.action;
    m_action_by_row_id[id.action] = action;
    m_actions = { action };
    m_action_words = folded(at.text());
    read_action_details(row, m_actions);
    // We wrote the names apart with « ; »: a name of ours may hold a comma or « et ».
    m_builder.plan().actions[action].responsible = split_at(place(row, ColumnRole::Owners).text(), ';');
}

void RowReader::drop_closing_lines()
{
    // « Fait à …, le … » and other closing lines look like titles: a title nobody knows with nothing below it is none.
    auto& plan = m_builder.plan();
    while (plan.sections.size() > 1) {
        auto const& last = plan.sections.back();
        int const index = int(plan.sections.size()) - 1;
        bool const used = std::any_of(plan.gaps.begin(), plan.gaps.end(), [&](auto const& gap) { return gap.section == index; })
            || std::any_of(plan.actions.begin(), plan.actions.end(), [&](auto const& action) { return action.section == index; });
        if (used || !last.row_id.empty() || m_titles.code_of(last.title))
            return;
        m_builder.warn(whole_table(m_table), tr("“{words}” stands below the plan and was left out.", { { "words", last.title } }));
        plan.sections.pop_back();
    }
}

} // namespace

void read_plan_rows(formats::Table const& table, RecognizedHeader const& header, KnownTitles const& titles, PlanBuilder& builder)
{
    RowReader(table, header, titles, builder).read();
}

} // namespace toguna::actions
