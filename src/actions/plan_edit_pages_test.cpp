#include "actions/plan_edit_store.hpp"
#include "actions/plan_pages_house.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using toguna::test::for_each_engine;

TEST_CASE("sections and gaps are added on the page that works on the plan; what is empty is refused and named")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        CHECK(pages.post(pages.plan_path() + "/sections", { { "title", "Plaidoyer" }, { "core_function", "" } }).status == 303);
        auto const section = pages.plan().sections.back().id.text();
        auto const added = pages.post(pages.plan_path() + "/gaps", { { "section", section }, { "gap-" + section, "Peu de bailleurs" } });
        CHECK(added.status == 303);
        CHECK(location_of(added) == pages.plan_path() + "/edit#g" + pages.plan().gaps.back().id.text());
        auto const empty = pages.post(pages.plan_path() + "/gaps", { { "section", section }, { "gap-" + section, "  " } });
        CHECK(empty.status == 422);
        CHECK(shows(empty, "Dites ce qui manque"));
        CHECK(pages.plan().gaps.size() == 1);
    });
}

TEST_CASE("a gap moves among the gaps of its section, an action among those of its gap")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const first = pages.add_gap("Premier");
        auto const second = pages.add_gap("Second");
        auto const one = pages.add_action("Une", NoDue {}, { first });
        pages.add_action("Ailleurs", NoDue {}, { second });
        auto const two = pages.add_action("Deux", NoDue {}, { first });
        CHECK(pages.post(pages.plan_path() + "/order", { { "gap_up", second.text() } }).status == 303);
        CHECK(pages.plan().gaps.front().text == "Second");
        CHECK(pages.post(pages.plan_path() + "/order", { { "action_up", two.id.text() } }).status == 303);
        CHECK(pages.plan().actions.front().text == "Deux");
        CHECK(pages.plan().actions.back().text == "Une");
    });
}

TEST_CASE("two people change one gap: the second sees both versions and chooses")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const gap = pages.add_gap("Retard");
        auto const path = pages.plan_path() + "/gaps/" + gap.text();
        std::string const section = pages.house.section.text();
        CHECK(pages.post(path, { { "version", "1" }, { "text", "Retard des visites" }, { "section", section } }).status == 303);
        auto const conflict = pages.post(path, { { "version", "1" }, { "text", "Grand retard" }, { "section", section } });
        CHECK(conflict.status == 409);
        CHECK(shows(conflict, "<p>Retard des visites</p>"));
        CHECK(shows(conflict, "<p>Grand retard</p>"));
        CHECK(shows(conflict, "Écrire le mien par-dessus"));
        CHECK(shows(conflict, "name=\"version\" value=\"2\""));
        CHECK(pages.plan().gaps.front().text == "Retard des visites");
        CHECK(pages.post(path, { { "version", "2" }, { "text", "Grand retard" }, { "section", section } }).status == 303);
        CHECK(pages.plan().gaps.front().text == "Grand retard");
    });
}

TEST_CASE("two people rename one section: the second sees both titles")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const path = pages.plan_path() + "/sections/" + pages.house.section.text();
        std::string const was = "Soutien à la prestation des services";
        CHECK(pages.post(path, { { "title", "Services" }, { "core_function", "1" }, { "read_title", was }, { "read_function", "1" } }).status == 303);
        auto const conflict = pages.post(path, { { "title", "Prestation" }, { "core_function", "1" }, { "read_title", was }, { "read_function", "1" } });
        CHECK(conflict.status == 409);
        CHECK(shows(conflict, "Services (Soutien"));
        CHECK(shows(conflict, "value=\"Prestation\""));
        CHECK(pages.plan().sections.front().title == "Services");
    });
}

TEST_CASE("a section that still holds a gap is not removed, and the page says why")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const gap = pages.add_gap("Retard");
        auto const path = pages.plan_path() + "/sections/" + pages.house.section.text() + "/removal";
        auto const refused = pages.post(path, {});
        CHECK(refused.status == 422);
        CHECK(shows(refused, "contient encore des défis"));
        CHECK(pages.post(pages.plan_path() + "/gaps/" + gap.text() + "/removal", { { "version", "1" } }).status == 303);
        CHECK(pages.post(path, {}).status == 303);
        CHECK(pages.plan().sections.empty());
    });
}

TEST_CASE("an action is shared with another gap, and unlinked again")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const first = pages.add_gap("Premier");
        auto const second = pages.add_gap("Second");
        auto const action = pages.add_action("Une", NoDue {}, { first });
        auto const links = pages.plan_path() + "/gaps/" + second.text() + "/links";
        CHECK(pages.post(links, { { "link", action.id.text() } }).status == 303);
        CHECK(pages.find(action).gaps.size() == 2);
        CHECK(pages.post(links, { { "unlink", action.id.text() } }).status == 303);
        CHECK(pages.find(action).gaps == std::vector { first });
        auto const stale = pages.post(pages.plan_path() + "/actions/" + action.id.text() + "/gaps", { { "version", "1" }, { "gaps", second.text() } });
        CHECK(stale.status == 409);
        CHECK(pages.find(action).gaps == std::vector { first });
    });
}

TEST_CASE("one action becomes two right after each other, with the same gaps and deadline; two equal ones become one")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const gap = pages.add_gap("Retard");
        auto const other_gap = pages.add_gap("Autre");
        auto const action = pages.add_action("Former les points focaux ; acheter des kits", DueInMonth { { 2026, 8 } }, { gap });
        auto const last = pages.add_action("La dernière", NoDue {}, { gap });
        auto const path = pages.plan_path() + "/actions/" + action.id.text();
        CHECK(shows(pages.get(path + "/arrange"), "Former les points focaux\nacheter des kits"));
        CHECK(pages.post(path + "/parts", { { "version", "1" }, { "texts", "Former les points focaux" } }).status == 422);
        CHECK(pages.post(path + "/parts", { { "version", "1" }, { "texts", "Former les points focaux\nAcheter des kits" } }).status == 303);
        auto const plan = pages.plan();
        REQUIRE(plan.actions.size() == 3);
        CHECK(plan.actions[0].text == "Former les points focaux");
        CHECK(plan.actions[1].text == "Acheter des kits");
        CHECK(plan.actions[1].gaps == std::vector { gap });
        CHECK(plan.actions[1].due == Due { DueInMonth { { 2026, 8 } } });
        CHECK(plan.actions[2].id == last.id);

        auto const same = pages.add_action("Former les points focaux.", NoDue {}, { other_gap }, { { Responsible::Kind::Unit, "", "La coordination" } });
        CHECK(pages.post(path + "/merger", { { "version", "2" }, { "other", same.id.text() + ".1" } }).status == 303);
        auto const merged = pages.find(action);
        CHECK(merged.gaps.size() == 2);
        CHECK(merged.responsible.size() == 1);
        CHECK(pages.plan().actions.size() == 3);
        CHECK(pages.post(path + "/removal", { { "version", "2" } }).status == 409);
        CHECK(pages.post(path + "/removal", { { "version", "3" } }).status == 303);
        CHECK(pages.plan().actions.size() == 2);
    });
}

TEST_CASE("gaps and actions of another plan are not touched through this one's addresses")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const gap = pages.add_gap("Retard");
        auto const action = pages.add_action("Une", NoDue {}, { gap });
        auto const made = pages.post("/bodies/" + pages.house.body.text() + "/plans", { { "year", "2027" }, { "title", "Suivant" }, { "start", "empty" } });
        auto const other = location_of(made).substr(0, location_of(made).rfind("/edit"));
        CHECK(pages.get(other + "/gaps/" + gap.text() + "/edit").status == 404);
        CHECK(pages.post(other + "/gaps/" + gap.text() + "/removal", { { "version", "1" } }).status == 404);
        CHECK(pages.post(other + "/actions/" + action.id.text() + "/removal", { { "version", "1" } }).status == 404);
        CHECK(pages.post(other + "/order", { { "gap_up", gap.text() } }).status == 404);
        CHECK(pages.plan().actions.size() == 1);
    });
}
