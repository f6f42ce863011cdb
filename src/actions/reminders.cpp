#include "actions/reminders.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace toguna::actions {

namespace {

/// A body that is quiet for weeks must not hold a reminder for ever.
constexpr int longest_wait = 31;

QuietTimes const& quiet_times(ReminderPolicy const& policy, bodies::BodyId const& body)
{
    static QuietTimes const never;
    auto const found = policy.quiet.find(body);
    return found == policy.quiet.end() ? never : found->second;
}

/// The day itself, or the next one that is not quiet.
Date allowed_from(Date day, QuietTimes const& quiet)
{
    for (int waited = 0; waited < longest_wait && quiet.contains(day); ++waited)
        day = day.plus_days(1);
    return day;
}

bool is_reminded(OpenPoint const& point) { return is_open(point.status) && point.status != Status::DoneToConfirm; }

/// « 2023-W07 »: the week that has this day's Thursday (ISO 8601).
std::string iso_week(Date day)
{
    auto const thursday = day.week_start().plus_days(3);
    auto const first = Date::from(thursday.year(), 1, 1);
    return fmt::format("{}-W{:02}", thursday.year(), days_between(*first, thursday) / 7 + 1);
}

/// How long a single reminder is made up for when the machine was off on its day; the weekly message tells the rest.
constexpr int days_to_make_up = 6;

/// When the question is asked, by the local clock.
struct Moment {
    Date today;
    int minute;
    ReminderPolicy const& policy;

    bool is_allowed(bodies::BodyId const& body) const
    {
        auto const& quiet = quiet_times(policy, body);
        return !quiet.contains(today) && !quiet.is_night(minute);
    }
};

/// One deadline: before it, or as soon as the machine runs again before it is over; after it, likewise.
void add_single_reminders(people::PersonId const& person, OpenPoint const& point, Moment const& moment, std::vector<ReminderDue>& due)
{
    if (!point.deadline || point.weekly_only || !moment.is_allowed(point.body))
        return;
    auto const today = moment.today;
    auto const& policy = moment.policy;
    auto const& quiet = quiet_times(policy, point.body);
    auto const key = [&](ReminderStage stage) {
        return fmt::format("reminder:{}:{}:{}:{}", name_of(stage), person.text(), point.action.text(), point.deadline->to_iso());
    };
    auto const before = point.deadline->plus_days(-policy.days_before);
    auto const after = point.deadline->plus_days(policy.days_after);
    if (before <= today && today <= *point.deadline)
        due.push_back({ person, ReminderStage::Before, key(ReminderStage::Before), {}, { point.action }, {} });
    if (after <= today && today <= allowed_from(after, quiet).plus_days(days_to_make_up))
        due.push_back({ person, ReminderStage::After, key(ReminderStage::After), { point.action }, {}, {} });
}

/// From the digest's weekday on, every day and hour that is quiet for none of the bodies it speaks of: a machine that was
/// off on Monday sends it on Tuesday, and its key keeps it to one a week.
bool is_digest_time(PersonPoints const& person, Moment const& moment)
{
    if (moment.today < moment.today.week_start().plus_days(int(moment.policy.digest_weekday) - 1))
        return false;
    return std::all_of(person.points.begin(), person.points.end(), [&](auto const& point) { return moment.is_allowed(point.body); });
}

std::optional<ReminderDue> weekly_reminder(PersonPoints const& person, Moment const& moment)
{
    if (!is_digest_time(person, moment))
        return {};
    auto const today = moment.today;
    ReminderDue digest { person.person, ReminderStage::Weekly, fmt::format("reminder:weekly:{}:{}", person.person.text(), iso_week(today)), {}, {}, {} };
    auto const week_end = today.week_start().plus_days(6);
    auto points = person.points;
    std::stable_sort(points.begin(), points.end(), [](auto const& left, auto const& right) {
        return left.deadline && (!right.deadline || *left.deadline < *right.deadline);
    });
    for (auto const& point : points) {
        if (!is_reminded(point))
            continue;
        if (point.deadline && *point.deadline < today)
            digest.overdue.push_back(point.action);
        else if (point.deadline && *point.deadline <= week_end)
            digest.due_this_week.push_back(point.action);
        else if (point.changed_on && *point.changed_on > today.plus_days(-7))
            digest.changed.push_back(point.action);
    }
    if (digest.overdue.empty() && digest.due_this_week.empty() && digest.changed.empty())
        return {};
    return digest;
}

} // namespace

std::string_view name_of(ReminderStage stage)
{
    return stage == ReminderStage::Weekly ? "weekly" : stage == ReminderStage::Before ? "before" : "after";
}

std::vector<ReminderDue> reminders_due(std::vector<PersonPoints> const& people, Date today, int minute, ReminderPolicy const& policy)
{
    if (minute < policy.first_minute || minute >= policy.last_minute)
        return {};
    Moment const moment { today, minute, policy };
    std::vector<ReminderDue> due;
    for (auto const& person : people) {
        if (auto digest = weekly_reminder(person, moment))
            due.push_back(std::move(*digest));
        for (auto const& point : person.points)
            if (is_reminded(point))
                add_single_reminders(person.person, point, moment, due);
    }
    return due;
}

} // namespace toguna::actions
