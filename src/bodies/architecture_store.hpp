#pragma once
/// Writes bodies that were planned together.

#include "bodies/body_template.hpp"
#include "db/database.hpp"

namespace toguna::bodies {

/// The codes that bodies have, archived and merged ones too.
Result<std::vector<std::string>> taken_codes(db::Reader const& db);

/// Each with its purpose, rhythm and links; all in the caller's transaction. Gives their ids in the order of the plan.
Result<std::vector<Body>> insert_planned(db::Transaction& tx, std::span<PlannedBody const> planned, geography::CountryCode const& country, Instant now, Chance& chance);

/// The first of the plan is there already, as `parent`; gives the others.
Result<std::vector<Body>> insert_planned_below(db::Transaction& tx, Body const& parent, std::span<PlannedBody const> planned, Instant now, Chance& chance);

} // namespace toguna::bodies
