#pragma once
/// What countries call the roles, in the database.

#include "bodies/role_label.hpp"
#include "db/database.hpp"

namespace toguna::bodies {

Result<std::vector<RoleLabel>> role_labels_of(db::Reader const& db, geography::CountryCode const& country);
Result<RoleNames> role_names_of(db::Reader const& db, geography::CountryCode const& country);

/// In place of all that the country had. The labels are `checked` first.
Result<void> replace_role_labels(db::Transaction& tx, geography::CountryCode const& country, std::vector<RoleLabel> const& labels);

} // namespace toguna::bodies
