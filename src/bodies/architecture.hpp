#pragma once
/// The usual bodies of a country, planned together from what an administrator ticked and named.

#include "bodies/body_template.hpp"

namespace toguna::bodies {

struct ArchitectureWish {
    bool country_team = true;
    bool inter_cluster = true;
    std::vector<std::string> sectors = {}; ///< codes: one cluster each
    bool committees = true;                ///< a strategic committee below each cluster
    std::vector<std::string> sub_clusters = {};   ///< « Nord », or « NUT: Nord » where there are several clusters
    std::vector<std::string> working_groups = {}; ///< the same
    bool donor_group = false;
    bool troika = true;
    bool pool = true;
    bool executive_group = false;
    std::vector<std::string> thematic_groups = {};
};

/// Parents before children; codes that none of `taken` has. The country team stands above the inter-cluster group, which stands above
/// the clusters; pool and thematic groups below the donors' group; the pool answers to the troïka (S4-12). Invalid, field by field,
/// when nothing is chosen, a sector is unknown, or it is not clear below which cluster a group stands.
Result<std::vector<PlannedBody>> plan_architecture(ArchitectureWish const& wish, std::vector<std::string> taken, web::Localization const& language);

} // namespace toguna::bodies
