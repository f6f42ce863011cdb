#pragma once
/// The reference library in the database, and which edition each body cites.

#include "bodies/ids.hpp"
#include "db/database.hpp"
#include "terms/norm.hpp"

namespace toguna::terms {

/// By French title, the newest edition first.
Result<std::vector<Norm>> list_norms(db::Reader const& db);
/// NotFound when there is none.
Result<Norm> find_norm(db::Reader const& db, NormId const& id);
/// The norm is `checked` first. Conflict when the same edition is there already.
Result<void> insert_norm(db::Transaction& tx, Norm const& norm, Instant now);

/// Stays what it is when a newer edition is added (S0-22).
Result<std::optional<Norm>> cited_norm(db::Reader const& db, bodies::BodyId const& body);
Result<void> cite(db::Transaction& tx, bodies::BodyId const& body, NormId const& norm, Instant now);

} // namespace toguna::terms
