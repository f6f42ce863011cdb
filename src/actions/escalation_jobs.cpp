#include "actions/escalation_store.hpp"
#include "actions/reminder_jobs.hpp"
#include "actions/reminder_mailer.hpp"
#include "mail/outbox.hpp"
#include "web/configuration.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace toguna::actions {

namespace {

journal::Actor const the_clock { .account = {}, .person = {}, .name = "horloge" };

/// An action with what its coordinators must hear about it.
struct Concern {
    ActionPoint const* action;
    Text note;
};

/// One mail to each coordinator of the body who has an address, when the body may be written to.
struct Postman {
    ReminderSituation const& situation;
    jobs::JobContext& context;

    Result<void> write_to(db::Transaction& tx, RemindedBody const& body, CoordinatorSubject subject, std::vector<Concern> const& concerns, std::string const& key) const
    {
        for (auto const& id : situation.roster.coordinators_of(body.body.id)) {
            auto const* person = situation.roster.find(id);
            if (!person || person->email.empty())
                continue;
            auto const& language = web::localization(person->language, web::Medium::File);
            std::vector<CoordinatorLine> lines;
            for (auto const& concern : concerns)
                lines.push_back({ *concern.action, language(concern.note), context.configuration.public_url + "/actions/" + concern.action->id.text() });
            mail::Envelope const envelope {
                .message = coordinator_message(subject, { person->name, person->email }, body.body.name, lines, language),
                .key = key + ":" + id.text(),
                .kind = subject == CoordinatorSubject::Blocked ? "actions.blocked" : "actions.escalation",
                .person = id.text(),
                .body = body.body.id.text(),
                .not_before = next_allowed(body, context.now),
            };
            TRY(mail::enqueue(tx, envelope, context.now, context.chance));
        }
        return {};
    }
};

Result<void> propose_for_agenda(db::Transaction& tx, ActionPoint const& action, RemindedBody const& above, int missed, jobs::JobContext& context)
{
    auto const facts = boost::json::serialize(boost::json::object { { "action", action.id.text() }, { "reference", action.reference }, { "missed", missed } });
    TRY(journal::record_event(tx, the_clock, { .kind = "actions.proposed_for_agenda", .object = action.id.text(), .body = above.body.id.text(), .after = facts },
        context.now, context.chance));
    return {};
}

/// Writes down what is new about one action; gives what has to be told, and the bodies to tell.
struct Escalated {
    std::optional<Concern> concern;
    std::vector<bodies::BodyId> told;
};
Result<Escalated> escalate_one(db::Transaction& tx, ActionPoint const& action, int missed, Postman const& postman)
{
    auto const step = escalation_after(missed);
    auto const& own = postman.situation.bodies.at(action.body);
    Escalated escalated;
    if (step == Escalation::None)
        return escalated;
    if (TRY(insert_escalation(tx, action.id, 2, action.body, postman.context.now)))
        escalated.told.push_back(action.body);
    auto const above = step == Escalation::ProposeToBodyAbove && own.body.parent ? postman.situation.bodies.find(*own.body.parent) : postman.situation.bodies.end();
    auto note = trn("{reference} · {count} date missed", "{reference} · {count} dates missed", missed, { { "reference", action.reference } });
    if (step == Escalation::ProposeToBodyAbove) {
        bool const has_above = above != postman.situation.bodies.end();
        auto const& told = has_above ? above->second : own;
        if (TRY(insert_escalation(tx, action.id, 3, told.body.id, postman.context.now))) {
            TRY(propose_for_agenda(tx, action, told, missed, postman.context));
            escalated.told = { action.body };
            if (has_above)
                escalated.told.push_back(told.body.id);
        }
        note = trn("{reference} · {count} date missed: proposed for the agenda of {body}", "{reference} · {count} dates missed: proposed for the agenda of {body}", missed,
            { { "reference", action.reference }, { "body", told.body.name } });
    }
    if (!escalated.told.empty())
        escalated.concern = Concern { &action, std::move(note) };
    return escalated;
}

Result<void> escalate_all(db::Transaction& tx, FormerDeadlines const& former, Postman const& postman)
{
    std::map<bodies::BodyId, std::vector<Concern>> concerns;
    auto const& situation = postman.situation;
    for (auto const& action : situation.actions) {
        auto const body = situation.bodies.find(action.body);
        if (body == situation.bodies.end() || action.status == Status::DoneToConfirm)
            continue;
        auto const earlier = former.find(action.id);
        auto const today = web::local_date(postman.context.now, body->second.time_zone);
        auto const missed = missed_dates(action, earlier == former.end() ? std::vector<ReplacedDeadline>() : earlier->second, today);
        auto const escalated = TRY(escalate_one(tx, action, missed, postman));
        for (auto const& told : escalated.told)
            concerns[told].push_back(*escalated.concern);
    }
    for (auto const& [id, of_body] : concerns) {
        auto const& body = situation.bodies.at(id);
        auto const key = fmt::format("escalation:{}:{}", id.text(), web::local_date(postman.context.now, body.time_zone).to_iso());
        TRY(postman.write_to(tx, body, CoordinatorSubject::MissedDates, of_body, key));
    }
    return {};
}

Date today_of(jobs::JobContext const& context) { return web::local_date(context.now, context.configuration.time_zone); }

} // namespace

Result<void> escalate(jobs::Job const&, jobs::JobContext& context)
{
    // Everything is read in the transaction that writes: an answer that comes meanwhile is not overlooked.
    return context.db.write([&](db::Transaction& tx) -> Result<void> {
        auto const situation = TRY(read_reminder_situation(tx, today_of(context), context.now));
        return escalate_all(tx, TRY(read_former_deadlines(tx, situation)), { situation, context });
    });
}

Result<void> tell_coordinator(jobs::Job const& job, jobs::JobContext& context)
{
    auto const payload = boost::json::parse(job.payload).as_object();
    auto const id = ActionId::trusted(std::string(payload.at("object").as_string()));
    return context.db.write([&](db::Transaction& tx) -> Result<void> {
        auto const found = TRY(find_actions(tx, { id }));
        ReminderSituation const situation { .actions = {}, .bodies = TRY(read_reminded_bodies(tx)), .roster = TRY(read_roster(tx, today_of(context))) };
        if (found.empty() || !situation.bodies.contains(found.front().body))
            return {};
        auto const& action = found.front();
        auto const& body = situation.bodies.at(action.body);
        auto reason = action.status_reason;
        for (auto const& state : action.member_states)
            if (state.status == Status::Blocked)
                reason += (reason.empty() ? "" : " · ") + state.organization_name + ": " + state.note;
        if (reason.empty())
            return {}; // no longer blocked
        auto const key = fmt::format("blocked:{}:{}", id.text(), web::local_date(context.now, body.time_zone).to_iso());
        return Postman { situation, context }.write_to(tx, body, CoordinatorSubject::Blocked,
            { { &action, tr("{reference} · blocked: {reason}", { { "reference", action.reference }, { "reason", reason } }) } }, key);
    });
}

} // namespace toguna::actions
