#include "bodies/engagement_jobs.hpp"

#include "bodies/end_reminder_store.hpp"
#include "bodies/engagement_mailer.hpp"
#include "bodies/engagement_store.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/store.hpp"
#include "mail/outbox.hpp"
#include "people/person_store.hpp"
#include "web/configuration.hpp"

namespace toguna::bodies {

namespace {

using namespace std::chrono_literals;

/// As long as a stage may stay due: nothing older is asked for again.
constexpr auto keys_matter = 24h * 120;

/// A body in which something ends, as it is today.
struct EndingBody {
    Body body;
    Date today;
    std::vector<NamedMandate> mandates;
    std::vector<Mandate> plain_mandates;
    std::vector<Membership> memberships;
};

/// One mail that is due.
struct EndReminder {
    Ending ending;
    EndStage stage;
    people::PersonId person;
    std::string key;
};

/// Nothing when the body must not be written to now.
Result<std::optional<EndingBody>> read_body(db::Reader const& db, BodyId const& id, Instant now)
{
    auto const body = TRY(find_body(db, id));
    auto const zone = TRY(time_zone_of(db, body));
    auto const today = web::local_date(now, zone);
    if (body.quiet.is_quiet_day(today) || body.quiet.is_night(web::local_minute_of_day(now, zone)))
        return std::optional<EndingBody> {};
    EndingBody read { body, today, TRY(list_mandates(db, id)), {}, {} };
    for (auto const& named : read.mandates)
        read.plain_mandates.push_back(named.mandate);
    for (auto const& named : TRY(memberships_on(db, id, today)))
        read.memberships.push_back(named.membership);
    return std::optional(std::move(read));
}

struct Due {
    std::map<BodyId, EndingBody> bodies;
    std::vector<EndReminder> reminders;
};

Result<Due> read_due(db::Reader const& db, Instant now)
{
    // The day of any country differs from that of UTC by one at most.
    auto const today = now.utc_date();
    auto const endings = TRY(list_endings(db, today.plus_days(-days_worth_saying - 1), today.plus_days(engagement_reminder_days[0] + 1)));
    Due due;
    if (endings.empty())
        return due;
    auto const sent = TRY(sent_end_reminders(db, now - keys_matter));
    std::set<BodyId> quiet;
    for (auto const& ending : endings) {
        if (!due.bodies.contains(ending.body) && !quiet.contains(ending.body)) {
            if (auto body = TRY(read_body(db, ending.body, now)))
                due.bodies.emplace(ending.body, *std::move(body));
            else
                quiet.insert(ending.body);
        }
        auto const body = due.bodies.find(ending.body);
        if (body == due.bodies.end())
            continue;
        auto const stage = end_stage_due(ending.first_day, ending.last_day, body->second.today);
        if (!stage)
            continue;
        for (auto const& person : told_of_end(ending, body->second.plain_mandates, body->second.memberships, body->second.today))
            if (auto key = end_reminder_key(ending, *stage, person); !sent.contains(key))
                due.reminders.push_back({ ending, *stage, person, std::move(key) });
    }
    return due;
}

/// Answers to the mail reach whoever answers for the body, unless that is the reader.
std::string reply_address(EndingBody const& body, std::string const& reader)
{
    for (auto const& named : body.mandates)
        if (named.mandate.role == MandateRole::Coordinator && named.mandate.period.contains(body.today) && !named.person_email.empty() && named.person_email != reader)
            return named.person_email;
    return {};
}

Result<EndLetter> letter_of(db::Reader const& db, EndReminder const& due, EndingBody const& body, people::Person const& person, web::Localization const& language, std::string const& public_url)
{
    EndLetter letter { .stage = due.stage, .is_engagement = due.ending.engagement.has_value(), .to = { person.full_name, person.email }, .reply_to = reply_address(body, person.email),
        .body_name = body.body.name, .body_short_name = body.body.short_name(), .organization = {}, .mandate = {}, .last_day = due.ending.last_day,
        .days_left = static_cast<int>((due.ending.last_day.days() - body.today.days()).count()), .link = public_url + "/bodies/" + body.body.id.text() };
    for (auto const& named : body.mandates)
        if (named.mandate.id == due.ending.mandate) {
            letter.organization = named.holder();
            letter.mandate = language(tr("{role} – {holder}", { { "role", language(label_of(named.mandate.role)) }, { "holder", named.holder() } }));
        }
    if (due.ending.engagement) {
        letter.organization = TRY(find_named_engagement(db, *due.ending.engagement)).organization;
        letter.link += "/engagements/" + due.ending.engagement->text();
    }
    return letter;
}

/// Renewed, ended or dated anew since the list was read: then nothing is sent.
Result<bool> still_ends(db::Reader const& db, Ending const& ending)
{
    for (auto const& now : TRY(list_endings(db, ending.last_day, ending.last_day)))
        if (now.engagement == ending.engagement && now.mandate == ending.mandate)
            return true;
    return false;
}

Result<void> remind(db::Transaction& tx, EndReminder const& due, EndingBody const& body, jobs::JobContext& context)
{
    auto const person = TRY(people::find_person(tx, due.person));
    if (person.email.empty() || !TRY(still_ends(tx, due.ending)))
        return {};
    auto const& language = web::localization(person.language, web::Medium::File);
    mail::Envelope const envelope {
        .message = end_message(TRY(letter_of(tx, due, body, person, language, context.configuration.public_url)), language),
        .key = due.key,
        .kind = std::string(end_reminder_kind),
        .person = due.person.text(),
        .body = body.body.id.text(),
    };
    TRY(mail::enqueue(tx, envelope, context.now, context.chance));
    return {};
}

} // namespace

Result<void> remind_of_ends(jobs::Job const&, jobs::JobContext& context)
{
    auto const due = TRY(context.db.read([&](db::Reader const& db) { return read_due(db, context.now); }));
    Result<void> outcome;
    for (auto const& reminder : due.reminders) {
        // One mail that cannot be written must not hold back the others.
        auto const written = context.db.write([&](db::Transaction& tx) { return remind(tx, reminder, due.bodies.at(reminder.ending.body), context); });
        if (!written && outcome)
            outcome = written;
    }
    return outcome;
}

std::vector<jobs::JobKind> engagement_jobs() { return { { "bodies.remind_of_ends", remind_of_ends } }; }
std::vector<jobs::Schedule> engagement_schedules() { return { { "bodies.remind_of_ends", 1h } }; }

} // namespace toguna::bodies
