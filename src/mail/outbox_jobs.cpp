#include "mail/backoff.hpp"
#include "mail/outbox_store.hpp"
#include "mail/smtp_mailer.hpp"
#include "web/configuration.hpp"

namespace toguna::mail {

namespace {

/// A process that sends stops claiming after this, well before the lease of its job ends.
constexpr auto longest_batch = std::chrono::minutes(3);
/// Longer than a batch and the time-out of its last mail: what is still « sending » then belonged to a dead process.
constexpr auto claim_lease = std::chrono::minutes(10);

SmtpServer server_of(web::Configuration const& configuration)
{
    return {
        .url = configuration.smtp_url,
        .user = configuration.smtp_user,
        .password = configuration.smtp_password,
        .ca_file = configuration.smtp_ca_file,
        .allow_plain = configuration.smtp_allow_plain,
    };
}

/// The same at every attempt, so that a mail that arrives twice is recognised as one.
std::string message_id_of(OutboxId const& id, std::string const& sender)
{
    auto const at = sender.find('@');
    return id.text() + "@" + (at == std::string::npos ? "localhost" : sender.substr(at + 1));
}

SmtpReport hand_over(SmtpMailer& mailer, ClaimedMessage const& claimed, web::Configuration const& configuration)
{
    auto message = claimed.message;
    auto const recipient = parse_address(message.to.address);
    if (!recipient)
        return { Acceptance::Refused, recipient.error().message.debug_string() };
    message.to.address = *recipient;
    if (message.from.address.empty())
        message.from = { message.from.name.empty() ? configuration.mail_from_name : message.from.name, configuration.mail_from };
    auto const bytes = compose(message, message_id_of(claimed.id, configuration.mail_from), claimed.dated_at);
    return mailer.send(configuration.mail_from, *recipient, bytes);
}

Result<void> record_report(db::Transaction& tx, ClaimedMessage const& claimed, SmtpReport const& report, Instant now)
{
    if (report.acceptance == Acceptance::Accepted)
        return mark_sent(tx, claimed.id, now);
    std::optional<Instant> next_attempt_at;
    if (report.acceptance != Acceptance::Refused)
        if (auto const wait = wait_after(claimed.attempt))
            next_attempt_at = now + *wait;
    return mark_unsent(tx, claimed.id, report.answer, next_attempt_at, now);
}

} // namespace

Result<void> deliver(jobs::Job const&, jobs::JobContext& context)
{
    if (context.configuration.smtp_url.empty())
        return {}; // Mail waits until the installation knows a server.
    SmtpMailer mailer(server_of(context.configuration));
    auto const stop_at = std::chrono::steady_clock::now() + longest_batch;
    while (std::chrono::steady_clock::now() < stop_at) {
        auto const claimed = TRY(context.db.write([&](db::Transaction& tx) { return claim_next_message(tx, context.now, context.now + claim_lease); }));
        if (!claimed)
            break;
        auto const report = hand_over(mailer, *claimed, context.configuration);
        TRY(context.db.write([&](db::Transaction& tx) { return record_report(tx, *claimed, report, context.now); }));
        if (report.acceptance == Acceptance::Unreachable)
            break; // The other mails keep their attempts; the clock comes back in a minute.
    }
    return {};
}

Result<void> forget(jobs::Job const&, jobs::JobContext& context)
{
    return context.db.write([&](db::Transaction& tx) { return forget_old_secrets(tx, context.now); });
}

} // namespace toguna::mail
