#include "bodies/absence_forms.hpp"

#include "bodies/mandate_forms.hpp"

namespace toguna::bodies {

AbsenceForm AbsenceForm::decode(web::Request const& request)
{
    auto const typed = [&](std::string_view field) { return std::string(request.form.get(field)); };
    return { typed("person"), typed("starts_on"), typed("ends_on"), typed("reason") };
}

Result<Absence> AbsenceForm::value(AbsenceId id, std::optional<people::PersonId> const& own, Date today) const
{
    Error error { ErrorKind::Invalid, tr("This absence cannot be saved as it is."), {}, {} };
    auto const absent = own ? own : people::PersonId::parse(person);
    if (!absent)
        error.fields.push_back({ "person", tr("Choose who is away.") });
    auto const period = read_period(starts_on, ends_on, today, error);
    if (!error.fields.empty())
        return fail(std::move(error));
    return Absence { std::move(id), *absent, *period, reason };
}

PeakForm PeakForm::decode(web::Request const& request)
{
    auto const typed = [&](std::string_view field) { return std::string(request.form.get(field)); };
    return { typed("label"), typed("peak_starts_on"), typed("peak_ends_on") };
}

Result<PeakPeriod> PeakForm::value(PeakPeriodId id, BodyId body, Date today) const
{
    Error error { ErrorKind::Invalid, tr("This period cannot be saved as it is."), {}, {} };
    auto const period = read_period(starts_on, ends_on, today, error);
    for (auto& field : error.fields)
        field.field = "peak_" + field.field;
    if (!error.fields.empty())
        return fail(std::move(error));
    return PeakPeriod { std::move(id), std::move(body), label, *period };
}

} // namespace toguna::bodies
