#include "actions/import_draft.hpp"

#include <algorithm>
#include <cstdlib>

namespace toguna::actions {

namespace {

template<class Rows>
auto row_in(Rows& rows, std::string_view id) -> decltype(rows.data())
{
    auto const found = std::find_if(rows.begin(), rows.end(), [&](auto const& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

/// The doubt about this action's deadline is answered; a doubt about several stays for the others.
void settle_deadline(ImportedPlan& plan, std::string_view action)
{
    std::erase_if(plan.warnings, [&](ImportWarning& warning) {
        bool const asked = std::erase(warning.deadlines_of, action) > 0;
        return asked && warning.deadlines_of.empty();
    });
}

int highest_number(ImportedPlan const& plan)
{
    int highest = 0;
    for (auto const& action : plan.actions)
        highest = std::max(highest, std::atoi(action.id.c_str() + 1));
    return highest;
}

void add_missing(std::vector<std::string>& into, std::vector<std::string> const& from)
{
    for (auto const& one : from)
        if (std::find(into.begin(), into.end(), one) == into.end())
            into.push_back(one);
}

} // namespace

ImportCounts counts_of(ImportedPlan const& plan)
{
    auto const without = std::count_if(plan.actions.begin(), plan.actions.end(), [](auto const& action) { return std::holds_alternative<NoDue>(action.due); });
    return { int(plan.gaps.size()), int(plan.actions.size()), int(plan.sections.size()), int(without), int(plan.warnings.size()) };
}

Text sentence_of(ImportCounts const& counts)
{
    return tr("{gaps}, {actions}, {sections}; {without}; {doubts}",
        { { "gaps", trn("{count} gap", "{count} gaps", counts.gaps) }, { "actions", trn("{count} action", "{count} actions", counts.actions) },
            { "sections", trn("{count} section", "{count} sections", counts.sections) },
            { "without", trn("{count} without deadline", "{count} without deadline", counts.without_due) },
            { "doubts", trn("{count} doubt", "{count} doubts", counts.doubts) } });
}

ImportedAction const* find_action(ImportedPlan const& plan, std::string_view id) { return row_in(plan.actions, id); }

ImportedGap const* find_gap(ImportedPlan const& plan, std::string_view id) { return row_in(plan.gaps, id); }

void give_deadline(ImportedPlan& plan, std::string_view id, Due const& due, std::string_view words)
{
    auto* action = row_in(plan.actions, id);
    if (!action)
        return;
    action->due = due;
    if (action->due_text.empty())
        action->due_text = words;
    settle_deadline(plan, id);
}

void leave_out_action(ImportedPlan& plan, std::string_view id)
{
    std::string const gone(id);
    settle_deadline(plan, gone);
    std::erase_if(plan.actions, [&](auto const& action) { return action.id == gone; });
}

void leave_out_gap(ImportedPlan& plan, std::string_view id)
{
    auto const* gap = row_in(plan.gaps, id);
    if (!gap)
        return;
    auto const section = gap->section;
    std::string const gone(id);
    for (auto& action : plan.actions)
        if (std::erase(action.gaps, gone) > 0 && action.gaps.empty())
            action.section = section;
    std::erase_if(plan.gaps, [&](auto const& one) { return one.id == gone; });
}

void name_responsible(ImportedPlan& plan, std::string_view id, std::vector<std::string> const& names)
{
    if (auto* action = row_in(plan.actions, id))
        action->responsible = names;
}

void reword_action(ImportedPlan& plan, std::string_view id, std::vector<std::string> const& texts)
{
    auto* action = row_in(plan.actions, id);
    if (!action || texts.empty())
        return;
    action->text = texts.front();
    auto const first = *action;
    auto place = action - plan.actions.data();
    int number = highest_number(plan);
    for (std::size_t index = 1; index < texts.size(); ++index) {
        auto other = first;
        other.id = "A" + std::to_string(++number);
        other.row_id.clear();
        other.text = texts[index];
        plan.actions.insert(plan.actions.begin() + ++place, std::move(other));
        for (auto& warning : plan.warnings)
            if (std::find(warning.deadlines_of.begin(), warning.deadlines_of.end(), first.id) != warning.deadlines_of.end())
                warning.deadlines_of.push_back("A" + std::to_string(number));
    }
}

void join_with_previous(ImportedPlan& plan, std::string_view id)
{
    auto* action = row_in(plan.actions, id);
    if (!action || action == plan.actions.data())
        return;
    auto& previous = *(action - 1);
    previous.text += " " + action->text;
    add_missing(previous.gaps, action->gaps);
    add_missing(previous.responsible, action->responsible);
    if (std::holds_alternative<NoDue>(previous.due) && !std::holds_alternative<NoDue>(action->due)) {
        auto const due = action->due;
        auto const words = action->due_text;
        give_deadline(plan, std::string(previous.id), due, words);
    }
    leave_out_action(plan, id);
}

void reword_gap(ImportedPlan& plan, std::string_view id, std::string const& text)
{
    if (auto* gap = row_in(plan.gaps, id))
        gap->text = text;
}

void move_gap_to_section(ImportedPlan& plan, std::string_view id, int section)
{
    auto* gap = row_in(plan.gaps, id);
    if (!gap || section < 0 || std::size_t(section) >= plan.sections.size())
        return;
    gap->section = section;
    for (auto& action : plan.actions)
        if (action.gaps == std::vector<std::string> { gap->id })
            action.section = section;
}

void move_action_to_section(ImportedPlan& plan, std::string_view id, int section)
{
    auto* action = row_in(plan.actions, id);
    if (action && action->gaps.empty() && section >= 0 && std::size_t(section) < plan.sections.size())
        action->section = section;
}

void change_section(ImportedPlan& plan, int section, std::string const& title, std::string const& core_function)
{
    if (section < 0 || std::size_t(section) >= plan.sections.size())
        return;
    plan.sections[std::size_t(section)].title = title;
    plan.sections[std::size_t(section)].core_function = core_function;
}

void section_is_gap(ImportedPlan& plan, int section)
{
    if (section <= 0 || std::size_t(section) >= plan.sections.size())
        return;
    auto const title = plan.sections[std::size_t(section)].title;
    int number = 0;
    for (auto const& gap : plan.gaps)
        number = std::max(number, std::atoi(gap.id.c_str() + 1));
    auto const follows = std::find_if(plan.gaps.begin(), plan.gaps.end(), [&](auto const& gap) { return gap.section >= section; });
    plan.gaps.insert(follows, { "G" + std::to_string(number + 1), section - 1, title, {}, {} });
    plan.sections.erase(plan.sections.begin() + section);
    for (auto& gap : plan.gaps)
        gap.section -= gap.section >= section ? 1 : 0;
    for (auto& action : plan.actions)
        action.section -= action.section >= section ? 1 : 0;
}

void replace_responsible(ImportedPlan& plan, std::string const& name, std::vector<std::string> const& names)
{
    for (auto& action : plan.actions) {
        auto const found = std::find(action.responsible.begin(), action.responsible.end(), name);
        if (found == action.responsible.end())
            continue;
        auto const place = action.responsible.erase(found);
        action.responsible.insert(place, names.begin(), names.end());
    }
}

} // namespace toguna::actions
