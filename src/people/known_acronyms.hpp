#pragma once
/// Organisations that everybody of the field knows under two names, as facts: what an import need not ask.

#include "people/organization.hpp"

#include <span>

namespace toguna::people {

struct KnownOrganization {
    std::string_view french_acronym;
    std::string_view english_acronym;
    std::string_view french_name;
    std::string_view english_name;
    OrganizationType type;
};

std::span<KnownOrganization const> known_organizations();

/// The known organisation that has this acronym or name in either language, whatever its accents and case; null otherwise.
KnownOrganization const* find_known_organization(std::string_view text);

/// What else the organisation is called, without what it is called already.
std::vector<Alias> known_aliases(Organization const& organization);

} // namespace toguna::people
