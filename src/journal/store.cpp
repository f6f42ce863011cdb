#include "journal/store.hpp"

#include "journal/chain.hpp"
#include "journal/queries.hpp"

namespace toguna::journal {

namespace {

RecordedEvent read_event(db::Row const& row)
{
    return { row.id<EventId>(1), row.integer(0), row.instant(2),
        { row.string(3), row.string(4), row.optional_string(5).value_or(""), row.optional_string(6).value_or("") },
        { row.string(7), row.string(8), row.string(9), row.string(10), row.string(11), row.boolean(12) }, row.string(13) };
}

/// An empty filter asks for everything.
std::optional<std::string> asked(std::string const& value)
{
    if (value.empty())
        return {};
    return value;
}

struct Head {
    std::int64_t sequence = 0;
    std::string hash;
};

Head read_head(db::Row const& row) { return { row.integer(0), row.string(1) }; }

/// Whether the row is what was hashed, and whether the name beside it is the one that was written.
bool is_sound(RecordedEvent const& recorded, db::Row const& row, std::string const& former_hash)
{
    auto const digest = row.string(14);
    if (row.text(15) != former_hash || chained_hash(former_hash, canonical_text(recorded, digest)) != recorded.hash)
        return false;
    auto const salt = row.optional_string(16);
    return !salt || actor_digest(*salt, recorded.actor.name, recorded.actor.on_behalf_of) == digest;
}

} // namespace

Result<EventId> record_event(db::Transaction& tx, Actor const& actor, Event const& event, Instant now, Chance& chance)
{
    auto const head = TRY(tx.first(sql::next_sequence, {}, read_head));
    if (!head)
        return fail(ErrorKind::Internal, tr("Something went wrong on our side."), "journal_head has no row");
    RecordedEvent const recorded { new_id<EventTag>(now, chance), head->sequence, now, actor, event, {} };
    auto const salt = new_secret(chance);
    auto const digest = actor_digest(salt, actor.name, actor.on_behalf_of);
    auto const hash = chained_hash(head->hash, canonical_text(recorded, digest));
    TRY(tx.execute(sql::insert_event,
        { { "sequence", recorded.sequence }, { "id", recorded.id }, { "at", now }, { "account", actor.account }, { "person", actor.person },
            { "actor_digest", digest }, { "kind", event.kind }, { "object", event.object }, { "body", event.body }, { "before", event.before },
            { "after", event.after }, { "refused", event.refused }, { "former_hash", head->hash }, { "hash", hash } }));
    TRY(tx.execute(sql::insert_actor, { { "event", recorded.id }, { "name", actor.name }, { "on_behalf_of", actor.on_behalf_of }, { "salt", salt } }));
    TRY(tx.execute(sql::move_head, { { "hash", hash } }));
    return recorded.id;
}

Result<std::vector<RecordedEvent>> list_events(db::Reader const& db, EventFilter const& filter)
{
    return db.all(sql::events,
        { { "object", asked(filter.object) }, { "body", asked(filter.body) }, { "kind", asked(filter.kind) }, { "limit", filter.limit }, { "offset", filter.offset } },
        read_event);
}

Result<std::int64_t> count_events(db::Reader const& db, EventFilter const& filter)
{
    return db.number(sql::count_events, { { "object", asked(filter.object) }, { "body", asked(filter.body) }, { "kind", asked(filter.kind) } });
}

Result<std::vector<RecordedEvent>> events_after(db::Reader const& db, std::int64_t sequence, int limit)
{
    return db.all(sql::events_after, { { "sequence", sequence }, { "limit", limit } }, read_event);
}

Result<ChainReport> verify_chain(db::Reader const& db)
{
    ChainReport report;
    TRY(db.each(sql::chain, {}, [&](db::Row const& row) {
        auto const recorded = read_event(row);
        ++report.events;
        if (!report.broken_at && (recorded.sequence != report.events || !is_sound(recorded, row, report.head)))
            report.broken_at = recorded.sequence;
        report.erased_names += row.is_null(16) ? 1 : 0;
        report.head = recorded.hash;
    }));
    // Events cut off at the end leave a chain that follows; the head remembers that there were more.
    auto const head = TRY(db.first(sql::head, {}, read_head));
    if (!report.broken_at && (!head || head->sequence != report.events || head->hash != report.head))
        report.broken_at = report.events + 1;
    return report;
}

Result<std::int64_t> erase_names(db::Transaction& tx, std::string const& person)
{
    return tx.execute(sql::erase_names, { { "person", person } });
}

} // namespace toguna::journal
