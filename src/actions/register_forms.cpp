#include "actions/register_forms.hpp"

#include "base/html.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"

#include <algorithm>
#include <array>

namespace toguna::actions {

namespace {

constexpr std::array<std::string_view, 5> order_names { "deadline", "reference", "body", "responsible", "status" };

RegisterOrder order_from(std::string_view name)
{
    auto const found = std::find(order_names.begin(), order_names.end(), name);
    return found == order_names.end() ? RegisterOrder::Deadline : RegisterOrder(found - order_names.begin());
}

/// The last moment of a local day: an hour of the local clock is found by trying, as zones shift by whole minutes.
Instant end_of_day(Date day, std::string_view time_zone)
{
    auto const midnight = Instant(std::chrono::sys_time<std::chrono::milliseconds>(day.plus_days(1).days()));
    auto const ahead = [&](Instant at) {
        auto const local = std::chrono::sys_time<std::chrono::milliseconds>(web::local_date(at, time_zone).days()) + std::chrono::minutes(web::local_minute_of_day(at, time_zone));
        return local - at.time();
    };
    auto const guess = midnight - std::chrono::duration_cast<std::chrono::milliseconds>(ahead(midnight));
    return guess - std::chrono::milliseconds(1);
}

std::string first_name(ActionPoint const& action) { return action.responsible.empty() ? std::string() : action.responsible.front().name; }

} // namespace

std::string_view name_of(RegisterOrder order) { return order_names[std::size_t(order)]; }

RegisterForm RegisterForm::decode(web::Request const& request)
{
    auto const one = [&](std::string_view field) { return people::tidy(request.query.get(field)); };
    auto const on = [&](std::string_view field) { return request.query.get(field) == "1"; };
    return { one("words"), one("body"), one("plan"), one("core_function"), one("responsible"), one("status"), on("late"), on("without_due"), on("without_responsible"),
        one("as_of"), order_from(one("order")), request.path.starts_with("/actions/mine") };
}

bool RegisterForm::is_filtered() const
{
    return late || without_due || without_responsible || !(words + body + plan + core_function + responsible + status + as_of).empty();
}

std::string RegisterForm::address(std::string path) const
{
    if (path.empty())
        path = mine ? "/actions/mine" : "/actions";
    char separator = '?';
    auto const add = [&](std::string_view name, std::string_view value) {
        if (value.empty())
            return;
        path += separator + std::string(name) + "=" + percent_encoded(value);
        separator = '&';
    };
    add("words", words);
    add("body", body);
    add("plan", plan);
    add("core_function", core_function);
    add("responsible", responsible);
    add("status", status);
    add("late", late ? "1" : "");
    add("without_due", without_due ? "1" : "");
    add("without_responsible", without_responsible ? "1" : "");
    add("as_of", as_of);
    add("order", order == RegisterOrder::Deadline ? "" : name_of(order));
    return path;
}

std::optional<Date> RegisterForm::day(Date today) const { return as_of.empty() ? std::optional(today) : people::read_date(as_of, today); }

std::optional<RegisterFilter> RegisterForm::filter(Date today, std::string_view time_zone) const
{
    auto const asked = day(today);
    if (!asked)
        return {};
    RegisterFilter filter;
    filter.body = body;
    filter.plan = plan;
    filter.core_function = core_function;
    filter.responsible = responsible;
    filter.words = words;
    filter.status = status_from(status);
    filter.open_only = status == "open";
    filter.late_only = late;
    filter.without_due = without_due;
    filter.without_responsible = without_responsible;
    if (*asked < today)
        filter.as_of = end_of_day(*asked, time_zone);
    return filter;
}

void sort_register(std::vector<ActionPoint>& actions, RegisterOrder order, std::map<bodies::BodyId, std::string> const& body_names, web::Localization const& language)
{
    auto const name_of_body = [&](ActionPoint const& action) {
        auto const found = body_names.find(action.body);
        return found == body_names.end() ? std::string() : found->second;
    };
    auto const before = [&](ActionPoint const& left, ActionPoint const& right) {
        switch (order) {
        case RegisterOrder::Reference: return left.reference < right.reference;
        case RegisterOrder::Body: return language.less(name_of_body(left), name_of_body(right));
        case RegisterOrder::Responsible: return language.less(first_name(left), first_name(right));
        case RegisterOrder::Status: return left.status < right.status;
        case RegisterOrder::Deadline: break;
        }
        // What has ended asks for nobody any more.
        if (is_open(left.status) != is_open(right.status))
            return is_open(left.status);
        return sooner(left.due, right.due);
    };
    std::stable_sort(actions.begin(), actions.end(), before);
}

} // namespace toguna::actions
