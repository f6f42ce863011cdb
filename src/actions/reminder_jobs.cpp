#include "actions/reminder_jobs.hpp"

#include "actions/occurrence.hpp"
#include "actions/reminder_mailer.hpp"
#include "actions/reminder_store.hpp"
#include "mail/outbox.hpp"
#include "mail/personal_link.hpp"
#include "web/configuration.hpp"

namespace toguna::actions {

namespace {

using namespace std::chrono_literals;

constexpr auto answers_are_taken = 24h * 60;

/// What one mail needs: the situation as it was read, and where ids, secrets and time come from.
struct Desk {
    ReminderSituation const& situation;
    jobs::JobContext& context;

    RemindedBody const& body_of(ActionPoint const& action) const { return situation.bodies.at(action.body); }
    Date today_of(ActionPoint const& action) const { return web::local_date(context.now, body_of(action).time_zone); }
};

/// The action as it stands now: it may have been answered since the situation was read.
Result<std::vector<ReminderLine>> lines_of(db::Reader const& db, ReminderTopic topic, std::vector<ActionId> const& ids, Desk const& desk)
{
    std::vector<ReminderLine> lines;
    for (auto& action : TRY(find_actions(db, ids))) {
        if (!is_open(action.status) || action.status == Status::DoneToConfirm || !desk.situation.bodies.contains(action.body))
            continue;
        auto const& body = desk.body_of(action).body;
        auto const deadline = deadline_of(action.due);
        std::optional<Occurrence> period;
        if (std::holds_alternative<Recurring>(action.due))
            period = occurrence_to_report(action.occurrences, desk.today_of(action));
        lines.push_back({ topic, std::move(action), deadline, std::move(period), body.name, body.short_name(), {} });
    }
    return lines;
}

Result<std::vector<ReminderLine>> lines_of(db::Reader const& db, ReminderDue const& due, Desk const& desk)
{
    std::vector<ReminderLine> lines;
    for (auto const& [topic, ids] : { std::pair { ReminderTopic::Overdue, &due.overdue }, std::pair { ReminderTopic::DueThisWeek, &due.due_this_week },
             std::pair { ReminderTopic::Changed, &due.changed } })
        for (auto& line : TRY(lines_of(db, topic, *ids, desk)))
            lines.push_back(std::move(line));
    return lines;
}

Result<std::string> answer_link(db::Transaction& tx, people::PersonId const& person, ActionId const& action, Desk const& desk)
{
    auto& context = desk.context;
    auto const secret = TRY(mail::create_personal_link(tx,
        { .purpose = std::string(answer_purpose), .person = person.text(), .object = action.text(), .expires_at = context.now + answers_are_taken }, context.now, context.chance));
    return context.configuration.public_url + "/r/" + secret;
}

/// Answers to the mail itself reach the coordinator of the first action, where one is known.
std::string reply_address(ActionPoint const& action, Roster const& roster)
{
    for (auto const& coordinator : roster.coordinators_of(action.body))
        if (auto const* person = roster.find(coordinator); person && !person->email.empty())
            return person->email;
    return {};
}

/// Mail, links and log in one transaction: all of them or none, and none twice.
Result<void> remind(db::Transaction& tx, ReminderDue const& due, Desk const& desk)
{
    auto& context = desk.context;
    auto const* person = desk.situation.roster.find(due.person);
    if (!person || person->email.empty() || TRY(is_reminded(tx, due.key)))
        return {};
    auto lines = TRY(lines_of(tx, due, desk));
    if (lines.empty())
        return {};
    std::vector<ActionId> actions;
    for (auto const& line : lines)
        actions.push_back(line.action.id);
    auto const week = desk.today_of(lines.front().action).week_start();
    if (!TRY(insert_reminder(tx, due, actions, week, context.now)))
        return {};
    for (auto& line : lines)
        line.link = TRY(answer_link(tx, due.person, line.action.id, desk));
    auto const body = lines.front().action.body;
    ReminderLetter const letter { due.stage, { person->name, person->email }, reply_address(lines.front().action, desk.situation.roster), std::move(lines) };
    mail::Envelope const envelope {
        .message = reminder_message(letter, web::localization(person->language, web::Medium::File)),
        .key = due.key,
        .kind = "actions.reminder",
        .person = due.person.text(),
        .body = body.text(),
    };
    TRY(mail::enqueue(tx, envelope, context.now, context.chance));
    return {};
}

} // namespace

Result<void> send_reminders(jobs::Job const&, jobs::JobContext& context)
{
    auto const today = web::local_date(context.now, context.configuration.time_zone);
    auto const situation = TRY(context.db.read([&](db::Reader const& db) { return read_reminder_situation(db, today, context.now); }));
    Desk const desk { situation, context };
    Result<void> outcome;
    for (auto const& due : reminders_to_send(situation, context.now)) {
        // One mail that cannot be written must not hold back those of everybody else.
        auto const sent = context.db.write([&](db::Transaction& tx) { return remind(tx, due, desk); });
        if (!sent && outcome)
            outcome = sent;
    }
    return outcome;
}

} // namespace toguna::actions
