#pragma once
/// Mail leaves through a table: written in the transaction that causes it, sent by the worker, at least once,
/// and once only for a unique key.

#include "jobs/job.hpp"
#include "mail/message.hpp"

#include <optional>

namespace toguna::mail {

using OutboxId = Id<struct OutboxTag>;

enum class DeliveryState { Waiting, Sending, Sent, Failed };

struct Envelope {
    Message message;
    std::string key;         ///< unique: a second message with the same key is not added
    std::string kind;        ///< "actions.reminder": for the log people read
    std::string person = {}; ///< id of the person it goes to, when known
    std::string body = {};   ///< id of the body it concerns
    std::optional<Instant> not_before = {};
};

/// True when it was added, false when a message with that key was there.
Result<bool> enqueue(db::Transaction& tx, Envelope const& envelope, Instant now, Chance& chance);

struct OutboxRow {
    OutboxId id;
    std::string key;
    std::string kind;
    std::string to;
    std::string subject;
    DeliveryState state = DeliveryState::Waiting;
    int attempts = 0;
    std::string last_error;
    Instant created_at;
    std::optional<Instant> sent_at;
};
struct OutboxFilter {
    std::string body = {};
    std::string kind = {};
    int limit = 25;
    int offset = 0;
};
Result<std::vector<OutboxRow>> list_outbox(db::Reader const& db, OutboxFilter const& filter);
Result<std::int64_t> count_outbox(db::Reader const& db, OutboxFilter const& filter);

/// Job "mail.deliver": claims, sends through SMTP, marks; backs off 1, 5, 30 minutes, 2, 6, 12 hours, then Failed.
/// A message found in Sending after its lease died with the process: it is sent again under the same Message-ID.
Result<void> deliver(jobs::Job const& job, jobs::JobContext& context);

} // namespace toguna::mail
