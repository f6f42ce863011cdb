#pragma once
/// The journal: who did what, when, on whose behalf, before and after — refusals too. Append-only and hash-chained.

#include "base/id.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>
#include <vector>

namespace toguna::db {
class Reader;
class Transaction;
}

namespace toguna::journal {

using EventId = Id<struct EventTag>;

/// Whoever acts: a signed-in person, somebody who followed a personal link, a command, or the clock.
struct Actor {
    std::string account;            ///< id, or empty
    std::string person;             ///< id, or empty
    std::string name;               ///< « Awa Sanou », « ligne de commande », « horloge »
    std::string on_behalf_of = {};  ///< name of whom it is done for, under a delegation
};

/// A fact. `kind` is feature.past_participle: "actions.plan_imported". `before` and `after` are JSON objects or empty.
struct Event {
    std::string kind;
    std::string object;       ///< id of the thing it happened to
    std::string body = {};    ///< id of the body it concerns; empty for the installation
    std::string before = {};
    std::string after = {};
    bool refused = false;     ///< an attempt that was refused; `after` holds the reason
};

/// Appends in the caller's transaction: no change without its fact, no fact without its change.
Result<EventId> record_event(db::Transaction& tx, Actor const& actor, Event const& event, Instant now, Chance& chance);

struct RecordedEvent {
    EventId id;
    std::int64_t sequence = 0;
    Instant at;
    Actor actor;
    Event event;
    std::string hash; ///< hex BLAKE2b-256 over the former hash and this row's canonical text
};

struct EventFilter {
    std::string object = {};
    std::string body = {};
    std::string kind = {};
    int limit = 100;
    int offset = 0;
};
/// Newest first.
Result<std::vector<RecordedEvent>> list_events(db::Reader const& db, EventFilter const& filter);
/// In order, after a sequence number: what the reactions read.
Result<std::vector<RecordedEvent>> events_after(db::Reader const& db, std::int64_t sequence, int limit);

struct ChainReport {
    std::int64_t events = 0;
    std::string head;                          ///< hash of the last event: pin it elsewhere
    std::optional<std::int64_t> broken_at;     ///< sequence of the first event that does not follow, or that is missing at the end
    std::int64_t erased_names = 0;             ///< events whose actor's name was erased on request
};
Result<ChainReport> verify_chain(db::Reader const& db);

} // namespace toguna::journal
