#include "actions/due.hpp"

#include <array>
#include <utility>

namespace toguna::actions {

namespace {

constexpr std::array<std::pair<Frequency, std::string_view>, 8> frequency_names { {
    { Frequency::Daily, "daily" },
    { Frequency::Weekly, "weekly" },
    { Frequency::Fortnightly, "fortnightly" },
    { Frequency::Monthly, "monthly" },
    { Frequency::Bimonthly, "bimonthly" },
    { Frequency::Quarterly, "quarterly" },
    { Frequency::HalfYearly, "half_yearly" },
    { Frequency::Yearly, "yearly" },
} };

template<class... Visitors>
struct DueVisitor : Visitors... {
    using Visitors::operator()...;
};
template<class... Visitors>
DueVisitor(Visitors...) -> DueVisitor<Visitors...>;

/// Dated first, whether the date is a deadline or a review that was set; then recurring, continuous, none.
int group_of(Due const& due)
{
    return std::visit(DueVisitor {
                          [](DueOn const&) { return 0; },
                          [](DueInMonth const&) { return 0; },
                          [](Recurring const&) { return 1; },
                          [](Continuous const&) { return 2; },
                          [](NoDue const&) { return 3; },
                      },
        due);
}

} // namespace

std::optional<Date> deadline_of(Due const& due)
{
    return std::visit(DueVisitor {
                          [](NoDue const&) { return std::optional<Date>(); },
                          [](DueOn const& on) { return std::optional(on.date); },
                          [](DueInMonth const& in) { return std::optional(in.month.last_day()); },
                          [](Recurring const&) { return std::optional<Date>(); },
                          [](Continuous const& continuous) { return continuous.review_on; },
                      },
        due);
}

std::string_view kind_of(Due const& due)
{
    static constexpr std::array<std::string_view, 5> kinds { "none", "date", "month", "frequency", "continuous" };
    return kinds[due.index()];
}

std::string value_of(Due const& due)
{
    return std::visit(DueVisitor {
                          [](NoDue const&) { return std::string(); },
                          [](DueOn const& on) { return on.date.to_iso(); },
                          [](DueInMonth const& in) { return in.month.to_iso(); },
                          [](Recurring const& recurring) { return std::string(name_of(recurring.frequency)); },
                          [](Continuous const& continuous) { return continuous.review_on ? continuous.review_on->to_iso() : std::string(); },
                      },
        due);
}

std::optional<Due> due_from(std::string_view kind, std::string_view value)
{
    if (kind == "none" && value.empty())
        return NoDue {};
    if (kind == "continuous" && value.empty())
        return Continuous {};
    if (kind == "month") {
        auto const month = YearMonth::from_iso(value);
        return month ? std::optional<Due>(DueInMonth { *month }) : std::nullopt;
    }
    if (kind == "frequency") {
        auto const frequency = frequency_from(value);
        return frequency ? std::optional<Due>(Recurring { *frequency }) : std::nullopt;
    }
    auto const date = Date::from_iso(value);
    if (date && kind == "date")
        return DueOn { *date };
    if (date && kind == "continuous")
        return Continuous { *date };
    return {};
}

std::string_view name_of(Frequency frequency) { return frequency_names[std::size_t(frequency)].second; }

std::optional<Frequency> frequency_from(std::string_view name)
{
    for (auto const& [frequency, frequency_name] : frequency_names)
        if (frequency_name == name)
            return frequency;
    return {};
}

bool sooner(Due const& left, Due const& right)
{
    if (group_of(left) != group_of(right))
        return group_of(left) < group_of(right);
    if (auto const* recurring = std::get_if<Recurring>(&left))
        return recurring->frequency < std::get<Recurring>(right).frequency;
    auto const left_deadline = deadline_of(left);
    auto const right_deadline = deadline_of(right);
    if (left_deadline && right_deadline)
        return *left_deadline < *right_deadline;
    return left_deadline.has_value() && !right_deadline.has_value();
}

} // namespace toguna::actions
