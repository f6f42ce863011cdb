#include "actions/import_store.hpp"
#include "actions/plan_sections.hpp"
#include "actions/plan_document.hpp"
#include "actions/test_house.hpp"
#include "formats/sheet_writer.hpp"
#include "formats/table.hpp"
#include "people/store.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace toguna;
using namespace toguna::actions;
using toguna::test::expect_success;

namespace {

web::Localization const& french() { return web::localization("fr", web::Medium::File); }

std::string fixture(std::string const& name)
{
    std::ifstream file("tests/fixtures/s1/" + name, std::ios::binary);
    REQUIRE(file);
    return { std::istreambuf_iterator<char>(file), {} };
}

PlanImport import_of(TestHouse const& house, std::string const& bytes, std::string const& name, int year)
{
    auto const file = expect_success(formats::read_foreign_file(bytes, name));
    return { house.body, year, expect_success(read_plan(file, year, house.today(), function_titles())), { name, "", file.format } };
}

ImportOutcome load(db::Database& database, TestHouse& house, PlanImport const& import)
{
    return expect_success(database.write([&](db::Transaction& tx) { return write_import(tx, import, {}, house.today(), french(), house.act()); }));
}

ActionPlan stored_plan(db::Database& database, PlanId const& plan)
{
    return expect_success(database.read([&](db::Reader const& db) { return read_plan(db, plan); }));
}

/// One section, one gap, as many actions as there are texts.
ImportedPlan imported(std::vector<std::string> const& texts)
{
    ImportedPlan plan;
    plan.title = "Plan d’action 2027";
    plan.sections.push_back({ "Suivi et évaluation", "monitoring" });
    plan.gaps.push_back({ "G1", 0, "Peu de missions", {} });
    for (auto const& text : texts)
        plan.actions.push_back({ "A" + std::to_string(plan.actions.size() + 1), "", text, 0, { "G1" }, Recurring { Frequency::Quarterly }, "Trimestrielle", {}, "", "", "", {}, {} });
    return plan;
}

} // namespace

TEST_CASE("the source plan is loaded whole, and loading the same file again changes nothing")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        for (std::string const name : { "plan.docx", "plan.xlsx", "plan.ods", "plan-empty-shared-cells.csv", "plan-repeated-cells.csv" }) {
            CAPTURE(name);
            auto const import = import_of(house, fixture(name), name, 2023);
            auto const first = load(database, house, import);
            auto const plan = stored_plan(database, first.plan);
            CHECK(plan.sections.size() == 8);
            CHECK(plan.gaps.size() == 22);
            CHECK(plan.actions.size() == 30);
            // The first of these files makes the plan; the others say the same.
            CHECK(first.plan_added == (name == "plan.docx"));
            CHECK(first.import.has_value() == first.plan_added);
            auto const second = load(database, house, import);
            CHECK_FALSE(second.import.has_value());
            CHECK(second.changes.count(Change::Unchanged) == 30);
            CHECK(stored_plan(database, first.plan).version == plan.version);
        }
    });
}

TEST_CASE("a plan that left as a workbook and came back with a new date and a new owner is updated, row by row")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        auto const loaded = load(database, house, import_of(house, fixture("plan.docx"), "plan.docx", 2023));
        auto plan = stored_plan(database, loaded.plan);
        auto const export_of = [&](ActionPlan const& one) {
            return expect_success(formats::write_xlsx(plan_workbook(one, {}, { "Cluster Nutrition", "Awa Sanou", house.today(), house.now() }, french())));
        };
        auto const unchanged = load(database, house, import_of(house, export_of(plan), "plan.xlsx", 2023));
        CHECK_FALSE(unchanged.import.has_value());

        plan.actions[3].due = DueInMonth { { 2023, 9 } };
        plan.actions[3].responsible = { { Responsible::Kind::Unit, "", "La coordination du cluster" } };
        plan.actions[4].text = "Former et orienter les nouveaux acteurs";
        auto const outcome = load(database, house, import_of(house, export_of(plan), "plan.xlsx", 2023));
        CHECK(outcome.changes.count(Change::Changed) == 2);
        CHECK(outcome.changes.count(Change::Added) == 0);
        auto const after = stored_plan(database, loaded.plan);
        CHECK(after.actions.size() == 30);
        CHECK(after.actions[3].due == Due { DueInMonth { { 2023, 9 } } });
        CHECK(after.actions[3].responsible[0].name == "La coordination du cluster");
        CHECK(after.actions[4].text == "Former et orienter les nouveaux acteurs");
    });
}

TEST_CASE("an import that fails in its middle leaves nothing behind")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        auto broken = imported({ "Planifier les missions", "" });
        auto const failed = database.write([&](db::Transaction& tx) { return write_import(tx, { house.body, 2027, broken, {} }, {}, house.today(), french(), house.act()); });
        REQUIRE_FALSE(failed.has_value());
        CHECK_FALSE(expect_success(database.read([&](db::Reader const& db) { return find_plan_of_year(db, house.body, 2027); })).has_value());

        PlanImport const nowhere { bodies::BodyId::trusted(std::string(25, '9')), 2027, imported({ "Planifier les missions" }), {} };
        auto const refused = database.write([&](db::Transaction& tx) { return write_import(tx, nowhere, {}, house.today(), french(), house.act()); });
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().kind == ErrorKind::Conflict);
    });
}

TEST_CASE("undoing an import that made a plan takes the plan away, and it can be loaded again")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        auto const import = import_of(house, fixture("plan.xlsx"), "plan.xlsx", 2023);
        auto const outcome = load(database, house, import);
        auto const undo = [&] { return database.write([&](db::Transaction& tx) { return undo_import(tx, *outcome.import, french(), house.act()); }); };
        auto const report = expect_success(undo());
        CHECK(report.removed == 52);
        CHECK(report.kept.empty());
        CHECK_FALSE(expect_success(database.read([&](db::Reader const& db) { return find_plan_of_year(db, house.body, 2023); })).has_value());
        auto const again = undo();
        REQUIRE_FALSE(again.has_value());
        CHECK(again.error().kind == ErrorKind::Conflict);
        CHECK(load(database, house, import).plan_added);
    });
}

TEST_CASE("undoing gives back former values, keeps what somebody changed since, and names it")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        auto plan = imported({ "Planifier les missions", "Partager les rapports", "Former les équipes" });
        auto const first = load(database, house, { house.body, 2027, plan, {} });
        plan.actions[0].due = DueOn { *Date::from(2027, 6, 30) };
        plan.actions[1].due = DueOn { *Date::from(2027, 6, 30) };
        plan.actions.push_back({ "A4", "", "Rédiger le SOP", 0, {}, NoDue {}, "", {}, "", "", "", {}, {} });
        auto const second = load(database, house, { house.body, 2027, plan, {} });
        CHECK(second.changes.count(Change::Changed) == 2);
        CHECK(second.changes.count(Change::Added) == 1);

        auto action = stored_plan(database, first.plan).actions[1];
        action.text = "Partager les rapports chaque lundi";
        house.write([&](db::Transaction& tx) { return update_action(tx, action, action.version, "", house.act()); });
        auto const report = expect_success(database.write([&](db::Transaction& tx) { return undo_import(tx, *second.import, french(), house.act()); }));
        CHECK(report.restored == 1);
        CHECK(report.removed == 1);
        REQUIRE(report.kept.size() == 1);
        CHECK(report.kept[0] == "NUT-2027-002 : Partager les rapports chaque lundi");
        auto const after = stored_plan(database, first.plan);
        CHECK(after.actions.size() == 3);
        CHECK(after.actions[0].due == Due { Recurring { Frequency::Quarterly } });
        CHECK(after.actions[0].occurrences.size() == 4);
        CHECK(after.actions[1].due == Due { DueOn { *Date::from(2027, 6, 30) } });
    });
}

TEST_CASE("a plan that changed while somebody looked at the comparison is not written over")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        auto plan = imported({ "Planifier les missions" });
        load(database, house, { house.body, 2027, plan, {} });
        plan.actions[0].priority = "high";
        PlanImport const import { house.body, 2027, plan, {} };
        auto const seen = expect_success(database.read([&](db::Reader const& db) { return preview_import(db, import, house.today(), french()); }));
        auto action = stored_plan(database, seen.plan->id).actions[0];
        action.progress = 50;
        house.write([&](db::Transaction& tx) { return update_action(tx, action, action.version, "", house.act()); });
        auto const late = database.write([&](db::Transaction& tx) { return write_import(tx, import, seen.signature, house.today(), french(), house.act()); });
        REQUIRE_FALSE(late.has_value());
        CHECK(late.error().kind == ErrorKind::Conflict);
    });
}

TEST_CASE("names in the file become the organisations and the body that they mean; the others stay as written")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        auto const unicef = new_id<people::OrganizationTag>(house.now(), house.chance);
        house.write([&](db::Transaction& tx) {
            return people::insert_organization(tx, { .id = unicef, .name = "Fonds des Nations unies pour l’enfance", .acronym = "UNICEF" }, house.now());
        });
        auto plan = imported({ "Planifier les missions" });
        plan.actions[0].responsible = { "Unicef", "membres du cluster", "La coordination", "Inconnu Total" };
        PlanImport const import { house.body, 2027, plan, {} };
        auto const preview = expect_success(database.read([&](db::Reader const& db) { return preview_import(db, import, house.today(), french()); }));
        CHECK_FALSE(preview.responsible.at("Inconnu Total").known);
        CHECK(preview.responsible.at("La coordination").known);
        auto const outcome = load(database, house, import);
        auto const responsible = stored_plan(database, outcome.plan).actions[0].responsible;
        REQUIRE(responsible.size() == 4);
        CHECK(responsible[0] == Responsible { Responsible::Kind::Organization, unicef.text(), "UNICEF" });
        CHECK(responsible[1].kind == Responsible::Kind::Body);
        CHECK(responsible[1].id == house.body.text());
        CHECK(responsible[2] == Responsible { Responsible::Kind::Unit, "", "La coordination" });
        CHECK(responsible[3] == Responsible { Responsible::Kind::Unit, "", "Inconnu Total" });
    });
}

TEST_CASE("a draft is seen by its author alone, and is forgotten after thirty days")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        ImportDraft const draft { new_id<ImportDraftTag>(house.now(), house.chance), import_of(house, fixture("plan.xlsx"), "plan.xlsx", 2023), house.now() };
        house.write([&](db::Transaction& tx) { return insert_import_draft(tx, draft, "awa"); });
        auto const find = [&](std::string const& account) { return database.read([&](db::Reader const& db) { return find_import_draft(db, draft.id, account); }); };
        auto const found = expect_success(find("awa"));
        CHECK(to_json(found.import.plan) == to_json(draft.import.plan));
        CHECK_FALSE(find("moussa").has_value());
        house.pass(std::chrono::hours(24 * 31));
        CHECK(expect_success(database.write([&](db::Transaction& tx) { return delete_old_import_drafts(tx, house.now()); })) == 1);
        CHECK_FALSE(find("awa").has_value());
    });
}

TEST_CASE("words that somebody explained are understood in the next file of that body")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        house.write([&](db::Transaction& tx) { return remember_words(tx, house.body, TaughtWords::Deadline, "Avant l’hivernage", "month:2026-05"); });
        auto const memory = expect_success(database.read([&](db::Reader const& db) { return read_import_memory(db, house.body); }));
        auto const file = expect_success(formats::read_foreign_file("Défis;Actions;Échéance\nPeu de stocks;Prépositionner les intrants;avant l'hivernage\n", "plan.csv"));
        auto const plan = expect_success(read_plan(file, 2026, house.today(), function_titles(), memory));
        CHECK(plan.actions.at(0).due == Due { DueInMonth { { 2026, 5 } } });
        auto const next = expect_success(read_plan(file, 2027, house.today(), function_titles(), memory));
        CHECK(next.actions.at(0).due == Due { DueInMonth { { 2027, 5 } } });
    });
}
