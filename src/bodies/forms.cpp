#include "bodies/forms.hpp"

#include "people/forms.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"

namespace toguna::bodies {

namespace {

std::string typed(web::Request const& request, std::string_view field) { return std::string(request.form.get(field)); }

} // namespace

MembershipForm MembershipForm::decode(web::Request const& request)
{
    return { typed(request, "organization"), typed(request, "person"), typed(request, "status"), typed(request, "starts_on"), typed(request, "ends_on") };
}

Result<Membership> MembershipForm::value(MembershipId id, BodyId body, Date today) const
{
    Error error { ErrorKind::Invalid, tr("This membership cannot be saved as it is."), {}, {} };
    auto const chosen_status = membership_status_from(status);
    if (!chosen_status)
        error.fields.push_back({ "status", tr("Choose a status.") });
    auto const start = people::tidy(starts_on).empty() ? std::optional(today) : people::read_date(starts_on, today);
    if (!start)
        error.fields.push_back({ "starts_on", people::unreadable_date(starts_on) });
    auto const end = people::read_date(ends_on, today);
    if (!end && !people::tidy(ends_on).empty())
        error.fields.push_back({ "ends_on", people::unreadable_date(ends_on) });
    if (start && end && *end < *start)
        error.fields.push_back({ "ends_on", tr("It starts on {date}: choose that day or a later one.", { { "date", *start } }) });
    auto const organization_id = people::OrganizationId::parse(organization);
    auto const person_id = people::PersonId::parse(person);
    if (!organization_id && !person_id)
        error.fields.push_back({ "organization", tr("Choose an organisation, a person, or both.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return Membership { std::move(id), std::move(body), organization_id, person_id, *chosen_status, TRY(Period::from(*start, end)) };
}

} // namespace toguna::bodies
