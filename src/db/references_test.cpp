#include "db/references.hpp"
#include "db/migrator.hpp"
#include "support/engines.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::db;
using test::expect_success;

TEST_CASE("what pointed to one village points to the other; what may stand only once stays where it was")
{
    test::for_each_empty_engine([](Database& database) {
        expect_success(database.write([](Transaction& tx) -> Result<void> {
            TRY(tx.execute_raw("CREATE TABLE village (name TEXT PRIMARY KEY, mother TEXT REFERENCES village (name));"
                               "CREATE TABLE well (name TEXT PRIMARY KEY, village TEXT NOT NULL REFERENCES village (name));"
                               "CREATE TABLE visit (village TEXT NOT NULL REFERENCES village (name), day TEXT NOT NULL, UNIQUE (village, day));"
                               "INSERT INTO village VALUES ('Nassoumbou', NULL), ('Nasumbu', NULL), ('Petit Nasumbu', 'Nasumbu');"
                               "INSERT INTO well VALUES ('north', 'Nasumbu'), ('south', 'Nassoumbou');"
                               "INSERT INTO visit VALUES ('Nassoumbou', '1'), ('Nasumbu', '1'), ('Nasumbu', '2')"));
            return {};
        }));
        auto const references = expect_success(database.read([](Reader const& reader) { return references_to(reader, "village"); }));
        REQUIRE(references.size() == 3);
        CHECK(references[1].table == "visit");
        CHECK(references[1].unique_with == std::vector<std::vector<std::string>> { { "day" } });
        CHECK(expect_success(database.write([](Transaction& tx) { return repoint(tx, "village", "Nasumbu", "Nassoumbou"); })) == 3);
        std::vector<std::string> rows;
        expect_success(database.read([&](Reader const& reader) -> Result<void> {
            TRY(reader.each_raw("SELECT name || ' ' || village FROM well UNION ALL SELECT day || ' ' || village FROM visit ORDER BY 1", {}, [&](Row const& row) { rows.push_back(row.string(0)); }));
            return {};
        }));
        CHECK(rows == std::vector<std::string> { "1 Nassoumbou", "1 Nasumbu", "2 Nassoumbou", "north Nassoumbou", "south Nassoumbou" });
    });
}
