#include "actions/reminder_store.hpp"

#include "actions/occurrence.hpp"
#include "actions/queries.hpp"
#include "bodies/absence.hpp"
#include "bodies/membership.hpp"
#include "bodies/store.hpp"
#include "geography/store.hpp"
#include "web/localization.hpp"

#include <array>
#include <limits>

namespace toguna::actions {

namespace {

using namespace std::chrono_literals;

/// Longer than any key can be asked for again: a week, and the days a machine may make good.
constexpr auto memory_of_keys = 24h * 10;
constexpr auto recent = 24h * 8;
constexpr auto quarter_of_an_hour = 15min;

Result<std::map<ActionId, std::vector<RecentChange>>> read_recent_changes(db::Reader const& db, Instant now)
{
    std::map<ActionId, std::vector<RecentChange>> changes;
    TRY(db.each(sql::recent_changes, { { "since", now - recent } }, [&](db::Row const& row) {
        changes[row.id<ActionId>(0)].push_back({ row.string(1), row.instant(2) });
    }));
    return changes;
}

Result<std::set<std::string>> read_sent_keys(db::Reader const& db, Instant now)
{
    std::set<std::string> keys;
    TRY(db.each(sql::reminder_keys_since, { { "since", now - memory_of_keys } }, [&](db::Row const& row) { keys.insert(row.string(0)); }));
    return keys;
}

bool is_short(Frequency frequency)
{
    return frequency == Frequency::Daily || frequency == Frequency::Weekly || frequency == Frequency::Fortnightly;
}

QuietTimes quiet_times_of(bodies::QuietTimes const& quiet)
{
    return { { quiet.weekdays.begin(), quiet.weekdays.end() }, { quiet.days.begin(), quiet.days.end() }, quiet.night_from, quiet.night_until };
}

MailState mail_state_of(std::optional<std::string> const& word)
{
    constexpr std::array<std::pair<std::string_view, MailState>, 4> states { { { "waiting", MailState::Waiting }, { "sending", MailState::Sending },
        { "sent", MailState::Sent }, { "failed", MailState::Failed } } };
    for (auto const& [name, state] : states)
        if (word == name)
            return state;
    return MailState::Forgotten;
}

} // namespace

Result<Roster> read_roster(db::Reader const& db, Date today)
{
    std::vector<RosterPerson> people;
    TRY(db.each(sql::roster_people, { { "today", today } }, [&](db::Row const& row) {
        auto const id = row.id<people::PersonId>(0);
        if (people.empty() || people.back().id != id)
            people.push_back({ id, row.string(1), row.string(2), row.string(3), {} });
        if (!row.is_null(4))
            people.back().organizations.push_back(row.id<people::OrganizationId>(4));
    }));
    auto memberships = TRY(db.all(sql::roster_memberships, { { "today", today } }, [](db::Row const& row) {
        return RosterMembership { .body = row.id<bodies::BodyId>(0), .organization = row.optional_id<people::OrganizationId>(1), .person = row.optional_id<people::PersonId>(2),
            .observes = row.text(3) == name_of(bodies::MembershipStatus::Observer) };
    }));
    TRY(db.each(sql::roster_mandates, { { "today", today } }, [&](db::Row const& row) {
        auto const role = bodies::mandate_role_from(row.text(3)).value_or(bodies::MandateRole::FocalPoint);
        memberships.push_back({ .body = row.id<bodies::BodyId>(0), .organization = row.optional_id<people::OrganizationId>(1), .person = row.optional_id<people::PersonId>(2),
            .coordinates = bodies::is_first(role) || bodies::is_substitute(role) || role == bodies::MandateRole::Chair, .by_mandate = true });
    }));
    return Roster(std::move(people), std::move(memberships));
}

Result<std::map<bodies::BodyId, RemindedBody>> read_reminded_bodies(db::Reader const& db)
{
    std::map<std::string, std::string> time_zones;
    for (auto const& country : TRY(geography::list_countries(db)))
        time_zones.emplace(country.code.text(), country.time_zone);
    std::map<bodies::BodyId, RemindedBody> bodies;
    for (auto& body : TRY(bodies::list_bodies(db, { .limit = std::numeric_limits<std::int32_t>::max() }))) {
        auto const id = body.id;
        auto const& zone = time_zones[body.country.text()];
        bodies.emplace(id, RemindedBody { std::move(body), zone });
    }
    return bodies;
}

Result<ReminderSituation> read_reminder_situation(db::Reader const& db, Date today, Instant now)
{
    return ReminderSituation {
        .actions = TRY(list_open_actions(db, today)),
        .bodies = TRY(read_reminded_bodies(db)),
        .roster = TRY(read_roster(db, today)),
        .changes = TRY(read_recent_changes(db, now)),
        .sent = TRY(read_sent_keys(db, now)),
    };
}

OpenPoint open_point(ActionPoint const& action, people::PersonId const& person, ReminderSituation const& situation, Date today)
{
    OpenPoint point { action.id, action.body, action.status, deadline_of(action.due), {} };
    if (auto const* recurring = std::get_if<Recurring>(&action.due)) {
        point.weekly_only = is_short(recurring->frequency);
        if (auto const occurrence = occurrence_to_report(action.occurrences, today))
            point.deadline = occurrence->period_end;
    }
    auto const changes = situation.changes.find(action.id);
    if (changes == situation.changes.end())
        return point;
    auto const body = situation.bodies.find(action.body);
    for (auto const& change : changes->second) {
        auto const day = body == situation.bodies.end() ? change.at.utc_date() : web::local_date(change.at, body->second.time_zone);
        if (change.person != person.text() && (!point.changed_on || *point.changed_on < day))
            point.changed_on = day;
    }
    return point;
}

std::vector<PersonPoints> points_of_people(ReminderSituation const& situation, Date today)
{
    std::map<people::PersonId, std::vector<OpenPoint>> points;
    for (auto const& action : situation.actions)
        for (auto const& person : situation.roster.recipients_of(action))
            points[person].push_back(open_point(action, person, situation, today));
    std::vector<PersonPoints> people;
    for (auto& [person, owed] : points)
        people.push_back({ person, std::move(owed) });
    return people;
}

ReminderPolicy reminder_policy(std::map<bodies::BodyId, RemindedBody> const& bodies)
{
    ReminderPolicy policy;
    policy.first_minute = 0;
    policy.last_minute = 24 * 60;
    for (auto const& [id, reminded] : bodies)
        policy.quiet.emplace(id, quiet_times_of(reminded.body.quiet));
    return policy;
}

Instant next_allowed(RemindedBody const& body, Instant at)
{
    auto const& quiet = body.body.quiet;
    auto const is_allowed = [&](Instant moment) {
        return !quiet.is_quiet_day(web::local_date(moment, body.time_zone)) && !quiet.is_night(web::local_minute_of_day(moment, body.time_zone));
    };
    if (is_allowed(at))
        return at;
    auto const since_quarter = std::chrono::milliseconds(at.unix_milliseconds() % std::chrono::milliseconds(quarter_of_an_hour).count());
    auto moment = at - since_quarter + quarter_of_an_hour;
    for (auto const end = at + 24h * 31; moment < end; moment = moment + quarter_of_an_hour)
        if (is_allowed(moment))
            return moment;
    return at; // a body that is always quiet must not hold a word for ever
}

std::vector<ReminderDue> reminders_to_send(ReminderSituation const& situation, Instant now)
{
    auto const policy = reminder_policy(situation.bodies);
    std::map<std::string, std::vector<PersonPoints>> by_clock;
    std::map<std::string, Date> days;
    for (auto const& [id, body] : situation.bodies)
        days.emplace(body.time_zone, web::local_date(now, body.time_zone));
    for (auto const& [zone, today] : days)
        for (auto& person : points_of_people(situation, today))
            if (situation.bodies.at(person.points.front().body).time_zone == zone)
                by_clock[zone].push_back(std::move(person));
    std::vector<ReminderDue> result;
    for (auto const& [zone, people] : by_clock)
        for (auto& due : reminders_due(people, days.at(zone), web::local_minute_of_day(now, zone), policy))
            if (!situation.sent.contains(due.key))
                result.push_back(std::move(due));
    return result;
}

Result<bool> insert_reminder(db::Transaction& tx, ReminderDue const& due, std::vector<ActionId> const& actions, Date week, Instant now)
{
    if (TRY(tx.execute(sql::insert_reminder, { { "key", due.key }, { "person", due.person }, { "stage", name_of(due.stage) }, { "week", week }, { "now", now } })) == 0)
        return false;
    for (auto const& action : actions)
        TRY(tx.execute(sql::insert_reminder_action, { { "key", due.key }, { "action", action } }));
    return true;
}

Result<bool> is_reminded(db::Reader const& db, std::string_view key)
{
    return TRY(db.number(sql::count_reminders_with_key, { { "key", key } })) > 0;
}

Result<std::vector<LoggedReminder>> list_reminders(db::Reader const& db, bodies::BodyId const& body, Date week)
{
    auto reminders = TRY(db.all(sql::reminder_log, { { "body", body }, { "week", week } }, [](db::Row const& row) {
        return LoggedReminder { row.string(0), row.string(1), row.instant(2), row.string(3), mail_state_of(row.optional_string(4)), row.optional_instant(5), {} };
    }));
    std::map<std::string, std::vector<LoggedReminder::Action>> actions;
    TRY(db.each(sql::reminder_log_actions, { { "body", body }, { "week", week } }, [&](db::Row const& row) {
        actions[row.string(0)].push_back({ row.id<ActionId>(1), row.string(2), row.string(3) });
    }));
    for (auto& reminder : reminders)
        reminder.actions = std::move(actions[reminder.key]);
    return reminders;
}

} // namespace toguna::actions
