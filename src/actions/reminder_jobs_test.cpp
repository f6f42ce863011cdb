#include "actions/reminder_test_house.hpp"

#include "jobs/worker.hpp"
#include "mail/personal_link.hpp"
#include "support/smtp_server.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace toguna;
using namespace toguna::actions;
using test::expect_success;
using test::for_each_engine;

namespace {

/// The secrets of the links in a mail, each once.
std::vector<std::string> secrets_in(std::string const& text)
{
    std::vector<std::string> secrets;
    for (auto at = text.find("/r/"); at != std::string::npos; at = text.find("/r/", at + 1)) {
        auto secret = text.substr(at + 3, 43);
        if (std::find(secrets.begin(), secrets.end(), secret) == secrets.end())
            secrets.push_back(secret);
    }
    return secrets;
}

std::int64_t count_rows(db::Database& db, std::string const& table)
{
    return expect_success(db.read([&](db::Reader const& reader) -> Result<std::int64_t> {
        std::int64_t count = 0;
        TRY(reader.each_raw("SELECT count(*) FROM " + table, {}, [&](db::Row const& row) { count = row.integer(0); }));
        return count;
    }));
}

} // namespace

TEST_CASE("on Monday morning each person responsible gets one mail with all they owe, and never a second one")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        house.owed_by_awa("Former les relais communautaires", "2026-02-20");
        house.owed_by_awa("Actualiser la cartographie", "2026-03-06");
        house.send();
        house.send();
        auto const mails = house.outbox("actions.reminder");
        REQUIRE(mails.size() == 1);
        CHECK(mails[0].to == "awa@faso.example");
        CHECK(mails[0].subject == "NUT – 1 action en retard");
        auto const text = house.waiting_texts().at(0);
        CHECK(text.find("Former les relais") < text.find("Actualiser la cartographie"));
        CHECK(secrets_in(text).size() == 2);
        CHECK(count_rows(db, "mail_personal_link") == 2);
        CHECK(count_rows(db, "actions_reminder_action") == 2);
    });
}

TEST_CASE("each link opens one action for that person, for sixty days")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        auto const action = house.owed_by_awa("Former les relais communautaires", "2026-02-20");
        house.send();
        auto const secret = secrets_in(house.waiting_texts().at(0)).at(0);
        auto const find = [&](Instant at) { return db.read([&](db::Reader const& reader) { return mail::find_personal_link(reader, answer_purpose, secret, at); }); };
        auto const link = expect_success(find(house.clock));
        CHECK(link.person == house.awa.text());
        CHECK(link.object == action.id.text());
        using std::chrono::hours;
        CHECK(find(house.clock + hours(24 * 60 - 1)).has_value());
        CHECK_FALSE(find(house.clock + hours(24 * 60)).has_value());
    });
}

TEST_CASE("nobody is written to at night or on the quiet days of the body")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        house.owed_by_awa("Former les relais communautaires", "2026-03-09");
        for (auto const* quiet : { "2026-03-08T12:00:00Z", "2026-03-07T12:00:00Z", "2026-03-09T06:45:00Z" }) {
            house.at(quiet);
            house.send();
            CHECK(house.outbox().empty());
        }
        house.at("2026-03-09T07:00:00Z");
        house.send();
        CHECK(house.outbox().size() == 2); // the weekly one; and « two days before » that fell on Saturday
    });
}

TEST_CASE("the focal person answers for the organization, the member who has no address is not written to")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        house.owed_by({ Responsible::Kind::Organization, house.faso_sante.text(), "FS" }, "Distribuer les kits", DueOn { *Date::from_iso("2026-02-20") });
        house.owed_by({ Responsible::Kind::Person, house.moussa.text(), "Moussa" }, "Rédiger la note", DueOn { *Date::from_iso("2026-02-20") });
        house.owed_by({ Responsible::Kind::Unit, "", "La coordination" }, "Convoquer la réunion", DueOn { *Date::from_iso("2026-02-20") });
        house.send();
        auto const mails = house.outbox();
        REQUIRE(mails.size() == 1);
        CHECK(mails[0].to == "awa@faso.example");
        CHECK(house.waiting_texts().at(0).find("Rédiger la note") == std::string::npos);
    });
}

TEST_CASE("an action answered a moment ago is left out, and nobody gets an empty mail")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        auto action = house.owed_by_awa("Former les relais communautaires", "2026-02-20");
        action.status = Status::DoneToConfirm;
        house.write([&](db::Transaction& tx) -> Result<void> {
            TRY(update_action(tx, action, action.version, "", house.act()));
            return {};
        });
        house.send();
        CHECK(house.outbox().empty());
        CHECK(count_rows(db, "actions_reminder") == 0);
    });
}

TEST_CASE("a process that dies between any two steps leaves no half of a reminder, and the next run sends it once")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        house.owed_by_awa("Former les relais communautaires", "2026-02-20");
        // Each table in turn refuses its row: the step before it was done, the transaction dies.
        for (std::string const table : { "actions_reminder_action", "mail_personal_link", "mail_outbox" }) {
            auto const hidden = table + "_away";
            house.write([&](db::Transaction& tx) -> Result<void> {
                TRY(tx.execute_raw("ALTER TABLE " + table + " RENAME TO " + hidden));
                return {};
            });
            auto context = house.context();
            CHECK_FALSE(send_reminders({ jobs::JobId::trusted("0"), "", "{}" }, context).has_value());
            house.write([&](db::Transaction& tx) -> Result<void> {
                TRY(tx.execute_raw("ALTER TABLE " + hidden + " RENAME TO " + table));
                return {};
            });
            for (auto const* each : { "actions_reminder", "actions_reminder_action", "mail_personal_link", "mail_outbox" })
                CHECK(count_rows(db, each) == 0);
        }
        house.send();
        CHECK(house.outbox().size() == 1);
    });
}

TEST_CASE("two workers at once send each reminder once")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        for (int number = 0; number < 5; ++number) {
            auto const person = house.drawn<people::PersonTag>();
            house.write([&](db::Transaction& tx) {
                return people::insert_person(tx, ReminderHouse::person(person, "Personne " + std::to_string(number), std::to_string(number) + "@faso.example", "fr"), house.clock);
            });
            house.owed_by({ Responsible::Kind::Person, person.text(), "…" }, "Former les relais", DueOn { *Date::from_iso("2026-02-20") });
        }
        auto const work = [&](std::uint64_t seed) {
            SeededChance chance(seed);
            jobs::JobContext context { db, house.configuration, chance, house.clock };
            expect_success(send_reminders({ jobs::JobId::trusted("0"), "", "{}" }, context));
        };
        std::thread other(work, 2);
        work(3);
        other.join();
        CHECK(house.outbox().size() == 5);
        CHECK(count_rows(db, "mail_personal_link") == 5);
    });
}

TEST_CASE("the clock starts the job, and the mail arrives at a real server with its headers")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        test::SmtpServer server;
        house.configuration.smtp_url = server.url();
        house.configuration.smtp_ca_file = server.certificate();
        house.owed_by_awa("Former les relais communautaires", "2026-02-20");
        jobs::WorkerOptions options {
            .kinds = { { "actions.send_reminders", send_reminders }, { "mail.deliver", mail::deliver } },
            .schedules = { { "actions.send_reminders", std::chrono::minutes(15) } },
            .before_jobs = {},
            .clock = [&] { return house.clock; },
            .report = {},
        };
        auto const work = [&] { expect_success(jobs::run_due_jobs(options, db, house.configuration, house.chance)); };
        house.at("2026-03-02T06:45:00Z");
        work();
        CHECK(server.received().empty());
        house.at("2026-03-02T07:00:00Z");
        work();
        house.at("2026-03-02T07:15:00Z");
        work();
        auto const received = server.received();
        REQUIRE(received.size() == 1);
        CHECK(received[0].bytes.find("\r\nAuto-Submitted: auto-generated\r\n") != std::string::npos);
        CHECK(received[0].bytes.find("\r\nReply-To: <salif@cluster.example>\r\n") != std::string::npos);
        CHECK(received[0].bytes.find("\r\nList-Unsubscribe: <mailto:salif@cluster.example?subject=unsubscribe>\r\n") != std::string::npos);
        CHECK(received[0].bytes.find("multipart/alternative") != std::string::npos);
    });
}

TEST_CASE("the number of statements of a run in which nothing is due does not grow with the number of actions")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        auto const statements = [&] {
            auto const before = db::statements_on_this_thread();
            house.send();
            return db::statements_on_this_thread() - before;
        };
        house.owed_by_awa("Former les relais", "2026-12-31");
        house.at("2026-04-20T05:00:00Z");
        auto const with_one = statements();
        for (int number = 0; number < 20; ++number)
            house.owed_by_awa("Former les relais", "2026-12-31");
        CHECK(statements() == with_one);
    });
}
