#pragma once
/// What the delivering job needs of the outbox beside outbox.hpp.

#include "mail/outbox.hpp"

namespace toguna::mail {

/// A message that belongs to this process until its lease ends.
struct ClaimedMessage {
    OutboxId id;
    int attempt = 1; ///< this one included
    Instant dated_at;
    Message message;
};

/// The message that waits longest among those due; empty when none is.
Result<std::optional<ClaimedMessage>> claim_next_message(db::Transaction& tx, Instant now, Instant lease_ends);

/// Empties what the mail said: a personal link exists in the mail alone.
Result<void> mark_sent(db::Transaction& tx, OutboxId const& id, Instant now);
/// Tried again at `next_attempt_at`; without it, Failed until a person decides.
Result<void> mark_unsent(db::Transaction& tx, OutboxId const& id, std::string const& error, std::optional<Instant> next_attempt_at, Instant now);

/// Empties failed messages that nobody retried for 30 days, and forgets links that expired as long ago.
Result<void> forget_old_secrets(db::Transaction& tx, Instant now);

/// Job "mail.forget", once a day: forget_old_secrets.
Result<void> forget(jobs::Job const& job, jobs::JobContext& context);

/// Sends a failed message again; Conflict when it is not failed, or what it said was emptied since.
Result<void> retry_message(db::Transaction& tx, OutboxId const& id, Instant now);

} // namespace toguna::mail
