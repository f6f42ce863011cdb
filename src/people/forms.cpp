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
    return { text_of(request, "name"), text_of(request, "acronym"), text_of(request, "type"), text_of(request, "country"), chosen_in(request, "parent"), text_of(request, "aliases"),
        text_of(request, "version") };
}

OrganizationForm OrganizationForm::encode(Organization const& organization, Chosen parent)
{
    return { organization.name, organization.acronym, std::string(name_of(organization.type)), organization.country ? organization.country->text() : "", std::move(parent),
        write_aliases(organization.aliases), std::to_string(organization.version) };
}

Result<Organization> OrganizationForm::value(OrganizationId id, Result<std::optional<OrganizationId>> const& resolved) const
{
    Organization organization { std::move(id), name, acronym };
    organization.aliases = read_aliases(aliases);
    organization.version = read_version(version);
    organization.country = geography::CountryCode::parse(country);
    auto const chosen = organization_type_from(type);
    organization.type = chosen.value_or(OrganizationType::Other);
    if (resolved)
        organization.parent = *resolved;
    auto result = checked(std::move(organization));
    if (chosen && resolved)
        return result;
    Error error = result ? Error { ErrorKind::Invalid, tr("This organisation cannot be saved as it is."), {}, {} } : std::move(result).error();
    if (!chosen)
        error.fields.push_back({ "type", tr("Choose the type of the organisation.") });
    collected(resolved, error);
    return fail(std::move(error));
}

PersonForm PersonForm::decode(web::Request const& request)
{
    return { text_of(request, "full_name"), text_of(request, "email"), text_of(request, "phone"), text_of(request, "language"), chosen_in(request, "organization"),
        text_of(request, "function"), text_of(request, "version"), text_of(request, "spoken"), text_of(request, "email_visibility"),
        text_of(request, "phone_visibility"), text_of(request, "consented_on") };
}

PersonForm PersonForm::encode(Person const& person)
{
    return { person.full_name, person.email, person.phone, person.language, {}, "", std::to_string(person.version), person.spoken,
        std::string(name_of(person.email_visibility)), std::string(name_of(person.phone_visibility)), person.consented_on ? person.consented_on->to_iso() : "" };
}

Result<Person> PersonForm::value(PersonId id, Result<std::optional<OrganizationId>> const& resolved) const
{
    Person person { std::move(id), full_name, email, phone, language };
    person.version = read_version(version);
    person.spoken = spoken;
    person.email_visibility = visibility_from(email_visibility).value_or(Visibility::Members);
    person.phone_visibility = visibility_from(phone_visibility).value_or(Visibility::Members);
    auto result = checked(std::move(person));
    if (resolved)
        return result;
    Error error = result ? Error { ErrorKind::Invalid, tr("This person cannot be saved as it is."), {}, {} } : std::move(result).error();
    collected(resolved, error);
    return fail(std::move(error));
}

Result<Person> PersonForm::with_consent(Result<Person> person, Date today) const
{
    if (tidy(consented_on).empty())
        return person;
    auto const day = read_date(consented_on, today);
    if (day && *day <= today) {
        if (person)
            person->consented_on = *day;
        return person;
    }
    Error error = person ? Error { ErrorKind::Invalid, tr("This person cannot be saved as it is."), {}, {} } : std::move(person).error();
    error.fields.push_back({ "consented_on", day ? tr("A consent cannot lie in the future.") : unreadable_date(consented_on) });
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
