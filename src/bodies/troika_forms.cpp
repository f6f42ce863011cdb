#include "bodies/troika_forms.hpp"

#include "people/normalise.hpp"
#include "people/read_date.hpp"

#include <charconv>

namespace toguna::bodies {

RotationForm RotationForm::decode(web::Request const& request)
{
    return { std::string(request.form.get("day")), people::chosen_in(request, "entrant"), people::chosen_in(request, "person"), people::tidy(request.form.get("override_reason")) };
}

Result<RotationOrder> RotationForm::value(BodyId body, Result<people::OrganizationId> const& found_entrant, Result<std::optional<people::PersonId>> const& found_person, Date today) const
{
    Error error { ErrorKind::Invalid, tr("The troïka cannot rotate like this."), {}, {} };
    auto const chosen_day = people::tidy(day).empty() ? std::optional(today) : people::read_date(day, today);
    if (!chosen_day)
        error.fields.push_back({ "day", people::unreadable_date(day) });
    auto const chosen_entrant = people::collected(found_entrant, error);
    auto const chosen_person = people::collected(found_person, error);
    if (!error.fields.empty())
        return fail(std::move(error));
    return RotationOrder { std::move(body), *chosen_day, *chosen_entrant, *chosen_person };
}

TurnForm TurnForm::decode(web::Request const& request)
{
    return { std::string(request.form.get("turn_starts_on")), people::chosen_in(request, "turn_organization") };
}

Result<Date> TurnForm::day(Date today) const
{
    if (auto const day = people::read_date(turn_starts_on, today))
        return *day;
    auto const message = people::tidy(turn_starts_on).empty() ? tr("Write the day on which the turn begins.") : people::unreadable_date(turn_starts_on);
    return fail(Error { ErrorKind::Invalid, tr("This turn cannot be planned."), { { "turn_starts_on", message } }, {} });
}

std::vector<people::OrganizationType> const& types_of_a_rule()
{
    using enum people::OrganizationType;
    static std::vector<people::OrganizationType> const types { BilateralDonor, MultilateralDonor, UnAgency };
    return types;
}

RuleForm RuleForm::decode(web::Request const& request)
{
    RuleForm form;
    for (auto const type : types_of_a_rule())
        form.counts[type] = people::tidy(request.form.get(people::name_of(type)));
    return form;
}

RuleForm RuleForm::encode(CompositionRule const& rule)
{
    RuleForm form;
    for (auto const& minimum : rule)
        form.counts[minimum.type] = std::to_string(minimum.count);
    return form;
}

Result<CompositionRule> RuleForm::value() const
{
    CompositionRule rule;
    for (auto const& [type, text] : counts) {
        int count = text.empty() ? 0 : -1;
        auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), count);
        bool const is_number = text.empty() || (problem == std::errc() && end == text.data() + text.size());
        rule.push_back({ type, is_number ? count : -1 });
    }
    return checked(std::move(rule));
}

} // namespace toguna::bodies
