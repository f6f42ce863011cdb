#include "formats/sheet_writer.hpp"
#include "geography/area_import_store.hpp"
#include "geography/area_store.hpp"
#include "support/engines.hpp"

#include <doctest/doctest.h>

#include <array>
#include <thread>

using namespace toguna;
using namespace toguna::geography;
using test::expect_success;

namespace {

Instant const noon = *Instant::from_iso("2026-11-27T12:00:00Z");
Date const today = noon.utc_date();
CountryCode const chad = CountryCode::trusted("TCD");
CountryCode const burkina = CountryCode::trusted("BFA");

using Rows = std::vector<std::vector<std::string>>;

/// A workbook as OCHA gives it: title row, one row an area of the deepest level.
formats::ForeignFile workbook(std::vector<std::string> const& titles, Rows const& rows)
{
    formats::Sheet sheet;
    sheet.name = "adm";
    for (auto const& title : titles)
        sheet.columns.push_back({ title });
    for (auto const& row : rows) {
        formats::SheetRow line;
        for (auto const& cell : row)
            line.cells.emplace_back(cell);
        sheet.rows.push_back(std::move(line));
    }
    auto const bytes = expect_success(formats::write_xlsx({ "COD", "OCHA", "Listes", noon, { sheet } }));
    return expect_success(formats::read_foreign_file(bytes, "cod.xlsx"));
}

struct Import {
    db::Database& db;
    SeededChance chance { 3 };

    Result<AreaImportPlan> run(formats::ForeignFile const& file, CountryCode const& country, Date valid_from)
    {
        return db.write([&](db::Transaction& tx) -> Result<AreaImportPlan> {
            auto plan = TRY(plan_import(tx, file, country, valid_from, ""));
            TRY(write_area_import(tx, plan, { { "", "", "Essai" }, "cod.xlsx", "0" }, noon, chance));
            return plan;
        });
    }
    std::int64_t events() const
    {
        std::int64_t count = 0;
        expect_success(db.read([&](db::Reader const& reader) {
            return reader.each_raw("SELECT count(*) FROM journal_event WHERE kind = 'geography.areas_imported'", {}, [&](db::Row const& row) { count = row.integer(0); });
        }));
        return count;
    }
    std::int64_t areas(CountryCode const& country, Date day) const
    {
        return expect_success(db.read([&](db::Reader const& reader) { return count_areas(reader, { .day = day, .country = country }); }));
    }
};

std::vector<std::string> const two_levels { "ADM1_FR", "ADM1_PCODE", "ADM2_FR", "ADM2_PCODE" };

} // namespace

TEST_CASE("an import is written once, journalled, and the same file again changes nothing")
{
    test::for_each_engine([](db::Database& db) {
        Import import { db };
        auto const file = workbook(two_levels, { { "Lac", "TCD07", "Mamdi", "TCD0701" }, { "Tibesti", "TCD19", "Bardaï", "TCD1901" } });
        auto const first = expect_success(import.run(file, chad, *Date::from(2024, 1, 1)));
        CHECK(first.count(AreaChange::Added) == 4);
        CHECK(import.events() == 1);
        auto const again = expect_success(import.run(file, chad, *Date::from(2024, 1, 1)));
        CHECK(again.changes_nothing());
        CHECK(import.events() == 1);
        CHECK(import.areas(chad, today) == 4);
        expect_success(db.read([&](db::Reader const& reader) -> Result<void> {
            auto const bardai = TRY(find_area_by_p_code(reader, chad, "TD1901", today));
            CHECK(TRY(area_path(reader, bardai.id, "fr")) == "Tchad › Tibesti › Bardaï");
            return {};
        }));
    });
}

TEST_CASE("the next edition ends what it does not have, and every past day is still answered")
{
    test::for_each_engine([](db::Database& db) {
        Import import { db };
        expect_success(import.run(workbook(two_levels, { { "Lac", "TD07", "Mamdy", "TD0701" }, { "Lac", "TD07", "Wayi", "TD0702" } }), chad, *Date::from(2024, 1, 1)));
        auto const plan = expect_success(import.run(workbook(two_levels, { { "Lac", "TD07", "Mamdi", "TD0701" }, { "Lac", "TD07", "Fouli", "TD0703" } }), chad, *Date::from(2026, 1, 1)));
        CHECK(plan.count(AreaChange::Added) == 1);
        CHECK(plan.count(AreaChange::Renamed) == 1);
        CHECK(plan.count(AreaChange::Retired) == 1);
        expect_success(db.read([&](db::Reader const& reader) -> Result<void> {
            CHECK(TRY(find_area_by_p_code(reader, chad, "TD0702", *Date::from(2025, 12, 31))).name == "Wayi");
            auto const retired = find_area_by_p_code(reader, chad, "TD0702", today);
            REQUIRE_FALSE(retired);
            CHECK(retired.error().message.debug_string().find("no longer valid since 2026-01-01") != std::string::npos);
            CHECK(TRY(list_areas(reader, { .day = *Date::from(2025, 1, 1), .country = chad, .level = 2 }))[0].name == "Mamdy");
            CHECK(TRY(list_areas(reader, { .day = today, .country = chad, .search = "mamdy" }))[0].name == "Mamdi");
            return {};
        }));
    });
}

TEST_CASE("an import with one refused row writes nothing at all")
{
    test::for_each_engine([](db::Database& db) {
        Import import { db };
        auto const refused = import.run(workbook(two_levels, { { "Lac", "TD07", "Mamdi", "TD0701" }, { "Lac", "TD07", "Wayi", "TD0701" } }), chad, *Date::from(2024, 1, 1));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::Invalid);
        CHECK(import.areas(chad, today) == 0);
        CHECK(import.events() == 0);
    });
}

TEST_CASE("two people who import the same file at the same time write it once")
{
    test::for_each_engine([](db::Database& db) {
        auto const file = workbook(two_levels, { { "Lac", "TD07", "Mamdi", "TD0701" }, { "Tibesti", "TD19", "Bardaï", "TD1901" } });
        std::array<bool, 2> succeeded {};
        {
            std::vector<std::jthread> people;
            for (std::uint64_t person = 0; person < succeeded.size(); ++person)
                people.emplace_back([&, person] {
                    Import import { db };
                    import.chance = SeededChance(100 + person);
                    auto const result = import.run(file, chad, *Date::from(2024, 1, 1));
                    succeeded[person] = result.has_value();
                });
        }
        CHECK((succeeded[0] || succeeded[1]));
        Import const after { db };
        CHECK(after.areas(chad, today) == 4);
        CHECK(after.events() == 1);
    });
}

TEST_CASE("codes that are published for Burkina Faso fill the empty ones and leave the areas what they are")
{
    test::for_each_engine([](db::Database& db) {
        Import import { db };
        Rows rows;
        std::vector<AdminArea> provinces;
        expect_success(db.read([&](db::Reader const& reader) -> Result<void> {
            int region_number = 60;
            for (auto const& region : TRY(list_areas(reader, { .day = today, .country = burkina, .level = 1, .limit = 20 }))) {
                auto const code = "BF" + std::to_string(region_number++);
                int number = 1;
                for (auto const& province : TRY(list_areas(reader, { .day = today, .parent = region.id }))) {
                    rows.push_back({ region.name, code, province.name, code + "0" + std::to_string(number++) });
                    provinces.push_back(province);
                }
            }
            return {};
        }));
        CHECK(rows.size() == 47);
        auto const plan = expect_success(import.run(workbook(two_levels, rows), burkina, *Date::from(2026, 6, 1)));
        CHECK(plan.count(AreaChange::Coded) == 17 + 47);
        CHECK(plan.count(AreaChange::Retired) == 0);
        expect_success(db.read([&](db::Reader const& reader) -> Result<void> {
            CHECK(TRY(find_area_by_p_code(reader, burkina, rows[0][3], today)).id == provinces[0].id);
            return {};
        }));
    });
}

TEST_CASE("the country of a file is the one it names; several or none must be said")
{
    test::for_each_engine([](db::Database& db) {
        expect_success(db.read([&](db::Reader const& reader) -> Result<void> {
            std::vector<std::string> const titles { "Location", "Admin Level", "P-Code", "Name", "Parent P-Code" };
            CHECK(TRY(country_of_file(reader, workbook(titles, { { "TCD", "1", "TD07", "Lac", "TCD" } }))) == chad);
            CHECK_FALSE(country_of_file(reader, workbook(titles, { { "TCD", "1", "TD07", "Lac", "TCD" }, { "NER", "1", "NE001", "Agadez", "NER" } })));
            CHECK_FALSE(country_of_file(reader, workbook(two_levels, { { "Lac", "TD07", "Mamdi", "TD0701" } })));
            // Without a day neither in the file nor beside it, nothing can be planned.
            auto const undated = plan_import(reader, workbook(two_levels, { { "Lac", "TD07", "Mamdi", "TD0701" } }), chad, {}, "");
            REQUIRE_FALSE(undated);
            CHECK(undated.error().fields.at(0).field == "valid_from");
            return {};
        }));
    });
}
