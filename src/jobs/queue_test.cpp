#include "jobs/queue.hpp"
#include "support/engines.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <mutex>
#include <set>
#include <thread>

using namespace toguna;
using namespace toguna::jobs;
using namespace std::chrono_literals;
using test::expect_success;
using test::for_each_engine;

namespace {

Instant const noon = *Instant::from_iso("2026-11-23T12:00:00Z");

Result<void> do_nothing(Job const&, JobContext&) { return {}; }

JobKind const reminder { "test.remind", do_nothing, 5min, 3 };

JobKind const* find_kind(std::string_view name) { return name == reminder.name ? &reminder : nullptr; }

void add(db::Database& db, std::string_view kind, Instant run_at, std::string_view key = {})
{
    static SeededChance chance(1);
    expect_success(db.write([&](db::Transaction& tx) { return enqueue(tx, kind, R"({"point":1})", run_at, key, chance, noon); }));
}

std::optional<ClaimedJob> claim(db::Database& db, Instant now) { return expect_success(claim_due_job(db, find_kind, system_chance(), now)); }

std::vector<FailedJob> failed_jobs(db::Database& db) { return expect_success(db.read([](db::Reader const& reader) { return list_failed_jobs(reader); })); }

Result<void> mail_is_away() { return fail(ErrorKind::Unavailable, tr("Mail is away."), "connection refused"); }

} // namespace

TEST_CASE("a job is claimed once it is due, the one that waited longest first")
{
    for_each_engine([](db::Database& db) {
        add(db, "test.remind", noon + 1h);
        add(db, "test.remind", noon);
        CHECK(!claim(db, noon - 1s));
        auto const first = claim(db, noon + 2h);
        REQUIRE(first);
        CHECK(first->job.kind == "test.remind");
        CHECK(first->job.payload == R"({"point":1})");
        CHECK(first->job.attempt == 1);
        CHECK(claim(db, noon + 2h));
        CHECK(!claim(db, noon + 2h));
    });
}

TEST_CASE("a second job of the same kind and key is not added, not even after the first is done")
{
    for_each_engine([](db::Database& db) {
        add(db, "test.remind", noon, "point 7, 2026-11-25, first reminder");
        add(db, "test.remind", noon, "point 7, 2026-11-25, first reminder");
        add(db, "test.other", noon + 1h, "point 7, 2026-11-25, first reminder");
        auto const claimed = claim(db, noon);
        REQUIRE(claimed);
        CHECK(!claim(db, noon));
        expect_success(record_outcome(db, *claimed, {}, noon));
        add(db, "test.remind", noon, "point 7, 2026-11-25, first reminder");
        CHECK(!claim(db, noon));
    });
}

TEST_CASE("a job rests longer after each failure")
{
    CHECK(rest_after_attempt(1) == 30s);
    CHECK(rest_after_attempt(2) == 1min);
    CHECK(rest_after_attempt(5) == 8min);
    CHECK(rest_after_attempt(10) == 256min);
    CHECK(rest_after_attempt(50) == 6h);
}

TEST_CASE("a job that failed is tried again after its rest, and in the end waits for a person")
{
    for_each_engine([](db::Database& db) {
        add(db, "test.remind", noon);
        auto now = noon;
        for (int attempt = 1; attempt <= reminder.most_attempts; ++attempt) {
            auto const claimed = claim(db, now);
            REQUIRE(claimed);
            CHECK(claimed->job.attempt == attempt);
            expect_success(record_outcome(db, *claimed, mail_is_away(), now));
            CHECK(!claim(db, now + rest_after_attempt(attempt) - 1s));
            now = now + rest_after_attempt(attempt);
        }
        CHECK(!claim(db, now + 24h));

        auto const failed = failed_jobs(db);
        REQUIRE(failed.size() == 1);
        CHECK(failed[0].kind == "test.remind");
        CHECK(failed[0].attempts == 3);
        CHECK(failed[0].last_error == "Mail is away. [connection refused]");

        expect_success(db.write([&](db::Transaction& tx) { return retry_failed_job(tx, failed[0].id, now); }));
        CHECK(failed_jobs(db).empty());
        CHECK(claim(db, now));
        auto const again = db.write([&](db::Transaction& tx) { return retry_failed_job(tx, failed[0].id, now); });
        REQUIRE(!again);
        CHECK(again.error().kind == ErrorKind::NotFound);
    });
}

TEST_CASE("the error of a foreign machine is kept even when it is no text of ours")
{
    for_each_engine([](db::Database& db) {
        JobKind const once { "test.remind", do_nothing, 5min, 1 };
        add(db, "test.remind", noon);
        auto const claimed = expect_success(claim_due_job(db, [&](std::string_view) { return &once; }, system_chance(), noon));
        REQUIRE(claimed);
        expect_success(record_outcome(db, *claimed, fail(ErrorKind::Unavailable, tr("Refused."), "bo\xeete pleine" + std::string(5000, 'x')), noon));
        auto const failed = failed_jobs(db);
        REQUIRE(failed.size() == 1);
        CHECK(failed[0].last_error.starts_with("Refused. [bo?te pleine"));
        CHECK(failed[0].last_error.size() == 2000);
    });
}

TEST_CASE("the job of a worker that died goes to another when its lease ends, and the late worker changes nothing")
{
    for_each_engine([](db::Database& db) {
        add(db, "test.remind", noon);
        auto const dead = claim(db, noon);
        REQUIRE(dead);
        CHECK(!claim(db, noon + 4min));
        auto const second = claim(db, noon + 5min);
        REQUIRE(second);
        CHECK(second->job.id == dead->job.id);
        CHECK(second->job.attempt == 2);
        expect_success(record_outcome(db, *dead, mail_is_away(), noon + 6min));
        expect_success(record_outcome(db, *second, {}, noon + 6min));
        CHECK(!claim(db, noon + 24h));
        CHECK(failed_jobs(db).empty());
    });
}

TEST_CASE("a job whose worker dies each time is given up in the end")
{
    for_each_engine([](db::Database& db) {
        add(db, "test.remind", noon);
        auto now = noon;
        for (int attempt = 0; attempt < reminder.most_attempts; ++attempt, now = now + 5min)
            CHECK(claim(db, now));
        CHECK(!claim(db, now));
        REQUIRE(failed_jobs(db).size() == 1);
        CHECK(failed_jobs(db)[0].attempts == 3);
        CHECK(failed_jobs(db)[0].last_error.find("never ended") != std::string::npos);
    });
}

TEST_CASE("a job of a kind this release does not know waits, and keeps nobody from working")
{
    for_each_engine([](db::Database& db) {
        add(db, "test.from_the_future", noon - 1h);
        add(db, "test.remind", noon);
        CHECK(claim(db, noon));
        CHECK(!claim(db, noon));
        JobKind const future { "test.from_the_future", do_nothing };
        CHECK(expect_success(claim_due_job(db, [&](std::string_view) { return &future; }, system_chance(), noon + 10min)));
    });
}

TEST_CASE("of several workers each job goes to one")
{
    for_each_engine([](db::Database& db) {
        constexpr int jobs = 30;
        for (int number = 0; number < jobs; ++number)
            add(db, "test.remind", noon);
        std::mutex mutex;
        std::multiset<std::string> claimed;
        std::vector<std::thread> workers;
        for (int worker = 0; worker < 4; ++worker)
            workers.emplace_back([&] {
                while (auto const job = claim(db, noon)) {
                    expect_success(record_outcome(db, *job, {}, noon));
                    std::lock_guard const lock(mutex);
                    claimed.insert(job->job.id.text());
                }
            });
        for (auto& worker : workers)
            worker.join();
        CHECK(claimed.size() == jobs);
        CHECK(std::set(claimed.begin(), claimed.end()).size() == jobs);
    });
}

TEST_CASE("each period of a schedule starts one job, however many processes look at the clock")
{
    for_each_engine([](db::Database& db) {
        std::vector<Schedule> const hourly { { "test.remind", 60min } };
        std::vector<std::thread> processes;
        for (int process = 0; process < 4; ++process)
            processes.emplace_back([&] { expect_success(start_due_schedules(db, hourly, system_chance(), noon + 10min)); });
        for (auto& process : processes)
            process.join();
        auto const first = claim(db, noon + 10min);
        REQUIRE(first);
        CHECK(!claim(db, noon + 10min));
        expect_success(record_outcome(db, *first, {}, noon + 10min));

        expect_success(start_due_schedules(db, hourly, system_chance(), noon + 59min));
        CHECK(!claim(db, noon + 59min));
        expect_success(start_due_schedules(db, hourly, system_chance(), noon + 60min));
        CHECK(claim(db, noon + 60min));
    });
}

TEST_CASE("scheduled jobs do not pile up while one still waits")
{
    for_each_engine([](db::Database& db) {
        std::vector<Schedule> const hourly { { "test.remind", 60min } };
        for (int hour = 0; hour < 5; ++hour)
            expect_success(start_due_schedules(db, hourly, system_chance(), noon + hour * 1h));
        CHECK(claim(db, noon + 5h));
        CHECK(!claim(db, noon + 5h));
    });
}

TEST_CASE("jobs done long ago are forgotten, those with a key a year later")
{
    for_each_engine([](db::Database& db) {
        add(db, "test.remind", noon);
        add(db, "test.remind", noon, "key");
        for (int number = 0; number < 2; ++number)
            expect_success(record_outcome(db, *claim(db, noon), {}, noon));
        auto const remaining = [&] {
            std::int64_t count = 0;
            expect_success(db.read([&](db::Reader const& reader) {
                return reader.each_raw("SELECT count(*) FROM jobs_job", {}, [&](db::Row const& row) { count = row.integer(0); });
            }));
            return count;
        };
        expect_success(forget_done_jobs(db, noon + 6 * 24h));
        CHECK(remaining() == 2);
        expect_success(forget_done_jobs(db, noon + 8 * 24h));
        CHECK(remaining() == 1);
        expect_success(forget_done_jobs(db, noon + 400 * 24h));
        CHECK(remaining() == 0);
    });
}
