#include "support/engines.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

using namespace toguna;
using namespace toguna::db;
using test::expect_success;
using test::for_each_empty_engine;

namespace {

/// What a restart of the server or a failover does to a program: every other conversation is cut.
constexpr auto cut_others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
constexpr auto cut_me = "SELECT pg_terminate_backend(pg_backend_pid())";

std::int64_t count_notes(Database& database)
{
    std::int64_t count = 0;
    expect_success(database.read([&](Reader const& db) { return db.each_raw("SELECT count(*) FROM note", {}, [&](Row const& row) { count = row.integer(0); }); }));
    return count;
}

void with_notes_on_postgresql(std::function<void(Database&)> const& body)
{
    for_each_empty_engine([&](Database& database) {
        if (database.engine() != Engine::Postgresql)
            return;
        expect_success(database.write([](Transaction& tx) { return tx.execute_raw("CREATE TABLE note (text TEXT PRIMARY KEY)"); }));
        body(database);
    });
}

} // namespace

TEST_CASE("connections cut while idle are replaced without anybody noticing")
{
    with_notes_on_postgresql([](Database& database) {
        CHECK(count_notes(database) == 0);
        expect_success(database.write([](Transaction& tx) { return tx.execute_raw(cut_others); }));
        CHECK(count_notes(database) == 0);
        expect_success(database.write([](Transaction& tx) { return tx.execute_raw("INSERT INTO note VALUES ('a')"); }));
        CHECK(count_notes(database) == 1);
    });
}

TEST_CASE("a connection cut in the middle of a transaction makes it run again, and it is written once")
{
    with_notes_on_postgresql([](Database& database) {
        int runs = 0;
        expect_success(database.write([&](Transaction& tx) -> Result<void> {
            TRY(tx.execute_raw("INSERT INTO note VALUES ('a')"));
            if (++runs == 1)
                TRY(tx.execute_raw(cut_me));
            return {};
        }));
        CHECK(runs == 2);
        CHECK(count_notes(database) == 1);
    });
}

TEST_CASE("a connection cut while reading is unavailable, and the next reader is served")
{
    with_notes_on_postgresql([](Database& database) {
        auto const refused = database.read([](Reader const& db) { return db.each_raw(cut_me, {}, [](Row const&) {}); });
        REQUIRE(!refused);
        CHECK(refused.error().kind == ErrorKind::Unavailable);
        CHECK(count_notes(database) == 0);
    });
}

TEST_CASE("a copy of a PostgreSQL database is made by PostgreSQL's own tools")
{
    with_notes_on_postgresql([](Database& database) {
        auto const refused = database.backup_to("/tmp/unused");
        REQUIRE(!refused);
        CHECK(refused.error().kind == ErrorKind::Invalid);
        CHECK(expect_success(database.integrity_problem()).empty());
    });
}
