#include "actions/reminder_log_pages.hpp"

#include "actions/answer.hpp"
#include "actions/escalation_store.hpp"
#include "actions/reminder_log.html.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace toguna::actions {

namespace {

using namespace std::chrono_literals;

constexpr int days_ahead = 14;
constexpr int most_answers = 300;

/// The page's body and its clock, and everything reminders depend on.
struct LogDesk {
    bodies::BodyId id;
    ReminderSituation situation;
    RemindedBody const& body;
    Date today;
    web::Context const& context;

    std::string at(Instant instant) const { return context.language.date_time(instant, body.time_zone); }
    web::Localization const& language() const { return context.language; }
};

LinkedAction linked(ActionId const& id, std::string reference, std::string text) { return { std::move(reference), std::move(text), "/actions/" + id.text() }; }

std::string words_of_stage(std::string_view stage, web::Localization const& language)
{
    if (stage == name_of(ReminderStage::Weekly))
        return language.t("Weekly e-mail");
    return stage == name_of(ReminderStage::Before) ? language.t("Two days before the date") : language.t("The day after the date");
}

web::Tag mail_tag(MailState state, web::Localization const& language)
{
    switch (state) {
    case MailState::Waiting:
    case MailState::Sending: return { web::Look::ToDo, language.t("Waiting to be sent") };
    case MailState::Sent: return { web::Look::Done, language.t("Sent") };
    case MailState::Failed: return { web::Look::Blocked, language.t("Not delivered") };
    case MailState::Forgotten: return { web::Look::Plain, language.t("No longer known") };
    }
    return {};
}

web::Tag answer_tag(Answer answer, web::Localization const& language)
{
    switch (answer) {
    case Answer::Done: return { web::Look::ToConfirm, language.t("Done") };
    case Answer::Started: return { web::Look::InProgress, language.t("In progress") };
    case Answer::Blocked: return { web::Look::Blocked, language.t("Blocked") };
    case Answer::Moved: return { web::Look::Plain, language.t("New date") };
    }
    return {};
}

/// What each person owes this body alone.
std::vector<PersonPoints> points_in_body(LogDesk const& desk, Date day)
{
    auto people = points_of_people(desk.situation, day);
    for (auto& person : people)
        std::erase_if(person.points, [&](OpenPoint const& point) { return point.body != desk.id; });
    std::erase_if(people, [](PersonPoints const& person) { return person.points.empty(); });
    return people;
}

/// The first allowed moment within two weeks at which something leaves.
struct Departure {
    Instant at;
    std::vector<ReminderDue> reminders;
};
std::optional<Departure> next_departure(LogDesk const& desk)
{
    auto const policy = reminder_policy(desk.situation.bodies);
    auto moment = next_allowed(desk.body, desk.context.now);
    for (int day = 0; day < days_ahead; ++day) {
        auto const minute = web::local_minute_of_day(moment, desk.body.time_zone);
        auto const local_day = web::local_date(moment, desk.body.time_zone);
        auto due = reminders_due(points_in_body(desk, local_day), local_day, minute, policy);
        std::erase_if(due, [&](ReminderDue const& one) {
            auto const* person = desk.situation.roster.find(one.person);
            return desk.situation.sent.contains(one.key) || !person || person->email.empty();
        });
        if (!due.empty())
            return Departure { moment, std::move(due) };
        moment = next_allowed(desk.body, moment - std::chrono::minutes(minute) + 24h);
    }
    return {};
}

void show_coming(LogDesk const& desk, ReminderLogPage& view)
{
    auto const& language = desk.language();
    auto const departure = next_departure(desk);
    if (!departure) {
        view.coming_words = language.t("Nothing is due to leave within the next two weeks.");
        return;
    }
    view.coming_words = language(tr("The next reminders leave on {day} at {time}.",
        { { "day", language.full_date(web::local_date(departure->at, desk.body.time_zone)) }, { "time", language.time(departure->at, desk.body.time_zone) } }));
    for (auto const& due : departure->reminders) {
        auto const count = static_cast<std::int64_t>(due.overdue.size() + due.due_this_week.size() + due.changed.size());
        view.coming.push_back({ desk.situation.roster.find(due.person)->name, words_of_stage(name_of(due.stage), language), language(trn("{count} action", "{count} actions", count)) });
    }
}

/// Those the machine cannot reach: the coordinator calls them, or gives an address.
void show_unreached(LogDesk const& desk, ReminderLogPage& view)
{
    for (auto const& action : desk.situation.actions) {
        if (action.body != desk.id || action.status == Status::DoneToConfirm)
            continue;
        auto const recipients = desk.situation.roster.recipients_of(action);
        bool reached = false;
        for (auto const& recipient : recipients) {
            auto const* person = desk.situation.roster.find(recipient);
            if (!person->email.empty())
                reached = true;
            else if (std::find(view.without_address.begin(), view.without_address.end(), person->name) == view.without_address.end())
                view.without_address.push_back(person->name);
        }
        if (!reached)
            view.without_recipient.push_back(linked(action.id, action.reference, action.text));
    }
}

Result<void> show_sent(db::Reader const& db, LogDesk const& desk, Date week, ReminderLogPage& view)
{
    for (auto& reminder : TRY(list_reminders(db, desk.id, week))) {
        ReminderLogRow row { desk.at(reminder.sent_at.value_or(reminder.at)), reminder.person_name, words_of_stage(reminder.stage, desk.language()), {}, mail_tag(reminder.mail, desk.language()) };
        for (auto& action : reminder.actions)
            row.actions.push_back(linked(action.id, std::move(action.reference), std::move(action.text)));
        view.reminders.push_back(std::move(row));
    }
    return {};
}

std::string reference_in(std::string const& facts)
{
    if (facts.empty())
        return {};
    auto const value = boost::json::parse(facts);
    auto const* reference = value.is_object() ? value.as_object().if_contains("reference") : nullptr;
    return reference && reference->is_string() ? std::string(reference->as_string()) : std::string();
}

Result<void> show_answers(db::Reader const& db, LogDesk const& desk, Date week, ReminderLogPage& view)
{
    std::vector<std::pair<Instant, AnswerLogRow>> rows;
    for (auto const answer : { Answer::Done, Answer::Started, Answer::Blocked, Answer::Moved })
        for (auto const& recorded : TRY(journal::list_events(db, { .body = desk.id.text(), .kind = std::string(event_of(answer)), .limit = most_answers })))
            if (web::local_date(recorded.at, desk.body.time_zone).week_start() == week)
                rows.emplace_back(recorded.at, AnswerLogRow { desk.at(recorded.at), recorded.actor.name, reference_in(recorded.event.after), "/actions/" + recorded.event.object, answer_tag(answer, desk.language()) });
    std::stable_sort(rows.begin(), rows.end(), [](auto const& left, auto const& right) { return left.first > right.first; });
    for (auto& [at, row] : rows)
        view.answers.push_back(std::move(row));
    return {};
}

Result<void> show_escalations(db::Reader const& db, LogDesk const& desk, ReminderLogPage& view)
{
    auto const& language = desk.language();
    auto const escalations = TRY(list_escalations(db, desk.id));
    std::set<ActionId> proposed;
    for (auto const& one : escalations)
        if (one.missed > 2)
            proposed.insert(one.action);
    for (auto const& one : escalations) {
        if (one.missed == 2 && proposed.contains(one.action))
            continue; // the later word says enough
        auto const day = web::local_date(one.at, desk.body.time_zone);
        auto const words = one.missed == 2 ? language(tr("Two dates missed; the coordination was told on {day}.", { { "day", day } }))
            : one.body == desk.id      ? language(tr("Three dates missed; proposed for the agenda of {body} on {day}.", { { "body", one.told_name }, { "day", day } }))
                                       : language(tr("From {body}: three dates missed; proposed for your agenda on {day}.", { { "body", one.body_name }, { "day", day } }));
        view.escalations.emplace_back(linked(one.action, one.reference, one.text), words);
    }
    return {};
}

void show_weeks(LogDesk const& desk, Date week, ReminderLogPage& view)
{
    auto const path = "/bodies/" + desk.id.text() + "/reminders?week=";
    view.week = desk.language()(tr("Week of {day}", { { "day", week } }));
    view.previous = path + week.plus_days(-7).to_iso();
    if (week < desk.today.week_start())
        view.next = path + week.plus_days(7).to_iso();
}

/// GET /bodies/:body/reminders
Result<web::Reply> show_reminder_log(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const body = TRY(bodies::find_body(db, id));
        auto const today = web::local_date(context.now, TRY(bodies::time_zone_of(db, body)));
        auto situation = TRY(read_reminder_situation(db, today, context.now));
        RemindedBody const reminded = situation.bodies.at(id);
        LogDesk const desk { id, std::move(situation), reminded, today, context };
        auto const week = Date::from_iso(request.query.get("week")).value_or(today).week_start();

        ReminderLogPage view;
        view.body = id.text();
        view.rooms = bodies::rooms_of(context, db, body, bodies::Room::Reminders);
        view.may_change_hours = context.may(db, bodies::manage_body, id.text());
        show_weeks(desk, week, view);
        show_coming(desk, view);
        show_unreached(desk, view);
        TRY(show_sent(db, desk, week, view));
        TRY(show_answers(db, desk, week, view));
        TRY(show_escalations(db, desk, view));
        return web::page(context, { context.language.t("Reminders"), bodies::trail_of(context, body), "/bodies", html::reminder_log(view, context.templates()) });
    });
}

} // namespace

std::vector<web::Route> reminder_log_routes()
{
    return { { web::Method::Get, "/bodies/:body/reminders", show_reminder_log, web::by_right(bodies::read_reminder_log, bodies::body_in_path) } };
}

} // namespace toguna::actions
