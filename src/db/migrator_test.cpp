#include "db/migration_text.hpp"
#include "db/migrator.hpp"
#include "support/engines.hpp"

#include <doctest/doctest.h>

#include <filesystem>

using namespace toguna;
using namespace toguna::db;
using test::expect_success;
using test::for_each_empty_engine;

namespace {

Instant const noon = *Instant::from_iso("2026-11-23T12:00:00Z");
constexpr Migration wells { "20260101-01-wells", "CREATE TABLE well (id @id PRIMARY KEY, depth @integer);" };
constexpr Migration pumps { "20260201-01-pumps", "CREATE TABLE pump (id @id PRIMARY KEY);\nCREATE INDEX pump_id ON pump (id);" };

} // namespace

TEST_CASE("migrations are applied once, in the order of their names")
{
    for_each_empty_engine([](Database& database) {
        test::TemporaryDirectory const backups;
        CHECK(expect_success(pending_migrations(database, { pumps, wells })) == std::vector<std::string> { "20260101-01-wells", "20260201-01-pumps" });
        CHECK(expect_success(migrate(database, { pumps, wells }, backups.path(), noon)).applied == std::vector<std::string> { "20260101-01-wells", "20260201-01-pumps" });
        CHECK(expect_success(pending_migrations(database, { pumps, wells })).empty());
        CHECK(expect_success(migrate(database, { pumps, wells }, backups.path(), noon)).applied.empty());
    });
}

TEST_CASE("a database with something in it is copied before it is migrated, a new one is not")
{
    for_each_empty_engine([](Database& database) {
        test::TemporaryDirectory const directory;
        auto const backups = directory / "backups";
        CHECK(expect_success(migrate(database, { wells }, backups, noon)).backup_path.empty());
        auto const report = expect_success(migrate(database, { wells, pumps }, backups, noon));
        if (database.engine() == Engine::Postgresql) {
            CHECK(report.backup_path.empty());
            return;
        }
        CHECK(report.backup_path == backups + "/before-migration-20261123T120000Z.db");
        auto const copy = expect_success(Database::open({ "sqlite:" + report.backup_path }));
        CHECK(expect_success(pending_migrations(*copy, { wells, pumps })) == std::vector<std::string> { "20260201-01-pumps" });
    });
}

TEST_CASE("a migration altered after it was applied is refused")
{
    for_each_empty_engine([](Database& database) {
        test::TemporaryDirectory const backups;
        expect_success(migrate(database, { wells }, backups.path(), noon));
        auto const refused = migrate(database, { { wells.name, "CREATE TABLE well (id @id PRIMARY KEY, depth @real);" }, pumps }, backups.path(), noon);
        REQUIRE(!refused);
        CHECK(refused.error().kind == ErrorKind::Conflict);
        CHECK(refused.error().message.debug_string().find("20260101-01-wells") != std::string::npos);
        CHECK(expect_success(pending_migrations(database, { wells, pumps })).size() == 1);
    });
}

TEST_CASE("a database written by a newer release is refused")
{
    for_each_empty_engine([](Database& database) {
        test::TemporaryDirectory const backups;
        expect_success(migrate(database, { wells, pumps }, backups.path(), noon));
        auto const refused = migrate(database, { wells }, backups.path(), noon);
        REQUIRE(!refused);
        CHECK(refused.error().kind == ErrorKind::Conflict);
        CHECK(refused.error().message.debug_string().find("newer Toguna") != std::string::npos);
    });
}

TEST_CASE("a migration that fails half-way leaves nothing behind, and those before it stay")
{
    for_each_empty_engine([](Database& database) {
        test::TemporaryDirectory const backups;
        Migration const broken { "20260301-01-broken", "CREATE TABLE half (id @id PRIMARY KEY);\nINSERT INTO nothing VALUES (1);" };
        CHECK(!migrate(database, { wells, broken }, backups.path(), noon));
        CHECK(expect_success(pending_migrations(database, { wells, broken })) == std::vector<std::string> { "20260301-01-broken" });
        Migration const repaired { "20260301-01-broken", "CREATE TABLE half (id @id PRIMARY KEY);" };
        CHECK(expect_success(migrate(database, { wells, repaired }, backups.path(), noon)).applied.size() == 1);
    });
}

TEST_CASE("a SQLite table refuses a text where a number is expected")
{
    for_each_empty_engine([](Database& database) {
        test::TemporaryDirectory const backups;
        expect_success(migrate(database, { wells }, backups.path(), noon));
        CHECK(!database.write([](Transaction& tx) { return tx.execute_raw("INSERT INTO well (id, depth) VALUES ($1, $2)", { "a", "deep" }); }));
    });
}

TEST_CASE("type words, parts of one engine, texts and comments of a migration are told apart")
{
    constexpr auto text = "-- a note about @id; and it's kept\n"
                          "create table a (x @text DEFAULT 'b; @text', y @instant);\n"
                          "-- only: postgresql\nCREATE EXTENSION unaccent;\n"
                          "-- only: sqlite\nCREATE TABLE c (z @boolean);\n"
                          "-- both\nCREATE INDEX a_x ON a (x);";
    CHECK(expect_success(migration_text(text, Engine::Sqlite))
        == "-- a note about @id; and it's kept\n"
           "create table a (x TEXT DEFAULT 'b; @text', y TEXT) STRICT;\n"
           "-- only: sqlite\nCREATE TABLE c (z INTEGER) STRICT;\n"
           "-- both\nCREATE INDEX a_x ON a (x);");
    CHECK(expect_success(migration_text(text, Engine::Postgresql))
        == "-- a note about @id; and it's kept\n"
           "create table a (x TEXT COLLATE \"C\" DEFAULT 'b; @text', y timestamptz(3));\n"
           "-- only: postgresql\nCREATE EXTENSION unaccent;\n"
           "-- both\nCREATE INDEX a_x ON a (x);");
    auto const refused = migration_text("CREATE TABLE a (x @uuid);", Engine::Sqlite);
    REQUIRE(!refused);
    CHECK(refused.error().message.debug_string().find("@uuid") != std::string::npos);
}

TEST_CASE("a whole table may be written before the one it points to, as an import does")
{
    for_each_empty_engine([](Database& database) {
        Migration const taps { "20260301-01-taps", "CREATE TABLE tap (id @id PRIMARY KEY, well @id REFERENCES well (id));" };
        test::TemporaryDirectory const backups;
        expect_success(migrate(database, { wells, taps }, backups.path(), noon));
        auto const written = database.write([](Transaction& tx) -> Result<void> {
            TRY(tx.execute_raw(tx.engine() == Engine::Sqlite ? "PRAGMA defer_foreign_keys = ON" : "SET CONSTRAINTS ALL DEFERRED"));
            TRY(tx.execute_raw("INSERT INTO tap (id, well) VALUES ('t', 'w')"));
            TRY(tx.execute_raw("INSERT INTO well (id, depth) VALUES ('w', 12)"));
            return {};
        });
        CHECK(written.has_value());
        auto const dangling = database.write([](Transaction& tx) -> Result<void> {
            TRY(tx.execute_raw("INSERT INTO tap (id, well) VALUES ('u', 'nowhere')"));
            return {};
        });
        CHECK(dangling.error().kind == ErrorKind::Conflict);
    });
}
