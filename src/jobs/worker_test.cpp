#include "jobs/worker.hpp"
#include "support/engines.hpp"
#include "web/configuration.hpp"

#include <doctest/doctest.h>

#include <future>
#include <thread>

using namespace toguna;
using namespace toguna::jobs;
using namespace std::chrono_literals;
using test::expect_success;
using test::for_each_engine;

namespace {

Instant const morning = *Instant::from_iso("2026-11-23T08:00:00Z");

/// What the jobs of these tests did; job functions are plain functions, so it lives here.
std::atomic<int> letters_written = 0;
std::atomic<int> letters_posted = 0;

Result<void> enqueue_now(JobContext& context, std::string_view kind)
{
    return context.db.write([&](db::Transaction& tx) { return enqueue(tx, kind, "{}", context.now, {}, context.chance, context.now); });
}

Result<void> write_letter(Job const&, JobContext& context)
{
    ++letters_written;
    return enqueue_now(context, "test.post_letter");
}

Result<void> post_letter(Job const&, JobContext&)
{
    ++letters_posted;
    return {};
}

Result<void> meet_a_bug(Job const&, JobContext&) { throw std::logic_error("a pen without ink"); }

struct Office {
    WorkerOptions options { .kinds = { { "test.write_letter", write_letter }, { "test.post_letter", post_letter }, { "test.bug", meet_a_bug, 5min, 1 } },
        .schedules = {}, .before_jobs = {}, .pause = 10ms, .clock = [] { return morning; }, .report = {} };
    web::Configuration configuration;
    SeededChance chance { 1 };

    Office() { letters_written = letters_posted = 0; }
    void add(db::Database& db, std::string_view kind)
    {
        JobContext context { db, configuration, chance, morning };
        expect_success(enqueue_now(context, kind));
    }
    int run(db::Database& db) { return expect_success(run_due_jobs(options, db, configuration, chance)); }
};

bool becomes_true(std::function<bool()> const& condition)
{
    auto const until = std::chrono::steady_clock::now() + 10s;
    while (!condition() && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(1ms);
    return condition();
}

} // namespace

TEST_CASE("everything that is due is done, and what that work adds")
{
    for_each_engine([](db::Database& db) {
        Office office;
        office.add(db, "test.write_letter");
        CHECK(office.run(db) == 2);
        CHECK(letters_posted == 1);
        CHECK(office.run(db) == 0);
    });
}

TEST_CASE("facts become jobs before the queue is looked at, until there is no new fact")
{
    for_each_engine([](db::Database& db) {
        Office office;
        int facts = 2;
        office.options.before_jobs = [&](JobContext& context) -> Result<void> {
            if (facts-- > 0)
                return enqueue_now(context, "test.post_letter");
            return {};
        };
        CHECK(office.run(db) == 2);
        CHECK(letters_posted == 2);
    });
}

TEST_CASE("a bug in one job stops neither the others nor the worker")
{
    for_each_engine([](db::Database& db) {
        Office office;
        office.add(db, "test.bug");
        office.add(db, "test.post_letter");
        CHECK(office.run(db) == 1);
        auto const failed = expect_success(db.read([](db::Reader const& reader) { return list_failed_jobs(reader); }));
        REQUIRE(failed.size() == 1);
        CHECK(failed[0].kind == "test.bug");
        CHECK(failed[0].last_error.find("a pen without ink") != std::string::npos);
    });
}

TEST_CASE("the clock starts a schedule once a day")
{
    for_each_engine([](db::Database& db) {
        Office office;
        auto now = morning;
        office.options.clock = [&] { return now; };
        office.options.schedules = { { "test.post_letter", 24h } };
        CHECK(office.run(db) == 1);
        now = morning + 15h;
        CHECK(office.run(db) == 0);
        now = morning + 24h;
        CHECK(office.run(db) == 1);
    });
}

TEST_CASE("the thread finds work by itself, sooner when it is woken, and ends when it is told")
{
    for_each_engine([](db::Database& db) {
        Office office;
        office.options.pause = 1h;
        auto worker = std::make_unique<Worker>(office.options, db, office.configuration, system_chance());
        std::this_thread::sleep_for(20ms);
        office.add(db, "test.write_letter");
        worker->wake();
        CHECK(becomes_true([] { return letters_posted == 1; }));
        auto ended = std::async(std::launch::async, [&] { worker.reset(); });
        CHECK(ended.wait_for(10s) == std::future_status::ready);
    });
}

TEST_CASE("what no job can record is reported, and the thread goes on")
{
    for_each_engine([](db::Database& db) {
        Office office;
        std::atomic<int> reports = 0;
        std::atomic<bool> is_broken = true;
        office.options.before_jobs = [&](JobContext&) -> Result<void> {
            if (is_broken)
                throw std::logic_error("no reaction");
            return {};
        };
        office.options.report = [&](Error const&) { ++reports; };
        office.add(db, "test.post_letter");
        Worker const worker(office.options, db, office.configuration, system_chance());
        CHECK(becomes_true([&] { return reports > 0; }));
        is_broken = false;
        CHECK(becomes_true([] { return letters_posted == 1; }));
    });
}
