#pragma once
/// Reads what absence_conflict.hpp looks at.

#include "bodies/absence_conflict.hpp"
#include "bodies/store.hpp"

namespace toguna::bodies {

/// Conflicts of the absence in one body.
Result<std::vector<AbsenceConflict>> conflicts_in(db::Reader const& db, BodyId const& body, Absence const& absence);

/// Bodies in which the person holds a mandate on a day of the period.
Result<std::vector<BodyId>> bodies_concerned(db::Reader const& db, people::PersonId const& person, Period const& period);

} // namespace toguna::bodies
