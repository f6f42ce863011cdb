#include "bodies/engagement_jobs.hpp"
#include "bodies/engagement_test_house.hpp"
#include "jobs/worker.hpp"
#include "mail/outbox_store.hpp"
#include "support/smtp_server.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

using namespace toguna;
using namespace toguna::bodies;
using test::for_each_engine;

namespace {

/// Weekends are not quiet here: stages are met on their day.
struct ReminderHouse : EngagementHouse {
    explicit ReminderHouse(db::Database& database, std::string const& country = "BFA")
        : EngagementHouse(database, country)
    {
        configuration.public_url = "https://toguna.example";
        configuration.mail_from = "toguna@example.org";
        write([&](db::Transaction& tx) -> Result<void> {
            auto own = TRY(find_body(tx, body));
            own.quiet.weekdays.clear();
            return update_body(tx, own, now);
        });
    }

    void run()
    {
        jobs::JobContext context { db, configuration, chance, now };
        expect_success(remind_of_ends({ jobs::JobId::trusted("0"), "", "{}" }, context));
    }
    std::vector<mail::OutboxRow> outbox()
    {
        return expect_success(db.read([&](db::Reader const& reader) { return mail::list_outbox(reader, { .kind = "bodies.end_reminder", .limit = 100 }); }));
    }
    std::size_t mails_at(std::string_view iso)
    {
        at(iso);
        run();
        return outbox().size();
    }
    bool is_written_to(std::string const& address)
    {
        auto const mails = outbox();
        return std::any_of(mails.begin(), mails.end(), [&](auto const& mail) { return mail.to == address; });
    }
};

} // namespace

TEST_CASE("holder, coordinator and lead agency are told 60, 30 and 7 days before, and the day after; running twice sends once")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        house.signed_letter("1/1/2026", "30/6/2026");
        CHECK(house.mails_at("2026-04-30T12:00:00Z") == 0);
        CHECK(house.mails_at("2026-05-01T12:00:00Z") == 3);
        CHECK(house.mails_at("2026-05-01T13:00:00Z") == 3);
        CHECK(house.mails_at("2026-05-02T12:00:00Z") == 3);
        for (auto const* address : { "ramata@example.org", "salif@example.org", "awa@example.org" })
            CHECK(house.is_written_to(address));
        CHECK(house.mails_at("2026-05-31T12:00:00Z") == 6);
        CHECK(house.mails_at("2026-06-23T12:00:00Z") == 9);
        CHECK(house.mails_at("2026-06-30T19:00:00Z") == 9);
        CHECK(house.mails_at("2026-07-01T07:00:00Z") == 12);
        CHECK(house.mails_at("2026-08-01T12:00:00Z") == 12);
    });
}

TEST_CASE("each reads it in their own language")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        house.signed_letter("1/1/2026", "30/6/2026");
        CHECK(house.mails_at("2026-05-01T12:00:00Z") == 3);
        for (auto const& mail : house.outbox())
            CHECK(mail.subject == (mail.to == "ramata@example.org" ? "NUT – the engagement of ER ends on 30 June 2026" : "NUT – l’engagement de ER prend fin le 30 juin 2026"));
    });
}

TEST_CASE("a stage begins and ends at midnight in the country of the body, and no mail leaves at night or on a quiet day")
{
    for_each_engine([](db::Database& db) {
        // Niger is an hour ahead of UTC.
        ReminderHouse house(db, "NER");
        house.signed_letter("1/1/2026", "30/6/2026");
        house.write([&](db::Transaction& tx) -> Result<void> {
            auto own = TRY(find_body(tx, house.body));
            own.quiet.night_from = own.quiet.night_until = 0;
            own.quiet.days = { day("2026-06-23") };
            return update_body(tx, own, house.now);
        });
        CHECK(house.mails_at("2026-04-30T22:59:59Z") == 0);
        CHECK(house.mails_at("2026-04-30T23:00:00Z") == 3);
        CHECK(house.mails_at("2026-05-31T12:00:00Z") == 6);
        CHECK(house.mails_at("2026-06-23T12:00:00Z") == 6);
        CHECK(house.mails_at("2026-06-24T12:00:00Z") == 9);
        house.write([&](db::Transaction& tx) -> Result<void> {
            auto own = TRY(find_body(tx, house.body));
            own.quiet.night_from = 20 * 60;
            own.quiet.night_until = 7 * 60;
            return update_body(tx, own, house.now);
        });
        CHECK(house.mails_at("2026-07-01T05:59:00Z") == 9);
        CHECK(house.mails_at("2026-07-01T06:00:00Z") == 12);
    });
}

TEST_CASE("once the renewal is signed nobody is reminded of the former letter, nor of one that was ended early")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        auto const letter = house.signed_letter("1/1/2026", "30/6/2026");
        CHECK(house.mails_at("2026-05-01T12:00:00Z") == 3);
        auto const renewal = EngagementHouse::location_of(house.post(letter + "/renewal"));
        CHECK(house.mails_at("2026-05-31T12:00:00Z") == 6);
        CHECK(house.post(renewal + "/signature", { { "valid_until", "30/6/2027" }, { "version", "1" } }).status == 303);
        CHECK(house.mails_at("2026-06-23T12:00:00Z") == 6);
        CHECK(house.mails_at("2026-07-01T12:00:00Z") == 6);
        CHECK(house.post(renewal + "/termination", { { "terminated_on", "" }, { "reason", "Retrait" }, { "version", "2" } }).status == 303);
        CHECK(house.mails_at("2027-05-01T12:00:00Z") == 6);
    });
}

TEST_CASE("a mandate that ends without a letter is reminded too, unless its holder goes on")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        house.write([&](db::Transaction& tx) { return end_mandate(tx, house.co_coordination, day("2026-06-30")); });
        CHECK(house.mails_at("2026-05-01T12:00:00Z") == 2);
        CHECK(house.outbox().at(0).subject.find("Ramata Cissé") != std::string::npos);
        house.write([&](db::Transaction& tx) {
            return insert_mandate(tx, { .id = house.drawn<MandateTag>(), .body = house.body, .role = MandateRole::CoCoordinator, .organization = house.partner, .person = house.ramata,
                                          .period = Period::since(day("2026-07-01")) });
        });
        CHECK(house.mails_at("2026-06-01T12:00:00Z") == 2);
    });
}

TEST_CASE("two workers at once, and one that died half-way, send each reminder once")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        house.signed_letter("1/1/2026", "30/6/2026");
        house.at("2026-05-01T12:00:00Z");
        // The first mail was written before the process died.
        house.run();
        house.write([&](db::Transaction& tx) -> Result<void> {
            TRY(tx.execute_raw("DELETE FROM mail_outbox WHERE recipient <> 'salif@example.org'"));
            return {};
        });
        auto const work = [&](std::uint64_t seed) {
            SeededChance chance(seed);
            jobs::JobContext context { db, house.configuration, chance, house.now };
            expect_success(remind_of_ends({ jobs::JobId::trusted("0"), "", "{}" }, context));
        };
        std::thread other(work, 2);
        work(3);
        other.join();
        CHECK(house.outbox().size() == 3);
    });
}

TEST_CASE("the clock starts the job, and the mail arrives at a real server with a link to the letter")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        test::SmtpServer server;
        house.configuration.smtp_url = server.url();
        house.configuration.smtp_ca_file = server.certificate();
        auto const letter = house.signed_letter("1/1/2026", "30/6/2026");
        jobs::WorkerOptions options {
            .kinds = { engagement_jobs().at(0), { "mail.deliver", mail::deliver } },
            .schedules = engagement_schedules(),
            .before_jobs = {},
            .clock = [&] { return house.now; },
            .report = {},
        };
        auto const work_at = [&](std::string_view iso) {
            house.at(iso);
            expect_success(jobs::run_due_jobs(options, db, house.configuration, house.chance));
        };
        work_at("2026-05-01T06:59:00Z");
        CHECK(server.received().empty());
        work_at("2026-05-01T08:00:00Z");
        work_at("2026-05-01T09:00:00Z");
        auto const received = server.received();
        CHECK(received.size() == 3);
        std::string all;
        for (auto const& mail : received)
            all += mail.bytes;
        CHECK(all.find("Auto-Submitted: auto-generated") != std::string::npos);
        CHECK(all.find("Reply-To: <salif@example.org>") != std::string::npos);
        auto const unfolded = [&] {
            std::string text;
            for (std::size_t at = 0; at < all.size(); ++at)
                if (all.compare(at, 3, "=\r\n") == 0)
                    at += 2;
                else
                    text += all[at];
            return text;
        }();
        CHECK(unfolded.find("https://toguna.example" + letter) != std::string::npos);
    });
}
