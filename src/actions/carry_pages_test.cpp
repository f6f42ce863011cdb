#include "actions/plan_edit_store.hpp"
#include "actions/plan_pages_house.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using toguna::test::expect_success;
using toguna::test::for_each_engine;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

} // namespace

TEST_CASE("unfinished actions go on in next year's plan with their gap and origin, once, and are not due twice")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const gap = pages.add_gap("Retard des visites");
        auto const open = pages.add_action("Diligenter des missions", DueOn { *Date::from(2026, 2, 1) }, { gap });
        auto closed = pages.add_action("Déjà faite", NoDue {}, { gap });
        closed.status = Status::Closed;
        closed.closing_note = "Faite.";
        pages.house.write([&](db::Transaction& tx) { return update_action(tx, closed, 1, {}, pages.house.act()).map([](auto) { }); });

        auto const made = pages.post("/bodies/" + pages.house.body.text() + "/plans",
            { { "year", "2027" }, { "title", "Plan d’action 2027" }, { "start", "former" }, { "former", pages.house.plan.text() } });
        REQUIRE(made.status == 303);
        auto const choice = pages.get(location_of(made));
        CHECK(shows(choice, "Diligenter des missions"));
        CHECK_FALSE(shows(choice, "Déjà faite"));

        auto const path = location_of(made).substr(0, location_of(made).find('?'));
        Fields const sent { { "from", pages.house.plan.text() }, { "actions-" + pages.house.section.text(), open.id.text() } };
        CHECK(pages.post(path, sent).status == 303);
        CHECK(pages.post(path, sent).status == 303);
        auto const next = pages.get(path.substr(0, path.rfind('/')));
        CHECK(shows(next, "reportée du plan 2026, NUT-2026-001"));
        CHECK(shows(next, "Retard des visites"));
        CHECK(times(next, "Diligenter des missions") == 1);
        CHECK(shows(pages.get(pages.plan_path()), "reportée au plan 2027, NUT-2027-001"));

        auto const to_remind = expect_success(database.read([&](db::Reader const& db) { return list_open_actions(db, pages.house.today()); }));
        REQUIRE(to_remind.size() == 1);
        CHECK(to_remind[0].reference == "NUT-2027-001");
        CHECK(figures_of(pages.plan().actions, pages.house.today()).open == 1);
    });
}
