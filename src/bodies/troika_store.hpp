#pragma once
/// Troïkas in the database: their three are mandates; rule and calendar have tables of their own.

#include "bodies/troika.hpp"
#include "db/database.hpp"

namespace toguna::bodies {

/// The three on a day.
Result<Troika> troika_on(db::Reader const& db, BodyId const& body, Date day);
/// The mandates of the three roles on a day.
Result<std::vector<Mandate>> troika_seats_on(db::Reader const& db, BodyId const& body, Date day);
/// NotFound for an organisation that does not exist.
Result<TroikaMember> troika_member(db::Reader const& db, people::OrganizationId const& organization);

Result<CompositionRule> composition_rule_of(db::Reader const& db, BodyId const& body);
/// In place of the former one. The rule is `checked` first.
Result<void> replace_composition_rule(db::Transaction& tx, BodyId const& body, CompositionRule const& rule);

/// In the order of their days.
Result<std::vector<RotationTurn>> rotation_turns_of(db::Reader const& db, BodyId const& body);
/// Conflict when another turn is planned on that day.
Result<void> insert_rotation_turn(db::Transaction& tx, RotationTurn const& turn);
Result<void> delete_rotation_turn(db::Transaction& tx, BodyId const& body, RotationTurnId const& id);

/// All of it or, with the caller's transaction, nothing (invariant 10).
Result<void> write_rotation(db::Transaction& tx, Rotation const& rotation);

} // namespace toguna::bodies
