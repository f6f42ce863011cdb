#include "mail/backoff.hpp"
#include "mail/outbox_store.hpp"
#include "support/engines.hpp"
#include "support/smtp_server.hpp"
#include "web/configuration.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using test::expect_success;
using test::for_each_engine;

namespace {

/// An installation with an outbox, a clock that the test moves, and chance that repeats.
struct Office {
    db::Database& db;
    test::SmtpServer server {};
    web::Configuration configuration {};
    SeededChance chance { 20261123 };
    Instant now = *Instant::from_iso("2026-11-23T08:00:00.000Z");

    explicit Office(db::Database& database)
        : db(database)
    {
        configuration.smtp_url = server.url();
        configuration.smtp_ca_file = server.certificate();
        configuration.mail_from = "toguna@cluster.example";
        configuration.mail_from_name = "Cluster Eau";
    }

    bool enqueue(mail::Envelope const& envelope)
    {
        return expect_success(db.write([&](db::Transaction& tx) { return mail::enqueue(tx, envelope, now, chance); }));
    }
    void deliver()
    {
        jobs::JobContext context { db, configuration, chance, now };
        expect_success(mail::deliver({ jobs::JobId::trusted("0"), "mail.deliver", "{}" }, context));
    }
    std::vector<mail::OutboxRow> outbox()
    {
        return expect_success(db.read([](db::Reader const& reader) { return mail::list_outbox(reader, {}); }));
    }
    mail::OutboxRow only_row()
    {
        auto rows = outbox();
        REQUIRE(rows.size() == 1);
        return rows.front();
    }
    std::string stored_words()
    {
        return expect_success(db.read([](db::Reader const& reader) -> Result<std::string> {
            std::string words;
            TRY(reader.each_raw("SELECT text, html, headers FROM mail_outbox", {}, [&](db::Row const& row) { words += row.string(0) + row.string(1) + row.string(2); }));
            TRY(reader.each_raw("SELECT name FROM mail_attachment", {}, [&](db::Row const& row) { words += row.string(0); }));
            return words;
        }));
    }
};

mail::Envelope reminder(std::string const& key)
{
    return {
        .message = {
            .from = {},
            .to = { "Awa Sanou", "awa@eau.example" },
            .subject = "Deux actions en retard",
            .text = "https://toguna.example/a/secret",
            .html = "<a href=\"https://toguna.example/a/secret\">Répondre</a>",
            .attachments = { { "plan.pdf", "application/pdf", "%PDF" } },
            .headers = { { "Auto-Submitted", "auto-generated" } },
        },
        .key = key,
        .kind = "actions.reminder",
        .body = "cluster-eau",
    };
}

std::string header_line(std::string const& mail, std::string const& name)
{
    auto const start = mail.find("\r\n" + name + ": ") + 2;
    return mail.substr(start, mail.find("\r\n", start) - start);
}

} // namespace

TEST_CASE("a mail that was enqueued arrives once, from the installation's address, and its secrets are forgotten")
{
    for_each_engine([](db::Database& db) {
        Office office(db);
        CHECK(office.enqueue(reminder("awa-w48")));
        CHECK(office.stored_words().find("secret") != std::string::npos);
        office.deliver();
        office.deliver();

        auto const received = office.server.received();
        REQUIRE(received.size() == 1);
        CHECK(header_line(received[0].bytes, "From") == "From: \"Cluster Eau\" <toguna@cluster.example>");
        CHECK(header_line(received[0].bytes, "Auto-Submitted") == "Auto-Submitted: auto-generated");
        CHECK(received[0].bytes.find("plan.pdf") != std::string::npos);
        CHECK(received[0].envelope.find("recipient: awa@eau.example") != std::string::npos);

        auto const row = office.only_row();
        CHECK(row.state == mail::DeliveryState::Sent);
        CHECK(row.sent_at == office.now);
        CHECK(row.subject == "Deux actions en retard");
        CHECK(office.stored_words() == "");
    });
}

TEST_CASE("a second mail with the same key is not added")
{
    for_each_engine([](db::Database& db) {
        Office office(db);
        CHECK(office.enqueue(reminder("awa-w48")));
        CHECK_FALSE(office.enqueue(reminder("awa-w48")));
        CHECK(office.enqueue(reminder("awa-w49")));
        office.deliver();
        CHECK(office.server.received().size() == 2);
    });
}

TEST_CASE("a mail written at night leaves in the morning")
{
    for_each_engine([](db::Database& db) {
        Office office(db);
        auto envelope = reminder("awa-w48");
        envelope.not_before = office.now + std::chrono::hours(2);
        office.enqueue(envelope);
        office.deliver();
        CHECK(office.server.received().empty());
        office.now = office.now + std::chrono::hours(2);
        office.deliver();
        REQUIRE(office.server.received().size() == 1);
        CHECK(office.server.received()[0].bytes.find("Date: Mon, 23 Nov 2026 10:00:00 +0000") == 0);
    });
}

TEST_CASE("a server that says « later » is asked again after a minute, then after five, under the same Message-ID")
{
    for_each_engine([](db::Database& db) {
        Office office(db);
        office.enqueue(reminder("awa-w48"));
        office.server.behave("temporary 2");
        office.deliver();
        CHECK(office.only_row().state == mail::DeliveryState::Waiting);
        CHECK(office.only_row().last_error == "451 4.7.1 Greylisted, come back later");
        office.deliver();
        CHECK(office.only_row().attempts == 1);
        office.now = office.now + std::chrono::minutes(1);
        office.deliver();
        CHECK(office.only_row().attempts == 2);
        office.now = office.now + std::chrono::minutes(5);
        office.deliver();
        CHECK(office.only_row().state == mail::DeliveryState::Sent);
        CHECK(office.only_row().last_error == "");
        auto const received = office.server.received();
        REQUIRE(received.size() == 1);
        CHECK(header_line(received[0].bytes, "Message-ID") == "Message-ID: <" + office.only_row().id.text() + "@cluster.example>");
    });
}

TEST_CASE("a refusal for good stops the mail, shows why, and leaves it to a person to send it again")
{
    for_each_engine([](db::Database& db) {
        Office office(db);
        office.enqueue(reminder("awa-w48"));
        office.server.behave("refuse-recipient 1");
        office.deliver();
        auto const row = office.only_row();
        CHECK(row.state == mail::DeliveryState::Failed);
        CHECK(row.last_error == "550 5.1.1 No mailbox of that name");
        office.now = office.now + std::chrono::days(1);
        office.deliver();
        CHECK(office.only_row().attempts == 1);

        office.server.behave("accept");
        expect_success(db.write([&](db::Transaction& tx) { return mail::retry_message(tx, row.id, office.now); }));
        office.deliver();
        CHECK(office.only_row().state == mail::DeliveryState::Sent);
        CHECK_FALSE(db.write([&](db::Transaction& tx) { return mail::retry_message(tx, row.id, office.now); }));
    });
}

TEST_CASE("an address nobody can have fails at once and holds up no other mail")
{
    for_each_engine([](db::Database& db) {
        Office office(db);
        auto wrong = reminder("1");
        wrong.message.to.address = "awa sanou";
        office.enqueue(wrong);
        office.enqueue(reminder("2"));
        office.deliver();
        CHECK(office.server.received().size() == 1);
        CHECK(office.outbox().at(1).state == mail::DeliveryState::Failed);
        CHECK_FALSE(office.outbox().at(1).last_error.empty());
    });
}

TEST_CASE("a connection lost after the mail was given sends it again as the same mail")
{
    for_each_engine([](db::Database& db) {
        Office office(db);
        office.enqueue(reminder("awa-w48"));
        office.server.behave("drop 1");
        office.deliver();
        CHECK(office.only_row().state == mail::DeliveryState::Waiting);
        office.now = office.now + std::chrono::minutes(1);
        office.deliver();
        auto const received = office.server.received();
        REQUIRE(received.size() == 2);
        CHECK(received[0].bytes == received[1].bytes);
    });
}

TEST_CASE("a mail whose process died while sending is taken over when its lease has ended")
{
    for_each_engine([](db::Database& db) {
        Office office(db);
        office.enqueue(reminder("awa-w48"));
        auto const claimed = expect_success(db.write([&](db::Transaction& tx) {
            return mail::claim_next_message(tx, office.now, office.now + std::chrono::minutes(10));
        }));
        REQUIRE(claimed);
        office.deliver();
        CHECK(office.server.received().empty());
        office.now = office.now + std::chrono::minutes(10);
        office.deliver();
        CHECK(office.server.received().size() == 1);
        CHECK(office.only_row().attempts == 2);
    });
}

TEST_CASE("mail waits in the outbox, untouched, while the installation knows no server")
{
    for_each_engine([](db::Database& db) {
        Office office(db);
        office.configuration.smtp_url.clear();
        office.enqueue(reminder("awa-w48"));
        office.deliver();
        CHECK(office.only_row().state == mail::DeliveryState::Waiting);
        CHECK(office.only_row().attempts == 0);
    });
}

TEST_CASE("a server that never answers is given up after seven attempts over less than a day")
{
    for_each_engine([](db::Database& db) {
        Office office(db);
        office.enqueue(reminder("awa-w48"));
        office.server.stop();
        auto const start = office.now;
        for (int attempt = 1; attempt <= 7; ++attempt) {
            office.deliver();
            if (auto const wait = mail::wait_after(attempt))
                office.now = office.now + *wait;
        }
        CHECK(office.only_row().state == mail::DeliveryState::Failed);
        CHECK(office.now - start < std::chrono::hours(24));
    });
}

TEST_CASE("what a failed mail said is erased after 30 days, and then it cannot be sent again")
{
    for_each_engine([](db::Database& db) {
        Office office(db);
        office.enqueue(reminder("awa-w48"));
        office.server.behave("permanent");
        office.deliver();
        office.now = office.now + std::chrono::days(31);
        expect_success(db.write([&](db::Transaction& tx) { return mail::forget_old_secrets(tx, office.now); }));
        CHECK(office.stored_words() == "");
        CHECK_FALSE(db.write([&](db::Transaction& tx) { return mail::retry_message(tx, office.only_row().id, office.now); }));
    });
}

TEST_CASE("the log of mails is read by body and by kind, newest first")
{
    for_each_engine([](db::Database& db) {
        Office office(db);
        office.enqueue(reminder("1"));
        office.now = office.now + std::chrono::minutes(1);
        auto other = reminder("2");
        other.kind = "accounts.sign_in";
        other.body = "";
        office.enqueue(other);
        expect_success(db.read([](db::Reader const& reader) -> Result<void> {
            CHECK(TRY(mail::list_outbox(reader, {})).front().key == "2");
            CHECK(TRY(mail::list_outbox(reader, { .body = "cluster-eau" })).size() == 1);
            CHECK(TRY(mail::count_outbox(reader, { .kind = "accounts.sign_in" })) == 1);
            CHECK(TRY(mail::list_outbox(reader, { .limit = 1, .offset = 1 })).front().key == "1");
            return {};
        }));
    });
}
