#pragma once
/// What bodies ask of their members, in the database.

#include "bodies/member_rule.hpp"
#include "db/database.hpp"

namespace toguna::bodies {

/// The rule of the body; without one of its own, what MemberRule says by default: no bound, no criterion.
Result<MemberRule> find_member_rule(db::Reader const& db, BodyId const& body);

/// The rule is `checked` first. Conflict when somebody saved another version in between.
Result<void> save_member_rule(db::Transaction& tx, BodyId const& body, MemberRule const& rule);

} // namespace toguna::bodies
