#pragma once
/// Which reminders are due now: one e-mail per person and week, one two days before a deadline, one the day after
/// (practice.md §4.2); none at night, none on quiet days, none twice.

#include "actions/action_plan.hpp"

#include <map>
#include <set>

namespace toguna::actions {

/// An open action as one of those responsible for it sees it.
struct OpenPoint {
    ActionId action;
    bodies::BodyId body;
    Status status = Status::ToDo;
    std::optional<Date> deadline;
    /// The day of the last change that somebody else made; empty when there was none.
    std::optional<Date> changed_on;
    /// The weekly mail is enough: the period of an action that recurs every week.
    bool weekly_only = false;
};

struct PersonPoints {
    people::PersonId person;
    std::vector<OpenPoint> points;
};

/// When a body lets its people be reminded. Days are those of the country's calendar.
struct QuietTimes {
    std::set<unsigned> weekdays = {};  ///< 1 is Monday, 7 is Sunday
    std::set<Date> dates = {};         ///< holidays
    int night_from = 0;                ///< minute of the local day; the night may cross midnight
    int night_until = 0;               ///< equal to night_from: there is no night
    bool contains(Date day) const { return weekdays.contains(day.weekday()) || dates.contains(day); }
    bool is_night(int minute) const
    {
        if (night_from <= night_until)
            return minute >= night_from && minute < night_until;
        return minute >= night_from || minute < night_until;
    }
};

struct ReminderPolicy {
    int first_minute = 7 * 60;    ///< no mail before: minute of the local day
    int last_minute = 19 * 60;    ///< no mail from then on
    unsigned digest_weekday = 1;  ///< the weekly mail; the next allowed day of the week when this one is quiet or the machine is off
    int days_before = 2;
    int days_after = 1;
    std::map<bodies::BodyId, QuietTimes> quiet; ///< bodies without an entry have no quiet days
};

enum class ReminderStage { Weekly, Before, After };
std::string_view name_of(ReminderStage stage); ///< "weekly", "before", "after"

struct ReminderDue {
    people::PersonId person;
    ReminderStage stage;
    /// Unique for ever: the outbox refuses a second message with the same key. Person and ISO week, or person, action,
    /// deadline and stage: a deadline that moved is reminded anew.
    std::string key;
    /// In the order of the message: overdue, due this week, changed; one action for the other stages.
    std::vector<ActionId> overdue;
    std::vector<ActionId> due_this_week;
    std::vector<ActionId> changed;
};

/// Pure: what is due on that day, also what should have gone out while the machine was off. Asked again, it says the same
/// again; the unique keys see to it that each goes out once.
/// `minute` is the minute of the local day. An action that waits for confirmation is not reminded.
/// A body's night holds back the single reminders of its actions, and the weekly mail that speaks of one of them.
std::vector<ReminderDue> reminders_due(std::vector<PersonPoints> const& people, Date today, int minute, ReminderPolicy const& policy);

} // namespace toguna::actions
