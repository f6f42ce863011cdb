#pragma once
/// The forms of organisations and persons: what was typed, and what it means.

#include "people/chooser_forms.hpp"
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
    Chosen organization = {}; ///< of a new person; later ones are added on the person's page
    std::string function = {};
    std::string version = "1";

    static PersonForm decode(web::Request const& request);
    static PersonForm encode(Person const& person);
    /// `organization` is what the words resolved to; its refusal joins those of the other fields.
    Result<Person> value(PersonId id, Result<std::optional<OrganizationId>> const& organization = {}) const;
};

struct AffiliationForm {
    Chosen organization = {};
    std::string function = {};
    std::string starts_on = {};

    static AffiliationForm decode(web::Request const& request);
    /// `organization` is what the words resolved to (chooser_store.hpp); its refusal joins those of the other fields.
    Result<Affiliation> value(AffiliationId id, PersonId person, Result<OrganizationId> const& organization, Date today) const;
};

/// What a hidden field carried back; 0, which no row has, when it was tampered with.
std::int64_t read_version(std::string_view text);

} // namespace toguna::people
