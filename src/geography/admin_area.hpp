#pragma once
/// Administrative areas: regions, provinces, communes, whatever a country calls them (domain model §3.1, Zone administrative).

#include "base/period.hpp"
#include "geography/p_code.hpp"

#include <span>
#include <vector>

namespace toguna::geography {

/// A name beside the one in use.
struct AreaName {
    std::string text;
    std::optional<Date> until = {}; ///< last day on which it was the name; empty: always another way to say it
    bool operator==(AreaName const&) const = default;
};

struct AdminArea {
    AdminAreaId id;
    CountryCode country;
    int level = 1;                    ///< 0 the country, 1 region, 2 province, 3 commune, 4 below
    std::optional<PCode> p_code = {}; ///< empty: no official code is known
    std::string name;                 ///< as the country writes it
    std::vector<AreaName> other_names = {};
    std::optional<AdminAreaId> parent = {};
    Period validity;
    std::string edition;                    ///< of the boundaries: « 2025 »
    std::vector<AdminAreaId> replaces = {}; ///< areas it took the place of, in part or as a whole
    std::int64_t version = 1;

    bool is_valid_on(Date day) const { return validity.contains(day); }
    /// « Kaya (BF490304) », or the name alone.
    std::string name_with_code() const;
};

/// The area with its texts tidied; Invalid says by field what is wrong: no name, a level outside 0–4, its own parent, no edition.
Result<AdminArea> checked(AdminArea area);

/// What the search looks in: name, other names, code.
std::string search_text_of(AdminArea const& area);

/// « Burkina Faso › Centre-Nord › Sanmatenga › Kaya »: the country's name, then the areas as given, outermost first.
std::string path_text(std::string_view country_name, std::span<AdminArea const> outermost_first);

/// Why a code cannot be used on a day, for an area that is not valid then; names what replaced it when that is known.
Text not_valid_sentence(AdminArea const& area, std::span<AdminArea const> replaced_by);

/// « Région », « Province », « Commune » … where the country's own words are known; « Niveau 2 » otherwise.
Text level_label(CountryCode const& country, int level);

} // namespace toguna::geography
