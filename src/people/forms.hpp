#pragma once
/// The forms of organisations and persons: what was typed, and what it means.

#include "people/organization.hpp"
#include "people/person.hpp"
#include "web/request.hpp"

namespace toguna::people {

struct OrganizationForm {
    std::string name = {};
    std::string acronym = {};
    std::string type = {};
    std::string country = {};
    std::string aliases = {};
    std::string version = "1";

    static OrganizationForm decode(web::Request const& request);
    static OrganizationForm encode(Organization const& organization);
    /// Invalid, field by field; the typed text stays in the form.
    Result<Organization> value(OrganizationId id) const;
};

struct PersonForm {
    std::string full_name = {};
    std::string email = {};
    std::string phone = {};
    std::string language = "fr";
    std::string organization = {}; ///< of a new person; later ones are added on the person's page
    std::string function = {};
    std::string version = "1";

    static PersonForm decode(web::Request const& request);
    static PersonForm encode(Person const& person);
    Result<Person> value(PersonId id) const;
};

struct AffiliationForm {
    std::string organization = {};
    std::string function = {};
    std::string starts_on = {};

    static AffiliationForm decode(web::Request const& request);
    Result<Affiliation> value(AffiliationId id, PersonId person, Date today) const;
};

/// What a hidden field carried back; 0, which no row has, when it was tampered with.
std::int64_t read_version(std::string_view text);

} // namespace toguna::people
