#include "actions/plan_builder.hpp"

#include "actions/item_splitting.hpp"
#include "actions/words.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

/// « Avant l’hivernage » was explained in the plan of one year and means the same day of the next.
Due in_year(Due due, int year)
{
    if (auto* month = std::get_if<DueInMonth>(&due))
        month->month.year = year;
    if (auto* day = std::get_if<DueOn>(&due))
        day->date = Date::from(year, day->date.month(), day->date.day()).value_or(day->date.plus_days(-1).plus_months(12 * (year - day->date.year())));
    return due;
}

} // namespace

ReadDue read_due_cell(std::string_view words, std::optional<Date> date, ImportSetting const& setting)
{
    if (date)
        return { DueOn { *date }, true, false };
    if (auto const taught = setting.memory.dues.find(folded(words)); taught != setting.memory.dues.end()) {
        auto const colon = taught->second.find(':');
        auto const value = colon == std::string::npos ? std::string_view() : std::string_view(taught->second).substr(colon + 1);
        if (auto const due = due_from(std::string_view(taught->second).substr(0, colon), value))
            return { in_year(*due, setting.year), true, false };
    }
    return read_due(words, setting.year, setting.today);
}

Text whole_table(formats::Table const& table)
{
    if (table.is_sheet)
        return tr("sheet {sheet}", { { "sheet", table.name } });
    if (table.number > 0)
        return tr("table {number}", { { "number", table.number } });
    return tr("whole file");
}

void PlanBuilder::open_section(std::string title, std::string code, std::string row_id)
{
    title = trimmed(title);
    if (has_section() && folded(m_plan.sections.back().title) == folded(title))
        return;
    m_plan.sections.push_back({ std::move(title), std::move(code), std::move(row_id) });
}

int PlanBuilder::current_section()
{
    if (m_plan.sections.empty())
        m_plan.sections.push_back({});
    return int(m_plan.sections.size()) - 1;
}

std::string PlanBuilder::add_gap(std::string text, Text place, std::string row_id)
{
    auto const section = current_section();
    auto id = "G" + std::to_string(m_plan.gaps.size() + 1);
    m_plan.gaps.push_back({ id, section, std::move(text), std::move(place), std::move(row_id) });
    return id;
}

std::size_t PlanBuilder::add_action(std::string text, std::vector<std::string> gaps, Text place)
{
    ImportedAction action;
    action.id = "A" + std::to_string(m_plan.actions.size() + 1);
    action.text = std::move(text);
    action.section = current_section();
    action.gaps = std::move(gaps);
    action.place = std::move(place);
    m_plan.actions.push_back(std::move(action));
    return m_plan.actions.size() - 1;
}

void PlanBuilder::share(std::size_t action, std::vector<std::string> const& gaps)
{
    auto& shared = m_plan.actions[action].gaps;
    for (auto const& gap : gaps)
        if (std::find(shared.begin(), shared.end(), gap) == shared.end())
            shared.push_back(gap);
}

bool PlanBuilder::has_actions_here() const
{
    return !m_plan.actions.empty() && m_plan.actions.back().section == int(m_plan.sections.size()) - 1;
}

void PlanBuilder::set_due(std::vector<std::size_t> const& actions, std::string_view words, std::optional<Date> date, Text const& place)
{
    if (actions.empty())
        return;
    auto const lines = lines_of(words);
    if (!date && lines.size() == actions.size() && actions.size() > 1) {
        for (std::size_t index = 0; index < actions.size(); ++index)
            set_due({ actions[index] }, lines[index], {}, place);
        return;
    }
    auto const read = read_due_cell(words, date, m_setting);
    for (auto const action : actions) {
        m_plan.actions[action].due = read.due;
        m_plan.actions[action].due_text = trimmed(words);
    }
    Text doubt;
    if (read.understood && std::holds_alternative<NoDue>(read.due)) // empty, « - », « à déterminer »
        doubt = tr("There is no deadline here: “{action}”.", { { "action", m_plan.actions[actions.front()].text } });
    else if (!read.understood)
        doubt = tr("“{words}” could not be read as a deadline; the words are kept. Write a date, a month or a frequency.", { { "words", trimmed(words) } });
    else if (read.doubtful)
        doubt = tr("Please check the deadline: “{words}” can be understood in several ways.", { { "words", trimmed(words) } });
    if (doubt.empty())
        return;
    ImportWarning warning { place, std::move(doubt) };
    for (auto const action : actions)
        warning.deadlines_of.push_back(m_plan.actions[action].id);
    m_plan.warnings.push_back(std::move(warning));
}

} // namespace toguna::actions
