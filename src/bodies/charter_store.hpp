#pragma once
/// Charters in the database: a version is written once and never changed.

#include "bodies/charter.hpp"
#include "db/database.hpp"

namespace toguna::bodies {

/// In the order of their numbers.
Result<std::vector<Charter>> charters_of(db::Reader const& db, BodyId const& body);
/// The charter is `checked` and numbered; gives its number.
Result<int> insert_charter(db::Transaction& tx, Charter const& charter, Instant now);

} // namespace toguna::bodies
