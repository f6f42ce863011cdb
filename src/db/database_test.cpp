#include "db/migrator.hpp"
#include "support/engines.hpp"

#include <doctest/doctest.h>

#include <array>
#include <thread>

using namespace toguna;
using namespace toguna::db;
using test::expect_success;
using test::for_each_empty_engine;

namespace {

Instant const noon = *Instant::from_iso("2026-11-23T12:00:00Z");

constexpr Migration villages_migration { "20260101-01-villages", R"sql(
CREATE TABLE village (
  name @text PRIMARY KEY,
  wells @integer CHECK (wells >= 0),
  distance @real,
  is_reachable @boolean,
  visited_on @date,
  heard_at @instant,
  photo @blob
);
CREATE TABLE visit (village @text NOT NULL REFERENCES village (name));
CREATE TABLE promise (village @text NOT NULL REFERENCES village (name) DEFERRABLE INITIALLY DEFERRED);
)sql" };

/// A query whose values are named a, b, c … in order; the same text but for the sign before the number.
#define TEST_QUERY(name, sqlite, postgresql, ...)                              \
    constexpr auto name##_values = std::to_array<std::string_view>({ __VA_ARGS__ }); \
    constexpr Query name { "test." #name, sqlite, postgresql, name##_values }

TEST_QUERY(insert_village, "INSERT INTO village (name, wells) VALUES (?1, ?2)", "INSERT INTO village (name, wells) VALUES ($1, $2)", "name", "wells");
TEST_QUERY(add_wells, "UPDATE village SET wells = wells + ?2 WHERE name = ?1", "UPDATE village SET wells = wells + $2 WHERE name = $1", "name", "wells");
TEST_QUERY(wells_of, "SELECT wells FROM village WHERE name = ?1", "SELECT wells FROM village WHERE name = $1", "name");
TEST_QUERY(insert_visit, "INSERT INTO visit (village) VALUES (?1)", "INSERT INTO visit (village) VALUES ($1)", "village");
TEST_QUERY(insert_promise, "INSERT INTO promise (village) VALUES (?1)", "INSERT INTO promise (village) VALUES ($1)", "village");
TEST_QUERY(insert_everything,
    "INSERT INTO village (name, distance, is_reachable, visited_on, heard_at, photo) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    "INSERT INTO village (name, distance, is_reachable, visited_on, heard_at, photo) VALUES ($1, $2, $3, $4, $5, $6)",
    "name", "distance", "reachable", "visited", "heard", "photo");
constexpr Query read_everything { "test.read_everything", "SELECT distance, is_reachable, visited_on, heard_at, photo FROM village",
    "SELECT distance, is_reachable, visited_on, heard_at, photo FROM village", {} };
constexpr Query count_villages { "test.count_villages", "SELECT count(*) FROM village", "SELECT count(*) FROM village", {} };
constexpr Query list_names { "test.list_names", "SELECT name FROM village ORDER BY name", "SELECT name FROM village ORDER BY name", {} };
constexpr Query reachable { "test.reachable", "SELECT name FROM village WHERE is_reachable", "SELECT name FROM village WHERE is_reachable", {} };

void with_villages(std::function<void(Database&)> const& body)
{
    for_each_empty_engine([&](Database& database) {
        test::TemporaryDirectory const backups;
        expect_success(migrate(database, { villages_migration }, backups.path(), noon));
        body(database);
    });
}

Result<std::int64_t> add_village(Database& database, std::string const& name, Value const& wells = 1)
{
    return database.write([&](Transaction& tx) { return tx.execute(insert_village, { { "name", name }, { "wells", wells } }); });
}

std::int64_t count(Database& database)
{
    return expect_success(database.read([](Reader const& db) { return db.number(count_villages); }));
}

std::optional<std::int64_t> wells(Database& database, std::string const& name)
{
    auto const found = expect_success(database.read([&](Reader const& db) {
        return db.first(wells_of, { { "name", name } }, [](Row const& row) { return row.optional_integer(0); });
    }));
    return found.value();
}

} // namespace

TEST_CASE("what one transaction wrote is read by the next")
{
    with_villages([](Database& database) {
        CHECK(expect_success(add_village(database, "Dori")) == 1);
        CHECK(count(database) == 1);
        CHECK(database.statistics().commits >= 1);
    });
}

TEST_CASE("an unknown number of wells is not zero wells")
{
    with_villages([](Database& database) {
        expect_success(add_village(database, "Djibo", std::nullopt));
        expect_success(add_village(database, "Dori", 0));
        CHECK(wells(database, "Djibo") == std::nullopt);
        CHECK(wells(database, "Dori") == 0);
        CHECK_THROWS_WITH((void)database.read([](Reader const& db) {
            return db.number(wells_of, { { "name", "Djibo" } });
        }),
            "column wells holds « NULL », not a whole number");
        CHECK(count(database) == 2); // the reader that threw was given back
    });
}

TEST_CASE("days, instants, booleans, numbers and bytes come back as they went, on both engines")
{
    with_villages([](Database& database) {
        auto const day = *Date::from_iso("2024-02-29");
        auto const heard = *Instant::from_iso("2026-11-23T03:10:00.120Z");
        Blob const photo { 0, 255, 10, 0x5c };
        expect_success(database.write([&](Transaction& tx) {
            return tx.execute(insert_everything,
                { { "name", "Gorom" }, { "distance", 0.1 }, { "reachable", true }, { "visited", day }, { "heard", heard }, { "photo", photo } });
        }));
        expect_success(database.read([&](Reader const& db) {
            return db.each(read_everything, {}, [&](Row const& row) {
                CHECK(row.real(0) == 0.1);
                CHECK(row.boolean(1));
                CHECK(row.text(1) == "1");
                CHECK(row.date(2) == day);
                CHECK(row.instant(3) == heard);
                CHECK(row.text(3) == "2026-11-23T03:10:00.120Z");
                CHECK(row.blob(4) == photo);
                CHECK(row.column_count() == 5);
                CHECK(row.column_name(3) == "heard_at");
            });
        }));
        auto const found = expect_success(database.read([](Reader const& db) { return db.all(reachable, {}, [](Row const& row) { return row.string(0); }); }));
        CHECK(found == std::vector<std::string> { "Gorom" });
    });
}

TEST_CASE("texts are sorted byte by byte on both engines; sorting for readers is done elsewhere")
{
    with_villages([](Database& database) {
        for (auto const* name : { "École", "dori", "Zorgho", "Arbinda" })
            expect_success(add_village(database, name));
        auto const names = expect_success(database.read([](Reader const& db) { return db.all(list_names, {}, [](Row const& row) { return row.string(0); }); }));
        CHECK(names == std::vector<std::string> { "Arbinda", "Zorgho", "dori", "École" });
    });
}

TEST_CASE("a name that is taken, a reference to nothing and a broken rule are conflicts, not faults")
{
    with_villages([](Database& database) {
        expect_success(add_village(database, "Dori"));
        auto const twice = add_village(database, "Dori");
        REQUIRE(!twice);
        CHECK(twice.error().kind == ErrorKind::Conflict);
        CHECK(twice.error().detail.starts_with("test.insert_village: "));
        CHECK(twice.error().detail.find("Dori") == std::string::npos); // the log holds no data of people

        auto const nowhere = database.write([](Transaction& tx) { return tx.execute(insert_visit, { { "village", "Nowhere" } }); });
        REQUIRE(!nowhere);
        CHECK(nowhere.error().kind == ErrorKind::Conflict);

        auto const negative = add_village(database, "Djibo", -1);
        REQUIRE(!negative);
        CHECK(negative.error().kind == ErrorKind::Conflict);
        CHECK(count(database) == 1);
    });
}

TEST_CASE("a reference that is checked at the end is a conflict of its own function only")
{
    with_villages([](Database& database) {
        auto const promise = [&](bool is_kept) {
            return database.write([&](Transaction& tx) -> Result<void> {
                TRY(tx.execute(insert_promise, { { "village", "Dori" } }));
                if (is_kept)
                    TRY(tx.execute(insert_village, { { "name", "Dori" }, { "wells", 1 } }));
                return {};
            });
        };
        auto const broken = promise(false);
        REQUIRE(!broken);
        CHECK(broken.error().kind == ErrorKind::Conflict);
        expect_success(promise(true));
        CHECK(count(database) == 1);
    });
}

TEST_CASE("a refusal writes nothing")
{
    with_villages([](Database& database) {
        auto const refused = database.write([](Transaction& tx) -> Result<void> {
            TRY(tx.execute(insert_village, { { "name", "Dori" }, { "wells", 1 } }));
            return fail(ErrorKind::Forbidden, tr("No."));
        });
        REQUIRE(!refused);
        CHECK(refused.error().kind == ErrorKind::Forbidden);
        CHECK(count(database) == 0);
    });
}

TEST_CASE("an exception undoes what was written and passes through")
{
    with_villages([](Database& database) {
        CHECK_THROWS_WITH((void)database.write([](Transaction& tx) -> Result<void> {
            TRY(tx.execute(insert_village, { { "name", "Dori" }, { "wells", 1 } }));
            throw std::runtime_error("a bug");
        }),
            "a bug");
        CHECK(count(database) == 0);
        expect_success(add_village(database, "Djibo"));
        CHECK(count(database) == 1);
    });
}

TEST_CASE("after a failed statement the transaction is lost, even when its function looks away")
{
    with_villages([](Database& database) {
        expect_success(add_village(database, "Dori"));
        auto const outcome = database.write([](Transaction& tx) -> Result<void> {
            (void)tx.execute(insert_village, { { "name", "Dori" }, { "wells", 1 } });
            auto const next = tx.execute(insert_village, { { "name", "Djibo" }, { "wells", 1 } });
            CHECK(!next);
            return {};
        });
        REQUIRE(!outcome);
        CHECK(outcome.error().kind == ErrorKind::Conflict);
        CHECK(count(database) == 1);
    });
}

TEST_CASE("a reader sees one state while a writer writes, and does not wait for it")
{
    with_villages([](Database& database) {
        expect_success(add_village(database, "Dori"));
        expect_success(database.read([&](Reader const& db) -> Result<void> {
            CHECK(TRY(db.number(count_villages)) == 1);
            std::thread([&] { expect_success(add_village(database, "Djibo")); }).join();
            CHECK(TRY(db.number(count_villages)) == 1);
            return {};
        }));
        CHECK(count(database) == 2);
        expect_success(database.write([&](Transaction& tx) -> Result<void> {
            TRY(tx.execute(insert_village, { { "name", "Gorom" }, { "wells", 1 } }));
            CHECK(count(database) == 2);
            return {};
        }));
        CHECK(count(database) == 3);
    });
}

TEST_CASE("what a writer has read is still true when it writes")
{
    with_villages([](Database& database) {
        expect_success(add_village(database, "Dori", 0));
        constexpr int threads = 8;
        constexpr int rounds = 10;
        std::vector<std::thread> workers;
        std::atomic<int> refusals = 0;
        for (int worker = 0; worker < threads; ++worker)
            workers.emplace_back([&] {
                for (int round = 0; round < rounds; ++round) {
                    auto const dug = database.write([](Transaction& tx) -> Result<void> {
                        auto const before = TRY(tx.number(wells_of, { { "name", "Dori" } }));
                        TRY(tx.execute(add_wells, { { "name", "Dori" }, { "wells", 1 } }));
                        if (TRY(tx.number(wells_of, { { "name", "Dori" } })) != before + 1)
                            return fail(ErrorKind::Internal, {}, "somebody dug in between");
                        return {};
                    });
                    refusals += dug ? 0 : 1;
                }
            });
        for (auto& worker : workers)
            worker.join();
        CHECK(refusals == 0);
        CHECK(wells(database, "Dori") == threads * rounds);
    });
}

TEST_CASE("a query may be asked again while its own rows are read")
{
    with_villages([](Database& database) {
        for (auto const* name : { "A", "B", "C" })
            expect_success(add_village(database, name));
        int pairs = 0;
        expect_success(database.read([&](Reader const& db) -> Result<void> {
            return db.each(list_names, {}, [&](Row const&) {
                expect_success(db.each(list_names, {}, [&](Row const&) { ++pairs; }));
            });
        }));
        CHECK(pairs == 9);
    });
}

TEST_CASE("tables named at run time are read row by row, however many rows they have")
{
    with_villages([](Database& database) {
        expect_success(database.write([](Transaction& tx) -> Result<void> {
            for (int number = 0; number < 2500; ++number)
                TRY(tx.execute_raw("INSERT INTO village (name, wells) VALUES ($2, $1)", { number, "Village " + std::to_string(number) }));
            return {};
        }));
        std::int64_t sum = 0;
        expect_success(database.read([&](Reader const& db) {
            return db.each_raw("SELECT wells FROM village WHERE wells < $1", { 2400 }, [&](Row const& row) { sum += row.integer(0); });
        }));
        CHECK(sum == 2400 * 2399 / 2);
    });
}

TEST_CASE("a text that is not UTF-8, or holds a NUL, is refused by both engines alike")
{
    with_villages([](Database& database) {
        for (auto const& name : { std::string("Djib\xe9"), std::string("Do\0ri", 5), std::string("\xed\xa0\x80"), std::string("\xc0\xaf") }) {
            auto const refused = add_village(database, name);
            REQUIRE(!refused);
            CHECK(refused.error().kind == ErrorKind::Invalid);
        }
        expect_success(add_village(database, "Gorom-Gorom é ẽ 𞤀"));
    });
}

TEST_CASE("a forgotten or misspelt value is a bug")
{
    with_villages([](Database& database) {
        CHECK_THROWS_WITH((void)database.write([](Transaction& tx) { return tx.execute(insert_village, { { "name", "Dori" } }); }),
            "test.insert_village needs a value for :wells");
        CHECK_THROWS_WITH((void)database.write([](Transaction& tx) { return tx.execute(insert_village, { { "name", "Dori" }, { "wells", 1 }, { "well", 1 } }); }),
            "test.insert_village knows no :well");
    });
}

TEST_CASE("writing inside writing is a bug, said at once instead of waiting for ever")
{
    with_villages([](Database& database) {
        CHECK_THROWS((void)database.write([&](Transaction&) -> Result<void> {
            TRY(add_village(database, "Dori"));
            return {};
        }));
        CHECK(count(database) == 0);
    });
}

TEST_CASE("the statements of a page can be counted")
{
    with_villages([](Database& database) {
        auto const before = statements_on_this_thread();
        (void)count(database);
        (void)count(database);
        CHECK(statements_on_this_thread() - before == 2);
    });
}

TEST_CASE("an address of no known engine is refused without repeating its password")
{
    auto const refused = Database::open({ "mysql://somebody:secret@host/name" });
    REQUIRE(!refused);
    CHECK(refused.error().kind == ErrorKind::Invalid);
    CHECK(refused.error().message.debug_string().find("secret") == std::string::npos);
}

TEST_CASE("a server that does not answer is unavailable")
{
    auto const refused = Database::open({ "postgresql://nobody@127.0.0.1:1/nothing" });
    REQUIRE(!refused);
    CHECK(refused.error().kind == ErrorKind::Unavailable);
}
