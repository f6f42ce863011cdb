#include "people/forms.hpp"

#include "people/normalise.hpp"
#include "people/read_date.hpp"

#include <charconv>

namespace toguna::people {

namespace {

std::string text_of(web::Request const& request, std::string_view field) { return std::string(request.form.get(field)); }

} // namespace

std::int64_t read_version(std::string_view text)
{
    std::int64_t version = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    return error == std::errc() && end == text.data() + text.size() ? version : 0;
}

OrganizationForm OrganizationForm::decode(web::Request const& request)
{
    return { text_of(request, "name"), text_of(request, "acronym"), text_of(request, "type"), text_of(request, "country"), text_of(request, "aliases"),
        text_of(request, "version") };
}

OrganizationForm OrganizationForm::encode(Organization const& organization)
{
    return { organization.name, organization.acronym, std::string(name_of(organization.type)), organization.country ? organization.country->text() : "",
        write_aliases(organization.aliases), std::to_string(organization.version) };
}

Result<Organization> OrganizationForm::value(OrganizationId id) const
{
    Organization organization { std::move(id), name, acronym };
    organization.aliases = read_aliases(aliases);
    organization.version = read_version(version);
    organization.country = geography::CountryCode::parse(country);
    auto const chosen = organization_type_from(type);
    organization.type = chosen.value_or(OrganizationType::Other);
    auto result = checked(std::move(organization));
    if (chosen)
        return result;
    Error error = result ? Error { ErrorKind::Invalid, tr("This organisation cannot be saved as it is."), {}, {} } : std::move(result).error();
    error.fields.push_back({ "type", tr("Choose the type of the organisation.") });
    return fail(std::move(error));
}

PersonForm PersonForm::decode(web::Request const& request)
{
    return { text_of(request, "full_name"), text_of(request, "email"), text_of(request, "phone"), text_of(request, "language"), chosen_in(request, "organization"),
        text_of(request, "function"), text_of(request, "version") };
}

PersonForm PersonForm::encode(Person const& person)
{
    return { person.full_name, person.email, person.phone, person.language, {}, "", std::to_string(person.version) };
}

Result<Person> PersonForm::value(PersonId id, Result<std::optional<OrganizationId>> const& resolved) const
{
    Person person { std::move(id), full_name, email, phone, language };
    person.version = read_version(version);
    auto result = checked(std::move(person));
    if (resolved)
        return result;
    Error error = result ? Error { ErrorKind::Invalid, tr("This person cannot be saved as it is."), {}, {} } : std::move(result).error();
    collected(resolved, error);
    return fail(std::move(error));
}

AffiliationForm AffiliationForm::decode(web::Request const& request)
{
    return { chosen_in(request, "organization"), text_of(request, "function"), text_of(request, "starts_on") };
}

Result<Affiliation> AffiliationForm::value(AffiliationId id, PersonId person, Result<OrganizationId> const& resolved, Date today) const
{
    Error error { ErrorKind::Invalid, tr("This affiliation cannot be saved as it is."), {}, {} };
    auto const chosen = collected(resolved, error);
    auto const start = tidy(starts_on).empty() ? std::optional(today) : read_date(starts_on, today);
    if (!start)
        error.fields.push_back({ "starts_on", unreadable_date(starts_on) });
    if (!error.fields.empty())
        return fail(std::move(error));
    return Affiliation { std::move(id), std::move(person), *chosen, tidy(function), Period::since(*start) };
}

} // namespace toguna::people
