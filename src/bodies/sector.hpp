#pragma once
/// The sectors of global coordination, a code list of facts: clusters and areas of responsibility (HPC codes).

#include <span>
#include <string_view>

namespace toguna::bodies {

struct Sector {
    std::string_view code; ///< "NUT", "PRO-GBV"
    std::string_view name_fr;
    std::string_view name_en;
    std::string_view other_names = {}; ///< what the field calls it besides, for the search (S2-79)
    bool is_area_of_responsibility = false; ///< of the protection cluster

    std::string_view name(std::string_view language) const { return language == "en" ? name_en : name_fr; }
};

/// Clusters first, then areas of responsibility.
std::span<Sector const> sectors();
/// Null for a code that is not in the list, an empty one included: donors' groups have no sector.
Sector const* find_sector(std::string_view code);

} // namespace toguna::bodies
