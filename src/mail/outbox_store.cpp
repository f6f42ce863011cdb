#include "mail/outbox_store.hpp"
#include "mail/encoding.hpp"
#include "mail/queries.hpp"

#include <array>

namespace toguna::mail {

namespace {

constexpr std::array<std::string_view, 4> state_names { "waiting", "sending", "sent", "failed" };

std::string_view name_of(DeliveryState state) { return state_names[static_cast<std::size_t>(state)]; }

DeliveryState delivery_state_of(std::string_view name)
{
    for (std::size_t index = 0; index < state_names.size(); ++index)
        if (state_names[index] == name)
            return static_cast<DeliveryState>(index);
    throw std::logic_error("mail_outbox.state holds an unknown word");
}

/// "Name: value" a line, as they will be written.
std::string stored_headers(Message const& message)
{
    std::string lines;
    for (auto const& [name, value] : message.headers)
        lines += on_one_line(name) + ": " + on_one_line(value) + "\n";
    return lines;
}

std::vector<std::pair<std::string, std::string>> read_headers(std::string_view lines)
{
    std::vector<std::pair<std::string, std::string>> headers;
    while (!lines.empty()) {
        auto const end = std::min(lines.find('\n'), lines.size() - 1);
        auto const colon = lines.find(": ");
        headers.emplace_back(lines.substr(0, colon), lines.substr(colon + 2, end - colon - 2));
        lines.remove_prefix(end + 1);
    }
    return headers;
}

db::Blob blob_of(std::string const& bytes) { return { bytes.begin(), bytes.end() }; }

struct DueMessage {
    ClaimedMessage claimed;
    Instant seen; ///< next_attempt_at as it was read: whoever claims changes it
};

DueMessage read_due_message(db::Row const& row)
{
    Message message {
        .from = { row.string(3), row.string(4) },
        .to = { row.string(5), row.string(6) },
        .subject = row.string(7),
        .text = row.string(8),
        .html = row.string(9),
        .headers = read_headers(row.text(10)),
    };
    auto const former_attempts = static_cast<int>(row.integer(1));
    return { { row.id<OutboxId>(0), former_attempts + 1, row.instant(2), std::move(message) }, row.instant(11) };
}

Attachment read_attachment(db::Row const& row)
{
    auto const bytes = row.blob(2);
    return { row.string(0), row.string(1), std::string(bytes.begin(), bytes.end()) };
}

OutboxRow read_outbox_row(db::Row const& row)
{
    return {
        .id = row.id<OutboxId>(0),
        .key = row.string(1),
        .kind = row.string(2),
        .to = row.string(3),
        .subject = row.string(4),
        .state = delivery_state_of(row.text(5)),
        .attempts = static_cast<int>(row.integer(6)),
        .last_error = row.string(7),
        .created_at = row.instant(8),
        .sent_at = row.optional_instant(9),
    };
}

Result<void> insert_attachments(db::Transaction& tx, OutboxId const& id, std::vector<Attachment> const& attachments)
{
    int position = 0;
    for (auto const& attachment : attachments)
        TRY(tx.execute(sql::insert_attachment,
            { { "outbox", id }, { "position", position++ }, { "name", attachment.name }, { "content_type", attachment.content_type },
                { "bytes", blob_of(attachment.bytes) } }));
    return {};
}

} // namespace

Result<bool> enqueue(db::Transaction& tx, Envelope const& envelope, Instant now, Chance& chance)
{
    auto const& message = envelope.message;
    auto const id = new_id<OutboxTag>(now, chance);
    auto const not_before = envelope.not_before.value_or(now);
    auto const added = TRY(tx.execute(sql::insert_message,
        { { "id", id }, { "key", envelope.key }, { "kind", envelope.kind }, { "person", envelope.person }, { "body", envelope.body },
            { "sender_name", message.from.name }, { "sender", message.from.address }, { "recipient_name", message.to.name },
            { "recipient", message.to.address }, { "subject", on_one_line(message.subject) }, { "text", repaired_utf8(message.text) },
            { "html", repaired_utf8(message.html) }, { "headers", stored_headers(message) }, { "now", now }, { "not_before", not_before } }));
    if (added == 0)
        return false;
    TRY(insert_attachments(tx, id, message.attachments));
    TRY(jobs::enqueue(tx, "mail.deliver", "{}", not_before, id.text(), chance, now));
    return true;
}

Result<std::optional<ClaimedMessage>> claim_next_message(db::Transaction& tx, Instant now, Instant lease_ends)
{
    for (;;) {
        auto due = TRY(tx.first(sql::next_due_message, { { "now", now } }, read_due_message));
        if (!due)
            return std::nullopt;
        auto& claimed = due->claimed;
        auto const changed = TRY(tx.execute(sql::claim_message,
            { { "id", claimed.id }, { "attempt", claimed.attempt }, { "lease_ends", lease_ends }, { "seen", due->seen } }));
        if (changed == 0)
            continue;
        claimed.message.attachments = TRY(tx.all(sql::attachments_of, { { "outbox", claimed.id } }, read_attachment));
        return std::move(claimed);
    }
}

Result<void> mark_sent(db::Transaction& tx, OutboxId const& id, Instant now)
{
    TRY(tx.execute(sql::mark_sent, { { "id", id }, { "now", now } }));
    TRY(tx.execute(sql::delete_attachments, { { "outbox", id } }));
    return {};
}

Result<void> mark_unsent(db::Transaction& tx, OutboxId const& id, std::string const& error, std::optional<Instant> next_attempt_at, Instant now)
{
    auto const state = next_attempt_at ? DeliveryState::Waiting : DeliveryState::Failed;
    TRY(tx.execute(sql::mark_unsent,
        { { "id", id }, { "state", name_of(state) }, { "error", on_one_line(error) }, { "next_attempt_at", next_attempt_at.value_or(now) } }));
    return {};
}

Result<void> forget_old_secrets(db::Transaction& tx, Instant now)
{
    auto const before = now - std::chrono::days(30);
    TRY(tx.execute(sql::delete_attachments_of_failures, { { "before", before } }));
    TRY(tx.execute(sql::forget_failures, { { "before", before } }));
    TRY(tx.execute(sql::delete_old_personal_links, { { "before", before } }));
    return {};
}

Result<void> retry_message(db::Transaction& tx, OutboxId const& id, Instant now)
{
    if (TRY(tx.execute(sql::retry_message, { { "id", id }, { "now", now } })) == 0)
        return fail(ErrorKind::Conflict, tr("This mail cannot be sent again: it has left meanwhile, or what it said was erased after 30 days."));
    return {};
}

Result<std::vector<OutboxRow>> list_outbox(db::Reader const& db, OutboxFilter const& filter)
{
    return db.all(sql::list_messages,
        { { "body", filter.body }, { "kind", filter.kind }, { "limit", filter.limit }, { "offset", filter.offset } }, read_outbox_row);
}

Result<std::int64_t> count_outbox(db::Reader const& db, OutboxFilter const& filter)
{
    return db.number(sql::count_messages, { { "body", filter.body }, { "kind", filter.kind } });
}

} // namespace toguna::mail
