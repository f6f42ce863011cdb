#pragma once
/// What member organisations did when the body met or was owed a report. Written by hand here; meetings will write it too.

#include "bodies/participation.hpp"
#include "db/database.hpp"

#include <map>

namespace toguna::bodies {

/// How far back facts are read: no criterion looks at more than sixty meetings.
inline constexpr int participation_months = 60;

/// By organisation, of the years before `today`; one statement.
Result<std::map<people::OrganizationId, std::vector<Participation>>> participation_of_body(db::Reader const& db, BodyId const& body, Date today);
/// What is written down for one meeting or report.
Result<std::vector<Participation>> participation_on(db::Reader const& db, BodyId const& body, ParticipationKind kind, Date day);

/// The fact is `checked` first, and takes the place of what was written for that organisation, kind and day.
Result<void> save_participation(db::Transaction& tx, Participation const& participation);
/// Nothing is known again of that day.
Result<void> delete_participation(db::Transaction& tx, Participation const& participation);

} // namespace toguna::bodies
