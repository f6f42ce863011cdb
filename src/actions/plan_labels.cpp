#include "actions/plan_document.hpp"

namespace toguna::actions {

Text label_of(Status status)
{
    switch (status) {
    case Status::ToDo:
        return tr("To do");
    case Status::InProgress:
        return tr("In progress");
    case Status::Blocked:
        return tr("Blocked");
    case Status::DoneToConfirm:
        return tr("Done, to be confirmed");
    case Status::Closed:
        return tr("Closed");
    case Status::Abandoned:
        break;
    }
    return tr("Abandoned");
}

Text label_of(Frequency frequency)
{
    switch (frequency) {
    case Frequency::Daily:
        return tr("Daily");
    case Frequency::Weekly:
        return tr("Weekly");
    case Frequency::Fortnightly:
        return tr("Fortnightly");
    case Frequency::Monthly:
        return tr("Monthly");
    case Frequency::Bimonthly:
        return tr("Every two months");
    case Frequency::Quarterly:
        return tr("Quarterly");
    case Frequency::HalfYearly:
        return tr("Half-yearly");
    case Frequency::Yearly:
        break;
    }
    return tr("Yearly");
}

Text label_of(Priority priority) { return priority == Priority::High ? tr("High") : tr("Normal"); }

std::string due_words(Due const& due, web::Localization const& localization)
{
    if (auto const* on = std::get_if<DueOn>(&due))
        return localization.date(on->date);
    if (auto const* in = std::get_if<DueInMonth>(&due))
        return localization.month(in->month);
    if (auto const* recurring = std::get_if<Recurring>(&due))
        return localization(label_of(recurring->frequency));
    if (auto const* continuous = std::get_if<Continuous>(&due))
        return continuous->review_on ? localization(tr("Continuous, review on {date}", { { "date", *continuous->review_on } })) : localization.t("Continuous");
    return {};
}

std::optional<int> percent_of(ActionPoint const& action, Date as_of)
{
    if (action.status == Status::Closed)
        return 100;
    if (auto const rate = execution_rate(action.occurrences, as_of))
        return rate->rounded();
    return action.progress;
}

} // namespace toguna::actions
