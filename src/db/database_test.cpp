#include "support/engines.hpp"

#include <doctest/doctest.h>

#include <array>

using namespace toguna;
using namespace toguna::db;
using test::expect_success;
using test::for_each_empty_engine;

namespace {

void make_table(Database& database)
{
    auto const is_sqlite = database.engine() == Engine::Sqlite;
    expect_success(database.write([&](Transaction& tx) {
        return tx.execute_raw(std::string("CREATE TABLE village (name TEXT PRIMARY KEY, wells ") + (is_sqlite ? "INTEGER" : "bigint") + ")");
    }));
}

constexpr std::array<std::string_view, 2> insert_names { "name", "wells" };
constexpr Query insert_village { "test.insert_village", "INSERT INTO village (name, wells) VALUES (?1, ?2)", "INSERT INTO village (name, wells) VALUES ($1, $2)", insert_names };
constexpr Query count_villages { "test.count_villages", "SELECT count(*) FROM village", "SELECT count(*) FROM village", {} };
constexpr Query list_wells { "test.list_wells", "SELECT wells FROM village ORDER BY name", "SELECT wells FROM village ORDER BY name", {} };

std::int64_t villages(Database& database)
{
    return expect_success(database.read([](Reader const& db) { return db.number(count_villages); }));
}

} // namespace

TEST_CASE("what one transaction wrote is read by the next")
{
    for_each_empty_engine([](Database& database) {
        make_table(database);
        expect_success(database.write([](Transaction& tx) { return tx.execute(insert_village, { { "name", "Dori" }, { "wells", 3 } }); }));
        CHECK(villages(database) == 1);
    });
}

TEST_CASE("an unknown number of wells is not zero wells")
{
    for_each_empty_engine([](Database& database) {
        make_table(database);
        expect_success(database.write([](Transaction& tx) -> Result<void> {
            TRY(tx.execute(insert_village, { { "name", "Djibo" }, { "wells", std::nullopt } }));
            TRY(tx.execute(insert_village, { { "name", "Dori" }, { "wells", 0 } }));
            return {};
        }));
        auto const wells = expect_success(database.read([](Reader const& db) { return db.all(list_wells, {}, [](Row const& row) { return row.optional_integer(0); }); }));
        CHECK(wells == std::vector<std::optional<std::int64_t>> { std::nullopt, 0 });
    });
}
