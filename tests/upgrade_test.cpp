// A database of every release migrates on both engines and still answers. A release adds one file, made by
// `tests/upgrade/keep`: tests/upgrade/VERSION.jsonl, its first line naming the migrations of that release.
#include "accounts/store.hpp"
#include "actions/store.hpp"
#include "app/table_list.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/store.hpp"
#include "db/migrations.hpp"
#include "support/engines.hpp"
#include "support/source_tree.hpp"

#include <boost/json.hpp>
#include <doctest/doctest.h>
#include <sodium.h>

#include <sstream>

using namespace toguna;
using test::expect_success;

namespace {

/// The data of a release as it was exported, and the migrations it had.
struct KeptRelease {
    std::string version;
    std::vector<db::Migration> migrations;
    std::vector<std::pair<std::string, boost::json::object>> rows; ///< table and row, in the order of the export
};

db::Migration migration_named(std::string_view name)
{
    for (auto const& migration : db::all_migrations())
        if (migration.name == name)
            return migration;
    throw std::runtime_error("The migration " + std::string(name) + " of a release is gone. Migrations are never renamed or removed.");
}

KeptRelease read_release(std::string const& path)
{
    std::istringstream lines(test::read_text(path));
    std::string line;
    std::getline(lines, line);
    auto const head = boost::json::parse(line).as_object();
    KeptRelease release { .version = std::string(head.at("release").as_string()), .migrations = {}, .rows = {} };
    for (auto const& name : head.at("migrations").as_array())
        release.migrations.push_back(migration_named(std::string_view(name.as_string())));
    while (std::getline(lines, line)) {
        auto const row = boost::json::parse(line).as_object();
        release.rows.emplace_back(std::string(row.at("table").as_string()), row.at("row").as_object());
    }
    return release;
}

db::Value value_of(app::ColumnType type, boost::json::value const& value)
{
    if (value.is_null())
        return std::nullopt;
    if (type == app::ColumnType::Real)
        return value.to_number<double>();
    if (value.is_number())
        return value.to_number<std::int64_t>();
    std::string const text(value.as_string());
    if (type != app::ColumnType::Blob)
        return text;
    db::Blob blob(text.size());
    std::size_t length = 0;
    sodium_base642bin(blob.data(), blob.size(), text.data(), text.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL);
    blob.resize(length);
    return blob;
}

Result<void> insert_row(db::Transaction& tx, app::Table const& table, boost::json::object const& row)
{
    std::string names;
    std::string places;
    std::vector<db::Value> values;
    for (auto const& column : table.columns) {
        auto const* value = row.if_contains(column.name);
        if (!value)
            return fail(ErrorKind::Invalid, tr("Something went wrong on our side."), "no " + column.name + " in a row of " + table.name);
        values.push_back(value_of(column.type, *value));
        names += (names.empty() ? "" : ", ") + column.name;
        places += (places.empty() ? "$" : ", $") + std::to_string(values.size());
    }
    TRY(tx.execute_raw("INSERT INTO " + table.name + " (" + names + ") VALUES (" + places + ")", values));
    return {};
}

/// The database as that release left it: its migrations alone, and its rows.
void fill(db::Database& database, KeptRelease const& release)
{
    expect_success(db::migrate(database, release.migrations, {}, *Instant::from_iso("2026-11-23T00:00:00Z")));
    expect_success(database.write([&](db::Transaction& tx) -> Result<void> {
        TRY(tx.execute_raw(tx.engine() == db::Engine::Sqlite ? "PRAGMA defer_foreign_keys = ON" : "SET CONSTRAINTS ALL DEFERRED"));
        std::map<std::string, app::Table> tables;
        for (auto& table : TRY(app::data_tables(tx))) {
            if (table.name != "journal_event")
                TRY(tx.execute_raw("DELETE FROM " + table.name)); // what migrations themselves put in
            tables.emplace(table.name, table);
        }
        for (auto const& [table, row] : release.rows)
            TRY(insert_row(tx, tables.at(table), row));
        return {};
    }));
}

void check_answers(db::Reader const& db)
{
    auto const bodies = expect_success(bodies::list_bodies(db, { .limit = 1000 }));
    CHECK(!bodies.empty());
    std::size_t actions = 0;
    for (auto const& body : bodies)
        for (auto const& listed : expect_success(actions::list_plans(db, body.id)))
            actions += expect_success(actions::read_plan(db, listed.id)).actions.size();
    CHECK(actions > 0);
    std::size_t coordinators = 0;
    for (auto const& body : bodies)
        coordinators += expect_success(bodies::coordinators_of(db, body.id, *Date::from(2026, 11, 23))).size();
    CHECK(coordinators > 0);
    CHECK(expect_success(accounts::count_accounts(db)) > 0);
}

} // namespace

TEST_CASE("the data of every release are brought up to date and still answer")
{
    auto const kept = test::files_below("tests/upgrade", [](std::string const& path) { return path.ends_with(".jsonl"); });
    REQUIRE(!kept.empty());
    for (auto const& path : kept)
        SUBCASE(path.c_str())
        {
            test::for_each_empty_engine([&](db::Database& database) {
                fill(database, read_release(path));
                auto const all = db::all_migrations();
                test::TemporaryDirectory const backups;
                expect_success(db::migrate(database, { all.begin(), all.end() }, backups.path(), *Instant::from_iso("2027-01-04T00:00:00Z")));
                expect_success(database.read([](db::Reader const& reader) -> Result<void> {
                    check_answers(reader);
                    return {};
                }));
                CHECK(expect_success(database.integrity_problem()) == "");
            });
        }
}
