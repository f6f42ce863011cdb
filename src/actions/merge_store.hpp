#pragma once
/// Actions and plans of a body that was merged into another one.

#include "bodies/ids.hpp"
#include "db/database.hpp"

namespace toguna::actions {

/// References stay as they were quoted. A plan whose year the other body plans too stays with the former body, readable; its actions
/// go over. Twice does as once. Gives the number of actions that moved.
Result<std::int64_t> move_to_body(db::Transaction& tx, bodies::BodyId const& former, bodies::BodyId const& into);

} // namespace toguna::actions
