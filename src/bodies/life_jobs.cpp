#include "bodies/life_jobs.hpp"

#include "bodies/body_template.hpp"
#include "bodies/life_mailer.hpp"
#include "bodies/life_store.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/profile_store.hpp"
#include "bodies/store.hpp"
#include "mail/outbox.hpp"
#include "people/person_store.hpp"
#include "web/configuration.hpp"

#include <limits>

namespace toguna::bodies {

namespace {

using namespace std::chrono_literals;

struct SilentBody {
    Body body;
    Date since;
    Date today;
    int days = 60;
};

/// Current technical groups that have been silent for longer than they allow.
Result<std::vector<SilentBody>> silent_bodies(db::Reader const& db, Instant now)
{
    std::vector<SilentBody> silent;
    for (auto const& body : TRY(list_bodies(db, { .limit = std::numeric_limits<std::int32_t>::max(), .shown = ShownBodies::Current }))) {
        if (!template_of(body.kind).may_rest)
            continue;
        auto const today = web::local_date(now, TRY(time_zone_of(db, body)));
        auto const days = TRY(find_profile(db, body.id)).dormant_after;
        if (auto const since = silent_since(body.kind, TRY(life_of(db, body.id)), TRY(activities_of(db, body.id)), days, today))
            silent.push_back({ body, *since, today, days });
    }
    return silent;
}

Result<void> ask(db::Transaction& tx, SilentBody const& silent, jobs::JobContext& context)
{
    for (auto const& named : TRY(mandates_on(tx, silent.body.id, silent.today))) {
        if (!coordinates(named.mandate.role) || !named.mandate.person || named.person_email.empty())
            continue;
        auto const person = TRY(people::find_person(tx, *named.mandate.person));
        mail::Envelope const envelope {
            .message = rest_message({ { person.full_name, person.email }, silent.body.name, silent.since, silent.days, context.configuration.public_url + "/bodies/" + silent.body.id.text() + "/life" },
                web::localization(person.language, web::Medium::File)),
            .key = "rest:" + silent.body.id.text() + ":" + silent.since.to_iso() + ":" + person.id.text(),
            .kind = "bodies.rest_proposed",
            .person = person.id.text(),
            .body = silent.body.id.text(),
        };
        TRY(mail::enqueue(tx, envelope, context.now, context.chance));
    }
    return {};
}

} // namespace

Result<void> propose_rest(jobs::Job const&, jobs::JobContext& context)
{
    auto const silent = TRY(context.db.read([&](db::Reader const& db) { return silent_bodies(db, context.now); }));
    for (auto const& body : silent)
        if (!body.body.quiet.is_quiet_day(body.today))
            TRY(context.db.write([&](db::Transaction& tx) { return ask(tx, body, context); }));
    return {};
}

jobs::JobKind rest_job() { return { "bodies.propose_rest", propose_rest }; }
jobs::Schedule rest_schedule() { return { "bodies.propose_rest", 24h }; }

} // namespace toguna::bodies
