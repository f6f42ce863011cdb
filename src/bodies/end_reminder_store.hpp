#pragma once
/// What ends soon, or ended lately, and who was told of it already.

#include "bodies/end_reminder.hpp"
#include "db/database.hpp"

#include <set>

namespace toguna::bodies {

inline constexpr std::string_view end_reminder_kind = "bodies.end_reminder"; ///< of the mails, for the log people read

/// Signed letters that are neither ended early nor renewed, and mandates, whose last day lies between two days. Two
/// statements, whatever their number; ordered by body.
Result<std::vector<Ending>> list_endings(db::Reader const& db, Date first_day, Date last_day);

/// Keys of the reminders that were written since a moment.
Result<std::set<std::string>> sent_end_reminders(db::Reader const& db, Instant since);

} // namespace toguna::bodies
