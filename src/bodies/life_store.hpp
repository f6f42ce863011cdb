#pragma once
/// The life of bodies in the database: steps are withdrawn, never deleted.

#include "bodies/life_cycle.hpp"
#include "db/database.hpp"

#include <map>

namespace toguna::bodies {

/// In the order of their days.
Result<std::vector<LifeEvent>> life_of(db::Reader const& db, BodyId const& body);
/// Of every body that has one, by its id.
Result<std::map<std::string, std::vector<LifeEvent>>> all_lives(db::Reader const& db);

/// The step is `checked` first, against those that are there.
Result<void> insert_life_event(db::Transaction& tx, LifeEvent const& event, Date today, Instant now);
/// A mistake: it counts no more. Conflict when what follows could not stand without it, or it was withdrawn before.
Result<void> withdraw_life_event(db::Transaction& tx, BodyId const& body, LifeEventId const& id, Instant now);

/// The latest first.
Result<std::vector<SignOfLife>> activities_of(db::Reader const& db, BodyId const& body, int limit = 200);
/// The activity is `checked` first.
Result<void> insert_activity(db::Transaction& tx, SignOfLife const& activity, Date today, Instant now);

} // namespace toguna::bodies
