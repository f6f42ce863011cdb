#include "geography/area_store.hpp"
#include "support/engines.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace toguna;
using namespace toguna::geography;
using test::expect_success;

namespace {

CountryCode const burkina = CountryCode::trusted("BFA");
CountryCode const chad = CountryCode::trusted("TCD");
Date const in_2024 = *Date::from(2024, 3, 1);
Date const in_2026 = *Date::from(2026, 11, 27);

AdminArea by_code(db::Database& db, CountryCode const& country, std::string_view code, Date day)
{
    return expect_success(db.read([&](db::Reader const& reader) { return find_area_by_p_code(reader, country, code, day); }));
}

std::string refusal(db::Database& db, CountryCode const& country, std::string_view code, Date day, ErrorKind kind)
{
    auto const area = db.read([&](db::Reader const& reader) { return find_area_by_p_code(reader, country, code, day); });
    REQUIRE_FALSE(area);
    CHECK(area.error().kind == kind);
    return area.error().message.debug_string();
}

AdminArea chadian(char id, int level, std::string code, std::string name, std::optional<AdminAreaId> parent = {})
{
    return { .id = AdminAreaId::trusted(std::string(25, id)), .country = chad, .level = level, .p_code = PCode::trusted(std::move(code)), .name = std::move(name),
        .parent = std::move(parent), .validity = Period::since(*Date::from(2016, 5, 9)), .edition = "2016" };
}

Result<void> insert(db::Database& db, AdminArea const& area)
{
    return db.write([&](db::Transaction& tx) { return insert_area(tx, area); });
}

std::vector<std::string> names_of(std::vector<AdminArea> const& areas)
{
    std::vector<std::string> names;
    for (auto const& area : areas)
        names.push_back(area.name);
    return names;
}

} // namespace

TEST_CASE("Burkina Faso, Mali and Niger come with the product")
{
    test::for_each_engine([](db::Database& db) {
        auto const counts = [&](Date day) {
            std::map<std::string, std::int64_t> found;
            for (auto const& count : expect_success(db.read([&](db::Reader const& reader) { return count_areas_by_level(reader, day); })))
                found[count.country.text() + std::to_string(count.level) + " " + count.edition] = count.count;
            return found;
        };
        CHECK(counts(in_2024) == std::map<std::string, std::int64_t> { { "BFA1 2020", 13 }, { "BFA2 2020", 45 }, { "BFA3 2020", 351 }, { "MLI1 2019", 9 }, { "MLI2 2019", 50 },
                  { "MLI3 2019", 701 }, { "NER1 2023", 8 }, { "NER2 2023", 67 } });
        auto const now = counts(in_2026);
        CHECK(now.at("BFA1 2025") == 17);
        CHECK(now.at("BFA2 2025") == 47);
        CHECK(now.at("BFA3 2025") == 351);
        CHECK_FALSE(now.contains("BFA1 2020"));
    });
}

TEST_CASE("what is searched for each area that comes with the product is what the rule makes of it")
{
    test::for_each_engine([](db::Database& db) {
        std::map<std::string, std::string> stored;
        expect_success(db.read([&](db::Reader const& reader) {
            return reader.each_raw("SELECT id, search FROM geography_area", {}, [&](db::Row const& row) { stored[row.string(0)] = row.string(1); });
        }));
        for (auto const day : { in_2024, in_2026 })
            for (auto const& area : expect_success(db.read([&](db::Reader const& reader) { return list_areas(reader, { .day = day, .limit = 5'000 }); }))) {
                CHECK(AdminAreaId::parse(area.id.text()).has_value());
                CHECK(stored.at(area.id.text()) == search_text_of(area));
            }
    });
}

TEST_CASE("an area is found by its code on a day of its validity, with its path")
{
    test::for_each_engine([](db::Database& db) {
        auto const kaya = by_code(db, burkina, "bf490304", in_2024);
        CHECK(kaya.name == "Kaya");
        CHECK(kaya.level == 3);
        CHECK(expect_success(db.read([&](db::Reader const& reader) { return area_path(reader, kaya.id, "fr"); })) == "Burkina Faso › Centre-Nord › Sanmatenga › Kaya");
        CHECK(expect_success(db.read([&](db::Reader const& reader) { return find_area(reader, kaya.id); })).p_code == kaya.p_code);
    });
}

TEST_CASE("a retired P-code is refused with what replaced it, one that never was with another sentence")
{
    test::for_each_engine([](db::Database& db) {
        CHECK(refusal(db, burkina, "BF4903", in_2026, ErrorKind::Invalid) == "BF4903 (Sanmatenga) is no longer valid since 2025-07-01: it was replaced by Sandbondtenga.");
        CHECK(refusal(db, burkina, "BF5603", in_2026, ErrorKind::Invalid).ends_with("it was replaced by Djelgodji, Karo-Peli."));
        CHECK(refusal(db, burkina, "BF4903", *Date::from(2019, 1, 1), ErrorKind::Invalid).find("since") != std::string::npos);
        CHECK(refusal(db, burkina, "BF9999", in_2026, ErrorKind::NotFound) == "No area has the P-code BF9999.");
        CHECK(refusal(db, burkina, "Kaya", in_2026, ErrorKind::Invalid).find("is no P-code") != std::string::npos);
    });
}

TEST_CASE("the areas of 2025 have no code, and know what they replaced")
{
    test::for_each_engine([](db::Database& db) {
        auto const found = expect_success(db.read([&](db::Reader const& reader) { return list_areas(reader, { .day = in_2026, .country = burkina, .search = "karo peli" }); }));
        REQUIRE(found.size() == 1);
        CHECK_FALSE(found[0].p_code);
        expect_success(db.read([&](db::Reader const& reader) -> Result<void> {
            CHECK(names_of(TRY(replaced_by_area(reader, found[0].id))) == std::vector<std::string> { "Soum" });
            CHECK(names_of(TRY(list_areas(reader, { .day = in_2026, .parent = found[0].id }))) == std::vector<std::string> { "Arbinda", "Koutougou" });
            CHECK(TRY(area_path(reader, found[0].id, "fr")) == "Burkina Faso › Soum › Karo-Peli");
            return {};
        }));
    });
}

TEST_CASE("a search takes words in any order without accents, and codes, as of its day")
{
    test::for_each_engine([](db::Database& db) {
        auto const search = [&](std::string words, Date day) {
            return names_of(expect_success(db.read([&](db::Reader const& reader) { return list_areas(reader, { .day = day, .country = burkina, .search = std::move(words) }); })));
        };
        CHECK(search("mouhoun boucle", in_2024) == std::vector<std::string> { "Boucle du Mouhoun" });
        CHECK(search("MOUHOUN BOUCLE", in_2026).empty());
        CHECK(search("KENEDOUGOU", in_2026) == std::vector<std::string> { "Kénédougou" });
        CHECK(search("bf490304", in_2024) == std::vector<std::string> { "Kaya" });
        CHECK(expect_success(db.read([&](db::Reader const& reader) { return count_areas(reader, { .day = in_2026, .country = burkina, .level = 2 }); })) == 47);
    });
}

TEST_CASE("an area is found under both prefixes of Chad, and no second area may take its code")
{
    test::for_each_engine([](db::Database& db) {
        auto const tibesti = chadian('t', 1, "TD19", "Tibesti");
        expect_success(insert(db, tibesti));
        CHECK(by_code(db, chad, "TCD19", in_2026).name == "Tibesti");
        auto const twice = insert(db, chadian('u', 1, "TCD19", "Autre"));
        REQUIRE_FALSE(twice);
        CHECK(twice.error().kind == ErrorKind::Invalid);
        CHECK(twice.error().fields.at(0).field == "p_code");
    });
}

TEST_CASE("an area lies in one of a higher level of its own country, never in itself or in a ring")
{
    test::for_each_engine([](db::Database& db) {
        auto region = chadian('t', 1, "TD19", "Tibesti");
        expect_success(insert(db, region));
        auto const department = chadian('d', 2, "TD1901", "Bardaï", region.id);
        expect_success(insert(db, department));
        CHECK_FALSE(insert(db, chadian('e', 1, "TD20", "Ennedi", department.id)));
        CHECK_FALSE(insert(db, chadian('f', 2, "TD1902", "Zouar", by_code(db, burkina, "BF49", in_2024).id)));
        region.parent = department.id;
        CHECK_FALSE(db.write([&](db::Transaction& tx) { return update_area(tx, region); }));
        region.parent = region.id;
        CHECK_FALSE(db.write([&](db::Transaction& tx) { return update_area(tx, region); }));
    });
}

TEST_CASE("a former name is shown on the days it was the name")
{
    test::for_each_engine([](db::Database& db) {
        auto area = chadian('t', 1, "TD19", "Bourkou");
        expect_success(insert(db, area));
        area.name = "Borkou";
        area.other_names = { { "Bourkou", Date::from(2020, 12, 31) } };
        expect_success(db.write([&](db::Transaction& tx) { return update_area(tx, area); }));
        auto const on = [&](Date day) { return names_of(expect_success(db.read([&](db::Reader const& reader) { return list_areas(reader, { .day = day, .country = chad }); }))); };
        CHECK(on(*Date::from(2020, 12, 31)) == std::vector<std::string> { "Bourkou" });
        CHECK(on(*Date::from(2021, 1, 1)) == std::vector<std::string> { "Borkou" });
        auto const known = expect_success(db.read([&](db::Reader const& reader) { return known_areas(reader, chad, in_2026); }));
        REQUIRE(known.size() == 1);
        CHECK(known[0].keys == std::vector<std::string> { "borkou", "bourkou" });
        // The page that was read before knows another version.
        CHECK(db.write([&](db::Transaction& tx) { return update_area(tx, area); }).error().kind == ErrorKind::Conflict);
    });
}

TEST_CASE("the areas that come with the product are recognised by name, their parents deciding")
{
    test::for_each_engine([](db::Database& db) {
        auto const known = expect_success(db.read([&](db::Reader const& reader) { return known_areas(reader, burkina, in_2024); }));
        CHECK(known.size() == 409);
        std::vector<std::string_view> const path { "Centre Nord", "Sanmentenga", "Kaya" };
        CHECK(recognise_area(known, path).exact == by_code(db, burkina, "BF490304", in_2024).id);
        CHECK_FALSE(recognise_area(known, std::span(path).first(2)).exact);
        CHECK(recognise_area(known, std::span(path).first(2)).candidates.size() >= 2);
    });
}
