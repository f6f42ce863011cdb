#include "bodies/life_store.hpp"

#include "bodies/life_queries.hpp"

namespace toguna::bodies {

namespace {

LifeEvent read_life_event(db::Row const& row)
{
    return { row.id<LifeEventId>(0), row.id<BodyId>(1), row.date(2), life_state_from(row.text(3)).value_or(LifeState::Activated), row.string(4), row.string(5), row.string(6) };
}

SignOfLife read_activity(db::Row const& row)
{
    return { row.id<SignOfLifeId>(0), row.id<BodyId>(1), row.date(2), sign_of_life_kind_from(row.text(3)).value_or(SignOfLifeKind::Other), row.string(4) };
}

} // namespace

Result<std::vector<LifeEvent>> life_of(db::Reader const& db, BodyId const& body)
{
    return db.all(sql::life_events, { { "body", body } }, read_life_event);
}

Result<std::map<std::string, std::vector<LifeEvent>>> all_lives(db::Reader const& db)
{
    std::map<std::string, std::vector<LifeEvent>> lives;
    TRY(db.each(sql::all_life_events, {}, [&](db::Row const& row) { lives[row.string(1)].push_back(read_life_event(row)); }));
    return lives;
}

Result<void> insert_life_event(db::Transaction& tx, LifeEvent const& given, Date today, Instant now)
{
    auto const event = TRY(checked(given, TRY(life_of(tx, given.body)), today));
    TRY(tx.execute(sql::insert_life_event,
        { { "id", event.id }, { "body", event.body }, { "day", event.day }, { "state", name_of(event.state) }, { "reason", event.reason }, { "decision", event.decision }, { "link", event.link },
            { "now", now } }));
    return {};
}

Result<void> withdraw_life_event(db::Transaction& tx, BodyId const& body, LifeEventId const& id, Instant now)
{
    std::optional<LifeState> before;
    for (auto const& event : TRY(life_of(tx, body))) {
        if (event.id == id)
            continue;
        if (!may_follow(before, event.state))
            return fail(ErrorKind::Conflict, tr("What comes after this step could not stand without it. Withdraw the later steps first."));
        before = event.state;
    }
    if (TRY(tx.execute(sql::withdraw_life_event, { { "id", id }, { "body", body }, { "now", now } })) == 0)
        return fail(ErrorKind::Conflict, tr("This step was withdrawn already."));
    return {};
}

Result<std::vector<SignOfLife>> activities_of(db::Reader const& db, BodyId const& body, int limit)
{
    return db.all(sql::activities, { { "body", body }, { "limit", limit } }, read_activity);
}

Result<void> insert_activity(db::Transaction& tx, SignOfLife const& given, Date today, Instant now)
{
    auto const activity = TRY(checked(given, today));
    TRY(tx.execute(sql::insert_activity,
        { { "id", activity.id }, { "body", activity.body }, { "day", activity.day }, { "kind", name_of(activity.kind) }, { "words", activity.words }, { "now", now } }));
    return {};
}

} // namespace toguna::bodies
