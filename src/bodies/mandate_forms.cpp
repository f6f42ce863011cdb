#include "bodies/mandate_forms.hpp"

#include "people/forms.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"

namespace toguna::bodies {

namespace {

std::string typed(web::Request const& request, std::string_view field) { return std::string(request.form.get(field)); }

} // namespace

std::optional<Period> read_period(std::string const& starts_on, std::string const& ends_on, Date today, Error& error)
{
    auto const start = people::tidy(starts_on).empty() ? std::optional(today) : people::read_date(starts_on, today);
    if (!start)
        error.fields.push_back({ "starts_on", people::unreadable_date(starts_on) });
    auto const end = people::read_date(ends_on, today);
    bool const is_unreadable = !end && !people::tidy(ends_on).empty();
    if (is_unreadable)
        error.fields.push_back({ "ends_on", people::unreadable_date(ends_on) });
    if (!start || is_unreadable)
        return {};
    auto const period = Period::from(*start, end);
    if (period)
        return *period;
    error.fields.push_back({ "ends_on", tr("It starts on {date}: choose that day or a later one.", { { "date", *start } }) });
    return {};
}

MandateForm MandateForm::decode(web::Request const& request)
{
    return { typed(request, "role"), people::chosen_in(request, "organization"), people::chosen_in(request, "person"), typed(request, "level"), typed(request, "area"),
        typed(request, "starts_on"), typed(request, "ends_on"), typed(request, "version") };
}

MandateForm MandateForm::encode(Mandate const& mandate, people::Chosen organization, people::Chosen person, std::string area)
{
    return { std::string(name_of(mandate.role)), std::move(organization), std::move(person), std::string(name_of(mandate.level)), std::move(area), mandate.period.start().to_iso(),
        mandate.period.end() ? mandate.period.end()->to_iso() : "", std::to_string(mandate.version) };
}

Result<Mandate> MandateForm::value(MandateId id, BodyId body, Found const& found, Date today) const
{
    Error error { ErrorKind::Invalid, tr("This mandate cannot be saved as it is."), {}, {} };
    auto const chosen_role = mandate_role_from(role);
    if (!chosen_role)
        error.fields.push_back({ "role", tr("Choose a role.") });
    auto const chosen_level = mandate_level_from(level);
    if (!chosen_level)
        error.fields.push_back({ "level", tr("Choose a level.") });
    auto const organization_id = people::collected(found.organization, error);
    auto const person_id = people::collected(found.person, error);
    auto const area_id = people::collected(found.area, error);
    if (chosen_level == MandateLevel::National && area_id && *area_id)
        error.fields.push_back({ "area", tr("A national mandate has no area of its own: leave it empty, or choose the regional or local level.") });
    auto const period = read_period(starts_on, ends_on, today, error);
    if (!error.fields.empty())
        return fail(std::move(error));
    return checked({ std::move(id), std::move(body), *chosen_role, *organization_id, *person_id, *chosen_level, *area_id, *period, people::read_version(version) });
}

MandateEndForm MandateEndForm::decode(web::Request const& request)
{
    return { typed(request, "last_day"), people::chosen_in(request, "successor") };
}

Result<Date> MandateEndForm::last_day(Date today) const
{
    if (people::tidy(ends_on).empty())
        return today;
    if (auto const day = people::read_date(ends_on, today))
        return *day;
    return fail(Error { ErrorKind::Invalid, tr("This mandate cannot end then."), { { "last_day", people::unreadable_date(ends_on) } }, {} });
}

} // namespace toguna::bodies
