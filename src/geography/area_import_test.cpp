#include "formats/sheet_writer.hpp"
#include "geography/area_import_plan.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::geography;

namespace {

Country const chad { CountryCode::trusted("TCD"), "TD", "Tchad", "Chad", "Africa/Ndjamena", "XAF" };
Country const niger { CountryCode::trusted("NER"), "NE", "Niger", "Niger", "Africa/Niamey", "XOF" };
Country const burkina { CountryCode::trusted("BFA"), "BF", "Burkina Faso", "Burkina Faso", "Africa/Ouagadougou", "XOF" };
Date const january = *Date::from(2026, 1, 1);

formats::ForeignFile csv(std::string const& text)
{
    auto file = formats::read_foreign_file(text, "zones.csv");
    REQUIRE(file);
    return *std::move(file);
}

AreaFile read(std::string const& text, Country const& country)
{
    auto file = read_area_file(csv(text), country);
    REQUIRE_MESSAGE(file, (file ? "" : file.error().message.debug_string()));
    return *std::move(file);
}

std::vector<std::string> problems_of(std::vector<AreaProblem> const& problems)
{
    std::vector<std::string> texts;
    for (auto const& problem : problems)
        texts.push_back(problem.place.debug_string() + ": " + problem.message.debug_string());
    return texts;
}

bool says(std::vector<AreaProblem> const& problems, std::string_view words)
{
    for (auto const& text : problems_of(problems))
        if (text.find(words) != std::string::npos)
            return true;
    return false;
}

AdminArea area(Country const& country, char id, int level, std::string code, std::string name, std::optional<char> parent = {}, Date since = *Date::from(2020, 1, 1))
{
    return { .id = AdminAreaId::trusted(std::string(25, id)), .country = country.code, .level = level, .p_code = code.empty() ? std::nullopt : std::optional(PCode::trusted(code)),
        .name = std::move(name), .parent = parent ? std::optional(AdminAreaId::trusted(std::string(25, *parent))) : std::nullopt, .validity = Period::since(since), .edition = "2020" };
}

PlannedChange const& change_named(AreaImportPlan const& plan, std::string_view name)
{
    for (auto const& change : plan.changes)
        if (change.name == name)
            return change;
    throw std::runtime_error("no change of " + std::string(name));
}

std::string const chad_rows = "ADM0_FR,ADM0_PCODE,ADM1_FR,ADM1_PCODE,ADM2_FR,ADM2_PCODE,validOn,validTo\n"
                              "Tchad,TCD,Tibesti,TCD19,Bardaï,TCD1901,2026-01-01,\n"
                              "Tchad,TCD,Tibesti,TCD19,Zouar,TCD1902,2026-01-01,\n"
                              "Tchad,TCD,Lac,TCD07,Mamdi,TCD0701,2026-01-01,\n";

} // namespace

TEST_CASE("a COD file gives each area once, with its parent and the day its edition begins")
{
    auto const file = read(chad_rows, chad);
    CHECK(file.problems.empty());
    REQUIRE(file.areas.size() == 5);
    CHECK(file.areas[0].name == "Lac");
    CHECK(file.areas[3].name == "Bardaï");
    CHECK(file.areas[3].parent == PCode::trusted("TCD19"));
    CHECK(file.valid_on == january);
    CHECK(countries_named(csv(chad_rows)).value() == std::vector<std::string> { "TCD" });
}

TEST_CASE("the layouts of older files and of global lists are understood, with their tags and their dates")
{
    auto const old_layout = read("admin1Name_fr;admin1Pcode;admin1RefName;admin1AltName1_fr;validOn\nTillabéri;NE006;Tillaberi;Tillabéry;1564704000000\n", niger);
    REQUIRE(old_layout.areas.size() == 1);
    CHECK(old_layout.areas[0].name == "Tillabéri");
    CHECK(old_layout.areas[0].other_names == std::vector<std::string> { "Tillaberi", "Tillabéry" });
    CHECK(old_layout.valid_on == Date::from(2019, 8, 2));

    auto const global = read("Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\n"
                             "#country+code,#geo+admin_level,#adm+code,#adm+name,#adm+code+parent,#date+start\n"
                             "BFA,1,BF49,Centre-Nord,BFA,2024-10-22\nNER,1,NE001,Agadez,NER,2023-07-25\nNER,2,NE001001,Aderbissinat,NE001,2023-07-25\n",
        niger);
    CHECK(global.problems.empty());
    CHECK(global.areas.size() == 2);
    CHECK(global.areas[1].parent == PCode::trusted("NE001"));
    CHECK(global.valid_on == Date::from(2023, 7, 25));
    CHECK(global.set_aside.size() == 1);
}

TEST_CASE("French names come before English ones, wherever their columns stand")
{
    auto const file = read("ADM1_EN,ADM1_FR,ADM1_PCODE\nLake,Lac,TD07\n", chad);
    REQUIRE(file.areas.size() == 1);
    CHECK(file.areas[0].name == "Lac");
    CHECK(file.areas[0].other_names == std::vector<std::string> { "Lake" });
}

TEST_CASE("bad rows are refused with their place, each with its own sentence")
{
    std::string const header = "ADM1_FR,ADM1_PCODE,ADM2_FR,ADM2_PCODE\n";
    CHECK(says(read(header + "Lac,TD07,Mamdi,TD0701\nLac,TD07,Kaya,TD0701\n", chad).problems, "TD0701 stands twice"));
    CHECK(says(read(header + "Lac,TD07,Mamdi,TD07011\nLac,TD07,Kaya,TD0702\n", chad).problems, "has 5 characters"));
    CHECK(says(read(header + "Lac,TD07,Mamdi,NE0701\n", chad).problems, "does not start with TD or TCD"));
    CHECK(says(read(header + "Lac,TD07,Mamdi,\n", chad).problems, "is no P-code"));
    CHECK(says(read(header + "Lac,TD07,,TD0701\n", chad).problems, "has no name"));
    CHECK(says(read(header + "Lac,TD07,Mamdi,=A1\n", chad).problems, "A formula stands"));
    CHECK(says(read(header + "Lac,TD07,Mamdi,TD0701\nTibesti,TD07,Kaya,TD0702\n", chad).problems, "is called “Tibesti” here and “Lac”"));
    auto const places = problems_of(read(header + "Lac,TD07,Mamdi,\n", chad).problems);
    REQUIRE(places.size() == 1);
    CHECK(places[0].find("2") != std::string::npos); // line 2
}

TEST_CASE("rings and parents of the wrong level are refused")
{
    std::string const header = "Location,Admin Level,P-Code,Name,Parent P-Code\n";
    CHECK(says(read(header + "TCD,2,TD0701,Mamdi,TD0702\nTCD,2,TD0702,Wayi,TD0701\n", chad).problems, "lies in itself"));
    CHECK(says(read(header + "TCD,1,TD07,Lac,TCD\nTCD,2,TD0701,Mamdi,TD07\nTCD,2,TD0702,Wayi,TD0701\n", chad).problems, "cannot lie in TD0701, of level 2"));
    CHECK(says(read(header + "TCD,9,TD07,Lac,TCD\n", chad).problems, "is no level"));
}

TEST_CASE("a hidden sheet is set aside and named, formulas are refused though they have a value")
{
    formats::ForeignFile file { "xlsx", {}, csv(chad_rows).tables, {} };
    file.tables.push_back(file.tables[0]);
    file.tables[1].hidden = true;
    file.tables[1].name = "Brouillon";
    auto const read_file = read_area_file(file, chad);
    REQUIRE(read_file);
    CHECK(read_file->areas.size() == 5);
    REQUIRE(read_file->set_aside.size() == 1);
    CHECK(read_file->set_aside[0].debug_string().find("Brouillon") != std::string::npos);

    file.tables[0].rows[1].cells[5].formula = true;
    CHECK(says(read_area_file(file, chad)->problems, "A formula stands"));
}

TEST_CASE("a file without P-codes, or of another country, is refused as a whole")
{
    CHECK_FALSE(read_area_file(csv("Région,Province\nLac,Mamdi\n"), chad));
    CHECK_FALSE(read_area_file(csv("Location,Admin Level,P-Code,Name\nNER,1,NE001,Agadez\n"), chad));
}

TEST_CASE("a new edition adds, renames, moves and ends, and knows what took whose place")
{
    std::vector<AdminArea> const existing { area(chad, 'l', 1, "TD07", "Lac"), area(chad, 't', 1, "TD19", "Tibesti"), area(chad, 'o', 1, "TD23", "Ennedi"),
        area(chad, 'm', 2, "TD0701", "Mamdy", 'l'), area(chad, 'b', 2, "TD1901", "Bardai", 't') };
    auto const plan = plan_area_import(read(chad_rows, chad), chad, { january, "" }, existing);
    CHECK(problems_of(plan.problems).empty());
    CHECK(plan.edition == "2026");
    CHECK(change_named(plan, "Lac").change == AreaChange::Unchanged); // TD07 is TCD07
    CHECK(change_named(plan, "Mamdi").change == AreaChange::Renamed);
    CHECK(change_named(plan, "Mamdi").former_name == "Mamdy");
    CHECK(change_named(plan, "Bardaï").change == AreaChange::Renamed); // the accents
    CHECK(change_named(plan, "Zouar").change == AreaChange::Added);
    CHECK(change_named(plan, "Ennedi").change == AreaChange::Retired);
    CHECK(plan.count(AreaChange::Unchanged) == 2);
}

TEST_CASE("a code that changed hands is no new name: Niger's NE004007 was Mayahi and is the town of Maradi")
{
    std::vector<AdminArea> const existing { area(niger, 'r', 1, "NE004", "Maradi"), area(niger, 'm', 2, "NE004007", "Mayahi", 'r'), area(niger, 't', 2, "NE004008", "Tessaoua", 'r') };
    auto const plan = plan_area_import(read("ADM1_FR,ADM1_PCODE,ADM2_FR,ADM2_PCODE\nMaradi,NE004,Ville de Maradi,NE004007\nMaradi,NE004,Mayahi,NE004008\nMaradi,NE004,Tessaoua,NE004009\n", niger),
        niger, { january, "2026" }, existing);
    CHECK(plan.count(AreaChange::Renamed) == 0);
    CHECK(plan.count(AreaChange::Added) == 3);
    CHECK(plan.count(AreaChange::Retired) == 2);
    for (auto const& change : plan.changes)
        if (change.change == AreaChange::Added && change.name == "Mayahi")
            CHECK(change.replaces == std::vector<AdminAreaId> { existing[1].id });
}

TEST_CASE("areas that had no code are given theirs, and keep their identity")
{
    std::vector<AdminArea> const existing { area(burkina, 'k', 1, "", "Kuilsé"), area(burkina, 's', 2, "", "Sandbondtenga", 'k') };
    auto const plan = plan_area_import(read("ADM1_FR,ADM1_PCODE,ADM2_FR,ADM2_PCODE\nKuilse,BF64,Sandbondtenga,BF6403\n", burkina), burkina, { january, "2026" }, existing);
    CHECK(plan.count(AreaChange::Coded) == 2);
    CHECK(change_named(plan, "Sandbondtenga").before->id == existing[1].id);
}

TEST_CASE("an area under another parent ends and begins anew, with what lies in it")
{
    std::vector<AdminArea> const existing { area(chad, 'l', 1, "TD07", "Lac"), area(chad, 't', 1, "TD19", "Tibesti"), area(chad, 'm', 2, "TD0701", "Mamdi", 't'), area(chad, 'c', 3, "TD070101", "Bol", 'm') };
    auto const plan = plan_area_import(read("ADM1_FR,ADM1_PCODE,ADM2_FR,ADM2_PCODE\nLac,TD07,Mamdi,TD0701\nTibesti,TD19,Bardaï,TD1901\n", chad), chad, { january, "" }, existing);
    CHECK(change_named(plan, "Mamdi").change == AreaChange::Moved);
    CHECK(change_named(plan, "Mamdi").replaces == std::vector<AdminAreaId> { existing[2].id });
    // Bol's level is not in the file: it stays, and the reader is told.
    CHECK(plan.set_aside.size() == 1);
}

TEST_CASE("what the file leaves open is refused: a parent nobody knows, an end before the beginning, an older edition")
{
    std::vector<AdminArea> const existing { area(chad, 'l', 1, "TD07", "Lac", {}, january), area(chad, 't', 1, "TD19", "Tibesti", {}, january) };
    std::string const mamdi = "Location,Admin Level,P-Code,Name,Parent P-Code\nTCD,2,TD0901,Mamdi,TD09\n";
    CHECK(says(plan_area_import(read(mamdi, chad), chad, { january, "" }, existing).problems, "neither in the file nor known"));
    std::string const lac = "ADM1_FR,ADM1_PCODE\nLac,TD07\n";
    CHECK(says(plan_area_import(read(lac, chad), chad, { january, "" }, existing).problems, "would end before it begins"));
    CHECK(says(plan_area_import(read(lac, chad), chad, { january.plus_days(-1), "" }, existing).problems, "choose that day or a later one"));
    CHECK(plan_area_import(read(lac, chad), chad, { january.plus_days(1), "" }, existing).problems.empty());
    std::string const not_nested = "ADM1_FR,ADM1_PCODE,ADM2_FR,ADM2_PCODE\nLac,TD07,Mamdi,TD1901\n";
    CHECK(says(plan_area_import(read(not_nested, chad), chad, { january.plus_days(1), "" }, {}).problems, "does not begin with TD07"));
}

TEST_CASE("a file of one level finds the areas above by their codes")
{
    std::vector<AdminArea> const existing { area(chad, 'l', 1, "TD07", "Lac") };
    auto const plan = plan_area_import(read("ADM2_FR,ADM2_PCODE\nMamdi,TD0701\n", chad), chad, { january, "" }, existing);
    CHECK(problems_of(plan.problems).empty());
    REQUIRE(plan.changes.size() == 1);
    CHECK(plan.changes[0].after->parent == PCode::trusted("TD07"));
    CHECK(says(plan_area_import(read("ADM2_FR,ADM2_PCODE\nMamdi,TD0901\n", chad), chad, { january, "" }, existing).problems, "lies in no area"));
}
