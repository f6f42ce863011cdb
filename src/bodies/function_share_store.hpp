#pragma once
/// The share of responsibilities in the database: each change is a new number, none is overwritten.

#include "bodies/function_share.hpp"
#include "db/database.hpp"

namespace toguna::bodies {

/// What was proposed until a day, the latest first, without their lines; agreements of later days are left out.
Result<std::vector<ShareMatrix>> list_share_matrices(db::Reader const& db, BodyId const& body, Date day);
/// The one that stood on a day, with its lines; nothing before the first.
Result<std::optional<ShareMatrix>> find_share_matrix(db::Reader const& db, BodyId const& body, Date day);

/// A new number, « projet » whatever the former was; the lines are checked first (check_shares). Conflict when `matrix.number`
/// is not the one after the latest: somebody else changed it.
Result<void> insert_share_matrix(db::Transaction& tx, ShareMatrix const& matrix, std::string const& proposed_by);

/// Conflict when that side has agreed already, or a later number was proposed, or the other side was agreed by the same
/// person: one person is not two.
Result<void> agree_to_shares(db::Transaction& tx, ShareMatrix const& matrix, ShareSide side, ShareAgreement const& agreement);

} // namespace toguna::bodies
