#pragma once
/// Written delegations in the database: never deleted, only revoked.

#include "bodies/delegation.hpp"
#include "db/database.hpp"

namespace toguna::bodies {

/// NotFound when there is no such delegation.
Result<Delegation> find_delegation(db::Reader const& db, DelegationId const& id);
/// The latest first.
Result<std::vector<Delegation>> list_delegations(db::Reader const& db, BodyId const& body);

/// The delegation is `checked` against both mandates and the engagement that backs the delegator's (invariant 4).
Result<void> insert_delegation(db::Transaction& tx, Delegation const& delegation);
/// From `first_day` on it gives nothing. Conflict when it was revoked before.
Result<void> revoke_delegation(db::Transaction& tx, DelegationId const& id, Date first_day);

/// "publish,chair", as the table keeps them.
std::string write_powers(std::vector<Power> const& powers);
std::vector<Power> read_powers(std::string_view text);

} // namespace toguna::bodies
