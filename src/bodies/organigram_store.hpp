#pragma once
/// What an organigram is drawn from.

#include "bodies/life_cycle.hpp"
#include "bodies/mandate.hpp"
#include "db/database.hpp"

#include <map>

namespace toguna::bodies {

struct RoleHolder {
    MandateRole role = MandateRole::Coordinator;
    std::string name; ///< « Awa Sanou (UNICEF) »
};

/// A body as it stood on a day.
struct StandingBody {
    BodyId id;
    BodyKind kind = BodyKind::Cluster;
    std::string name;
    std::optional<BodyId> parent = {};
    std::optional<BodyId> reports_to = {};
    std::optional<LifeState> state = {};
    std::vector<RoleHolder> holders = {}; ///< in the order of mandate_roles()
};

/// The bodies of a country on a day, in the order of kinds and names: not those that ended or had not begun. Three statements.
Result<std::vector<StandingBody>> bodies_on(db::Reader const& db, geography::CountryCode const& country, Date day);

} // namespace toguna::bodies
