#include "actions/plan_view.hpp"

#include "actions/plan_groups.hpp"

#include <algorithm>
#include <array>

namespace toguna::actions {

namespace {

constexpr std::array<std::string_view, 10> filter_names { "", "open", "late", "blocked", "to_confirm", "closed", "without_due", "unclear_due", "without_responsible",
    "without_review" };

/// Rows of a plan for one reader's language and day.
class TableBuilder {
public:
    TableBuilder(PlanFilter filter, CarriedActions const& carried, Date as_of, web::Localization const& language)
        : m_filter(filter), m_carried(carried), m_as_of(as_of), m_language(language)
    {
    }

    std::vector<PlanTableGroup> groups(std::vector<GapGroup> const& groups) const
    {
        std::vector<PlanTableGroup> shown;
        for (auto const& group : groups)
            if (auto rows = rows_of(group); !rows.empty())
                shown.push_back({ std::move(rows) });
        return shown;
    }

private:
    std::vector<PlanTableRow> rows_of(GapGroup const& group) const
    {
        std::vector<PlanActionCell> actions;
        for (auto const* action : group.actions)
            if (lets_through(m_filter, *action, m_as_of))
                actions.push_back(cell_of(*action));
        if (actions.empty() && m_filter != PlanFilter::All)
            return {};
        std::vector<GapCell> gaps;
        for (auto const* gap : group.gaps)
            gaps.push_back({ gap->id.text(), gap->text });
        return gaps.size() > 1 && actions.size() == 1 ? one_action_beside(std::move(gaps), std::move(actions)) : one_gap_cell_beside(std::move(gaps), std::move(actions));
    }

    /// The merged cell of the source: several gaps, one action.
    static std::vector<PlanTableRow> one_action_beside(std::vector<GapCell> gaps, std::vector<PlanActionCell> actions)
    {
        std::vector<PlanTableRow> rows;
        for (auto& gap : gaps)
            rows.push_back({ { std::move(gap) }, 1, {}, 0 });
        rows.front().action_rows = int(rows.size());
        rows.front().actions = std::move(actions);
        return rows;
    }

    /// Several gaps and several actions: the gaps are paragraphs of one cell, as in the exports.
    static std::vector<PlanTableRow> one_gap_cell_beside(std::vector<GapCell> gaps, std::vector<PlanActionCell> actions)
    {
        std::vector<PlanTableRow> rows;
        rows.push_back({ std::move(gaps), std::max(1, int(actions.size())), {}, 1 });
        for (std::size_t index = 0; index < actions.size(); ++index) {
            if (index > 0)
                rows.push_back({ {}, 0, {}, 1 });
            rows.back().actions.push_back(std::move(actions[index]));
        }
        return rows;
    }

    PlanActionCell cell_of(ActionPoint const& action) const
    {
        PlanActionCell cell;
        cell.id = action.id.text();
        cell.reference = action.reference;
        cell.text = action.text;
        cell.due = has_unclear_due(action) ? action.due_text : due_words(action.due, m_language);
        cell.due_note = due_note(action);
        cell.late = is_late(action, m_as_of);
        std::vector<std::string> names;
        for (auto const& one : action.responsible)
            names.push_back(one.name);
        cell.responsible = m_language.list(names);
        cell.status = tag_of(action.status, m_language);
        if (action.status == Status::Blocked || action.status == Status::Abandoned)
            cell.status_reason = action.status_reason;
        if (auto const percent = percent_of(action, m_as_of))
            cell.percent = m_language.percent(Percentage::of(*percent, 100));
        cell.urgent = action.priority == Priority::High && is_open(action.status);
        add_origin(action, cell);
        return cell;
    }

    std::string due_note(ActionPoint const& action) const
    {
        if (has_unclear_due(action))
            return m_language.t("not understood as a deadline");
        if (action.postponements > 0 && action.first_deadline)
            return m_language(trn("postponed {count} time, first due on {date}", "postponed {count} times, first due on {date}", action.postponements,
                { { "date", *action.first_deadline } }));
        return {};
    }

    void add_origin(ActionPoint const& action, PlanActionCell& cell) const
    {
        if (auto const found = m_carried.continuations.find(action.id.text()); found != m_carried.continuations.end()) {
            cell.origin = m_language(tr("Carried to the plan of {year}, {reference}", { { "year", std::to_string(found->second.year) }, { "reference", found->second.reference } }));
            cell.origin_path = "/actions/" + found->second.id;
        } else if (auto const origin = m_carried.origins.find(action.id.text()); origin != m_carried.origins.end()) {
            cell.origin = m_language(tr("Carried from the plan of {year}, {reference}", { { "year", std::to_string(origin->second.year) }, { "reference", origin->second.reference } }));
            cell.origin_path = "/actions/" + origin->second.id;
        }
    }

    PlanFilter m_filter;
    CarriedActions const& m_carried;
    Date m_as_of;
    web::Localization const& m_language;
};

} // namespace

std::string_view name_of(PlanFilter filter) { return filter_names[std::size_t(filter)]; }

PlanFilter plan_filter_from(std::string_view name)
{
    auto const found = std::find(filter_names.begin(), filter_names.end(), name);
    return found == filter_names.end() ? PlanFilter::All : PlanFilter(found - filter_names.begin());
}

bool has_unclear_due(ActionPoint const& action) { return std::holds_alternative<NoDue>(action.due) && !action.due_text.empty(); }

bool lacks_review(ActionPoint const& action)
{
    auto const* const continuous = std::get_if<Continuous>(&action.due);
    return continuous && !continuous->review_on && is_open(action.status);
}

bool lets_through(PlanFilter filter, ActionPoint const& action, Date as_of)
{
    switch (filter) {
    case PlanFilter::All: return true;
    case PlanFilter::Open: return is_open(action.status);
    case PlanFilter::Late: return is_late(action, as_of);
    case PlanFilter::Blocked: return action.status == Status::Blocked;
    case PlanFilter::ToConfirm: return action.status == Status::DoneToConfirm;
    case PlanFilter::Closed: return action.status == Status::Closed;
    case PlanFilter::WithoutDue: return std::holds_alternative<NoDue>(action.due);
    case PlanFilter::UnclearDue: return has_unclear_due(action);
    case PlanFilter::WithoutResponsible: return action.responsible.empty();
    case PlanFilter::WithoutReview: return lacks_review(action);
    }
    return true;
}

PlanTable plan_table(ActionPlan const& plan, PlanColumns const& columns, PlanFilter filter, CarriedActions const& carried, Date as_of, web::Localization const& language)
{
    TableBuilder const builder(filter, carried, as_of, language);
    PlanTable table { {}, columns, 3 + columns.responsible + columns.status + columns.percent };
    for (auto const& [section, groups] : groups_of(plan)) {
        auto shown = builder.groups(groups);
        if (shown.empty() && filter != PlanFilter::All)
            continue;
        if (section)
            table.sections.push_back({ section->id.text(), section->title, section->core_function, std::move(shown) });
        else
            table.sections.push_back({ {}, language.t("Without section"), {}, std::move(shown) });
    }
    return table;
}

web::Figures plan_figures(PlanFigures const& figures, std::string const& path, web::Localization const& language)
{
    auto const count = [&](int number, Text label, PlanFilter filter, web::Look look = web::Look::Plain) {
        return web::Figure { language.number(number), language(label), path + (filter == PlanFilter::All ? "" : "?show=" + std::string(name_of(filter))),
            number > 0 ? look : web::Look::Plain };
    };
    return {
        count(figures.actions, trn("action", "actions", figures.actions), PlanFilter::All),
        count(figures.closed, trn("closed action", "closed actions", figures.closed), PlanFilter::Closed),
        count(figures.late, tr("late"), PlanFilter::Late, web::Look::Late),
        count(figures.blocked, trn("blocked action", "blocked actions", figures.blocked), PlanFilter::Blocked, web::Look::Blocked),
        count(figures.to_confirm, tr("to confirm"), PlanFilter::ToConfirm),
        count(figures.without_due, tr("without deadline"), PlanFilter::WithoutDue),
        { language.percent(figures.execution), language.t("rate of execution") },
    };
}

std::vector<QualityLine> quality_lines(ActionPlan const& plan, std::string const& path, web::Localization const& language)
{
    // None of these filters asks for the day.
    auto const number_of = [&](PlanFilter filter) {
        return std::count_if(plan.actions.begin(), plan.actions.end(), [&](auto const& action) { return is_open(action.status) && lets_through(filter, action, Date(std::chrono::sys_days())); });
    };
    std::vector<QualityLine> lines;
    auto const add = [&](Text const& sentence, PlanFilter filter) {
        if (sentence.count() > 0)
            lines.push_back({ language(sentence), path + "?show=" + std::string(name_of(filter)) });
    };
    auto const unclear = number_of(PlanFilter::UnclearDue);
    add(trn("{count} action has no deadline", "{count} actions have no deadline", number_of(PlanFilter::WithoutDue) - unclear), PlanFilter::WithoutDue);
    add(trn("{count} deadline was not understood", "{count} deadlines were not understood", unclear), PlanFilter::UnclearDue);
    add(trn("{count} action has nobody responsible", "{count} actions have nobody responsible", number_of(PlanFilter::WithoutResponsible)), PlanFilter::WithoutResponsible);
    add(trn("{count} continuous action has no date of review", "{count} continuous actions have no date of review", number_of(PlanFilter::WithoutReview)), PlanFilter::WithoutReview);
    return lines;
}

web::Tag tag_of(Status status, web::Localization const& language)
{
    static constexpr std::array looks { web::Look::ToDo, web::Look::InProgress, web::Look::Blocked, web::Look::ToConfirm, web::Look::Done, web::Look::Abandoned };
    return { looks[std::size_t(status)], language(label_of(status)) };
}

std::string responsible_words(std::vector<Responsible> const& responsible)
{
    std::string words;
    for (auto const& one : responsible)
        words += (words.empty() ? "" : "; ") + one.name;
    return words;
}

} // namespace toguna::actions
