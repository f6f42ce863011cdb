#pragma once
/// What saving a contact list writes: the certain rows as persons, organisations and affiliations.

#include "contacts/matching.hpp"
#include "people/person.hpp"

namespace toguna::contacts {

/// What the list knows of somebody who is known already.
struct PersonAddition {
    people::PersonId person;
    std::string email = {}; ///< where the directory has none
    std::string phone = {};
};

struct ContactWrites {
    std::vector<people::Organization> organizations; ///< new
    std::vector<people::Person> persons;             ///< new, without affiliations
    std::vector<people::Affiliation> affiliations;   ///< of new and known persons, where none holds on the day
    std::vector<PersonAddition> additions;
    std::vector<people::ContactDetail> details;      ///< further addresses, numbers and handles; members see them
    std::vector<people::OrganizationId> members;     ///< organisations of the saved rows, each once
    std::vector<std::string> rows;                   ///< keys of the saved rows
    std::size_t known_persons = 0;
};

/// Rows that wait for a decision are not among them. Affiliations start on `since`.
ContactWrites plan_writes(Outcomes const& outcomes, Directory const& directory, Date since, Instant now, Chance& chance);

/// The organisation that the words of a list describe: « UNDP » becomes the known one with its names; other words become aliases.
people::Organization new_organization(ListedOrganization const& listed, people::OrganizationId id);

} // namespace toguna::contacts
