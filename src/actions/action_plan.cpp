#include "actions/action_plan.hpp"

#include <algorithm>
#include <array>

namespace toguna::actions {

namespace {

constexpr std::array<std::string_view, 6> status_names { "to_do", "in_progress", "blocked", "done_to_confirm", "closed", "abandoned" };

/// Hundredths of a whole action that were carried out.
int executed_hundredths(ActionPoint const& action, Date today)
{
    if (action.status == Status::Closed)
        return 100'00;
    auto const rate = execution_rate(action.occurrences, today);
    return rate ? rate->hundredths() : 0;
}

} // namespace

std::string_view name_of(Status status) { return status_names[std::size_t(status)]; }

std::optional<Status> status_from(std::string_view name)
{
    auto const found = std::find(status_names.begin(), status_names.end(), name);
    if (found == status_names.end())
        return {};
    return Status(found - status_names.begin());
}

bool is_late(ActionPoint const& action, Date today)
{
    if (!is_open(action.status) || action.status == Status::DoneToConfirm)
        return false;
    auto const deadline = deadline_of(action.due);
    return deadline && *deadline < today;
}

std::optional<Percentage> execution_rate(std::vector<Occurrence> const& occurrences, Date today)
{
    std::int64_t done = 0;
    std::int64_t expected = 0;
    for (auto const& occurrence : occurrences) {
        bool const is_done = occurrence.done.value_or(false);
        done += is_done ? 1 : 0;
        expected += is_done || occurrence.period_end < today ? 1 : 0;
    }
    return Percentage::of(done, expected);
}

PlanFigures figures_of(std::vector<ActionPoint> const& actions, Date today)
{
    PlanFigures figures;
    std::int64_t executed = 0;
    for (auto const& action : actions) {
        ++figures.actions;
        figures.closed += action.status == Status::Closed;
        figures.to_confirm += action.status == Status::DoneToConfirm;
        figures.open += is_open(action.status);
        figures.late += is_late(action, today);
        figures.blocked += action.status == Status::Blocked;
        figures.abandoned += action.status == Status::Abandoned;
        figures.without_due += std::holds_alternative<NoDue>(action.due);
        figures.without_responsible += action.responsible.empty();
        if (action.status != Status::Abandoned)
            executed += executed_hundredths(action, today);
    }
    figures.execution = Percentage::of(executed, std::int64_t { figures.actions - figures.abandoned } * 100'00);
    return figures;
}

} // namespace toguna::actions
