#pragma once
/// What the reminder job must know, read in a constant number of statements, and the log of what was sent.

#include "actions/recipients.hpp"
#include "actions/reminders.hpp"
#include "actions/store.hpp"
#include "bodies/body.hpp"

namespace toguna::actions {

/// A body with the clock its people live by.
struct RemindedBody {
    bodies::Body body;
    std::string time_zone; ///< "Africa/Ouagadougou"
};

/// Somebody changed an action: the last time each person did, within a week.
struct RecentChange {
    std::string person; ///< id, or empty
    Instant at;
};

/// Everything reminders depend on, as it stands at one moment.
struct ReminderSituation {
    std::vector<ActionPoint> actions; ///< open ones
    std::map<bodies::BodyId, RemindedBody> bodies;
    Roster roster;
    std::map<ActionId, std::vector<RecentChange>> changes = {};
    std::set<std::string> sent = {}; ///< keys of the reminders of the last ten days
};
/// `today` decides which memberships and affiliations hold.
Result<ReminderSituation> read_reminder_situation(db::Reader const& db, Date today, Instant now);
Result<Roster> read_roster(db::Reader const& db, Date today);

/// Every body, with its time zone.
Result<std::map<bodies::BodyId, RemindedBody>> read_reminded_bodies(db::Reader const& db);

/// What one person owes, with the deadline that counts today: of a recurring action, the end of the period to report.
OpenPoint open_point(ActionPoint const& action, people::PersonId const& person, ReminderSituation const& situation, Date today);
/// All who are responsible for something open, people without an address too.
std::vector<PersonPoints> points_of_people(ReminderSituation const& situation, Date today);
/// The quiet times of all bodies; their nights are the only hours.
ReminderPolicy reminder_policy(std::map<bodies::BodyId, RemindedBody> const& bodies);
/// The first moment from `at` on, by quarters of an hour, at which this body may be written to.
Instant next_allowed(RemindedBody const& body, Instant at);

/// Reminders due at `now`, each by the clock of the body its person owes the first action to; without those sent before.
std::vector<ReminderDue> reminders_to_send(ReminderSituation const& situation, Instant now);

/// False when this reminder is in the log already.
Result<bool> insert_reminder(db::Transaction& tx, ReminderDue const& due, std::vector<ActionId> const& actions, Date week, Instant now);
Result<bool> is_reminded(db::Reader const& db, std::string_view key);

enum class MailState { Waiting, Sending, Sent, Failed, Forgotten };

/// One mail of the log, with those of its actions that belong to the body.
struct LoggedReminder {
    std::string key;
    std::string stage; ///< "weekly", "before", "after"
    Instant at;
    std::string person_name;
    MailState mail = MailState::Waiting;
    std::optional<Instant> sent_at;
    struct Action {
        ActionId id;
        std::string reference;
        std::string text;
    };
    std::vector<Action> actions;
};
/// Of one week, the latest first. `week` is a Monday.
Result<std::vector<LoggedReminder>> list_reminders(db::Reader const& db, bodies::BodyId const& body, Date week);

} // namespace toguna::actions
