#include "bodies/forms.hpp"

#include "people/forms.hpp"

namespace toguna::bodies {

namespace {

std::string typed(web::Request const& request, std::string_view field) { return std::string(request.form.get(field)); }

} // namespace

BodyForm BodyForm::decode(web::Request const& request)
{
    BodyForm form { typed(request, "name"), typed(request, "acronym"), typed(request, "code"), typed(request, "kind"), typed(request, "country"), typed(request, "parent"), {},
        typed(request, "version") };
    for (auto const weekday : request.form.all("quiet_weekdays"))
        form.quiet_weekdays.emplace_back(weekday);
    return form;
}

BodyForm BodyForm::encode(Body const& body)
{
    BodyForm form { body.name, body.acronym, body.code, std::string(name_of(body.kind)), body.country.text(), body.parent ? body.parent->text() : "", {}, std::to_string(body.version) };
    for (auto const weekday : body.quiet.weekdays)
        form.quiet_weekdays.push_back(std::to_string(weekday));
    return form;
}

Result<Body> BodyForm::value(Body before) const
{
    Body body = std::move(before);
    body.name = name;
    body.acronym = acronym;
    body.code = code;
    body.parent = BodyId::parse(parent);
    body.version = people::read_version(version);
    body.quiet.weekdays.clear();
    for (auto const& weekday : quiet_weekdays)
        body.quiet.weekdays.push_back(static_cast<unsigned>(people::read_version(weekday)));
    auto const chosen_kind = body_kind_from(kind);
    auto const chosen_country = geography::CountryCode::parse(country);
    body.kind = chosen_kind.value_or(body.kind);
    if (chosen_country)
        body.country = *chosen_country;
    auto result = checked(std::move(body));
    if (chosen_kind && chosen_country)
        return result;
    Error error = result ? Error { ErrorKind::Invalid, tr("This body cannot be saved as it is."), {}, {} } : std::move(result).error();
    if (!chosen_kind)
        error.fields.push_back({ "kind", tr("Choose what kind of body it is.") });
    if (!chosen_country)
        error.fields.push_back({ "country", tr("Choose the country.") });
    return fail(std::move(error));
}

} // namespace toguna::bodies
