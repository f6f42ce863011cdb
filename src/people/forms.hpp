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
    Chosen parent = {};
    std::string aliases = {};
    std::string version = "1";

    static OrganizationForm decode(web::Request const& request);
    /// `parent` is the name of the organisation it is part of, from chosen_organization.
    static OrganizationForm encode(Organization const& organization, Chosen parent);
    /// Invalid, field by field; the typed text stays in the form. `parent` is what its words resolved to.
    Result<Organization> value(OrganizationId id, Result<std::optional<OrganizationId>> const& parent) const;
};

struct PersonForm {
    std::string full_name = {};
    std::string email = {};
    std::string phone = {};
    std::string language = "fr";
    Chosen organization = {}; ///< of a new person; later ones are added on the person's page
    std::string function = {};
    std::string version = "1";
    std::string spoken = {};
    std::string email_visibility = "members";
    std::string phone_visibility = "members";
    std::string consented_on = {};

    static PersonForm decode(web::Request const& request);
    static PersonForm encode(Person const& person);
    /// `organization` is what the words resolved to; its refusal joins those of the other fields.
    Result<Person> value(PersonId id, Result<std::optional<OrganizationId>> const& organization = {}) const;
    /// The person with the day of their consent, read from what was typed; its refusal joins those of `person`.
    Result<Person> with_consent(Result<Person> person, Date today) const;
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
