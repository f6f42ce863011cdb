#pragma once
/// The contact list of a body or of the directory on a day: who, for whom, in which role, how to reach them (S2-74).

#include "bodies/mandate.hpp"
#include "bodies/membership.hpp"
#include "people/organization.hpp"
#include "people/person.hpp"

#include <optional>
#include <string>
#include <vector>

namespace toguna::contacts {

/// One person for one organisation. Only what the viewer may see stands in it.
struct ContactEntry {
    people::PersonId person;
    std::string name;
    std::string name_key; ///< people::search_text, for the order
    std::optional<people::OrganizationId> organization = {};
    std::string organization_name = {};    ///< « Programme des Nations unies pour le développement (PNUD) »
    std::string organization_short = {};   ///< « PNUD »
    std::string organization_key = {};
    people::OrganizationType organization_type = people::OrganizationType::Other;
    std::string function = {};
    std::vector<bodies::MandateRole> roles = {}; ///< in the body
    std::optional<bodies::MembershipStatus> status = {}; ///< of the person or of the organisation
    std::vector<std::string> emails = {};
    std::vector<std::string> phones = {};
    std::string whatsapp = {};
    std::string skype = {};
};

enum class Grouping { Organization, Person, Role };
std::vector<Grouping> const& groupings();
std::string_view name_of(Grouping grouping); ///< "organization"
std::optional<Grouping> grouping_from(std::string_view name);
Text label_of(Grouping grouping); ///< « par organisation »

struct ContactGroup {
    Text title; ///< of a role or of what is missing; empty: `name`, or one list of everybody
    std::string name = {}; ///< of the organisation
    std::vector<ContactEntry const*> entries;
};

/// By organisation: each with its people, those without one last. By role: mandates in their order, then members, observers and
/// the others; who has two roles stands under both. By person: everybody by name.
std::vector<ContactGroup> grouped(std::vector<ContactEntry> const& entries, Grouping grouping);

/// « 17 personnes, 14 organisations »; each counted once.
Text totals_of(std::vector<ContactEntry> const& entries);

} // namespace toguna::contacts
