#pragma once
/// An organisation and the names it goes by: PNUD is UNDP.

#include "base/result.hpp"
#include "geography/ids.hpp"
#include "people/ids.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::people {

/// The types of the field (OCHA's list, refined as the sources ask): what a participation rate is counted by.
enum class OrganizationType {
    UnAgency,
    InternationalNgo,
    NationalNgo,
    CommunityAssociation,
    NationalAuthority,
    LocalAuthority,
    RedCross,
    BilateralDonor,
    MultilateralDonor,
    PrivateSector,
    Academic,
    PeaceMission,
    CivilSociety,
    Parliament,
    LocalElected,
    Other,
};

/// In the order a list shows them.
std::vector<OrganizationType> const& organization_types();
std::string_view name_of(OrganizationType type); ///< "un_agency"
std::optional<OrganizationType> organization_type_from(std::string_view name);
Text label_of(OrganizationType type); ///< « Agence des Nations unies »

/// Another name, acronym or translation. `language` is "fr", "en" … or empty when it belongs to none.
struct Alias {
    std::string text;
    std::string language = {};
    bool operator==(Alias const&) const = default;
};

struct Organization {
    OrganizationId id;
    std::string name;    ///< the long name, as the organisation writes it
    std::string acronym = {}; ///< « PNUD », or empty
    OrganizationType type = OrganizationType::Other;
    std::optional<geography::CountryCode> country = {}; ///< of its headquarters
    std::optional<OrganizationId> parent = {};          ///< the movement or family it belongs to
    std::vector<Alias> aliases = {};
    std::int64_t version = 1; ///< rises with each change; a form carries it back

    /// What a table shows: the acronym, or the name of an organisation that has none.
    std::string const& short_name() const { return acronym.empty() ? name : acronym; }
    /// « Programme des Nations unies pour le développement (PNUD) ».
    std::string full_name() const;
};

/// Trims, drops empty and repeated aliases and adds the well-known ones (known_acronyms.hpp). Invalid, field by field,
/// when the name is missing or something is longer than 200 characters.
Result<Organization> checked(Organization organization);

/// The winner of a merge under all names of both, with the country only the loser knew. Invalid when they are one and
/// the same.
Result<Organization> merged(Organization winner, Organization const& loser);

/// Aliases typed one a line: « UNDP » or « UNDP (en) ».
std::vector<Alias> read_aliases(std::string_view lines);
std::string write_aliases(std::vector<Alias> const& aliases);

} // namespace toguna::people
