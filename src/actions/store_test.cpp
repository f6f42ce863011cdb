#include "actions/store.hpp"
#include "actions/test_house.hpp"
#include "support/engines.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using toguna::test::expect_success;

namespace {

ActionPoint action_of(TestHouse const& house, std::string text, Due due = NoDue {})
{
    ActionPoint action { .id = ActionId::trusted(""), .body = house.body };
    action.plan = house.plan;
    action.section = house.section;
    action.text = std::move(text);
    action.due = due;
    return action;
}

} // namespace

TEST_CASE("a plan comes back as it was written, with an action that two gaps share counted once")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        house.write([&](db::Transaction& tx) -> Result<void> {
            auto const late = TRY(insert_gap(tx, house.plan, house.section, "Retard des visites de terrain", house.act()));
            auto const few = TRY(insert_gap(tx, house.plan, house.section, "Faible participation", house.act()));
            auto action = action_of(house, "Diligenter des missions conjointes", Recurring { Frequency::Monthly });
            action.gaps = { late, few };
            action.responsible = { { Responsible::Kind::Unit, "", "La coordination du cluster" } };
            TRY(insert_action(tx, action, {}, house.act()));
            return {};
        });

        auto const plan = expect_success(database.read([&](db::Reader const& db) { return read_plan(db, house.plan); }));
        REQUIRE(plan.actions.size() == 1);
        CHECK(plan.gaps.size() == 2);
        CHECK(plan.actions[0].gaps == std::vector { plan.gaps[0].id, plan.gaps[1].id });
        CHECK(plan.actions[0].occurrences.size() == 12);
        CHECK(plan.actions[0].responsible[0].name == "La coordination du cluster");
        CHECK(plan.actions[0].reference == "NUT-2026-001");
        CHECK(figures_of(plan.actions, house.today()).actions == 1);
    });
}

TEST_CASE("of two people who change one action at once, the second is told and overwrites nothing")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        auto const first = house.add(action_of(house, "Former les acteurs"));
        auto mine = first;
        mine.text = "Former les acteurs au SOP";
        auto theirs = first;
        theirs.text = "Former tous les acteurs";
        CHECK(database.write([&](db::Transaction& tx) { return update_action(tx, mine, first.version, "", house.act()); }).has_value());
        auto const second = database.write([&](db::Transaction& tx) { return update_action(tx, theirs, first.version, "", house.act()); });
        REQUIRE_FALSE(second.has_value());
        CHECK(second.error().kind == ErrorKind::Conflict);
        CHECK(expect_success(database.read([&](db::Reader const& db) { return find_action(db, first.id); })).text == "Former les acteurs au SOP");
    });
}

TEST_CASE("a body has one action plan a year")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        auto const again = database.write([&](db::Transaction& tx) { return insert_plan(tx, house.body, 2026, "Un second plan", {}, house.act()); });
        REQUIRE_FALSE(again.has_value());
        CHECK(again.error().kind == ErrorKind::Conflict);
    });
}

TEST_CASE("the state of an action can be asked as of a past day")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        auto const written = house.add(action_of(house, "Rédiger la note d’engagement", DueOn { *Date::from(2026, 3, 31) }));
        auto const before = house.now();
        house.pass(std::chrono::hours(24 * 30));
        auto changed = written;
        changed.status = Status::Closed;
        changed.closing_note = "Note adoptée en réunion.";
        changed.closed_on = house.today();
        expect_success(database.write([&](db::Transaction& tx) { return update_action(tx, changed, written.version, "", house.act()); }));

        RegisterFilter filter;
        filter.bodies = std::nullopt;
        auto const now = expect_success(database.read([&](db::Reader const& db) { return list_register(db, filter, house.today(), 25, 0); }));
        REQUIRE(now.size() == 1);
        CHECK(now[0].status == Status::Closed);
        filter.as_of = before;
        auto const then = expect_success(database.read([&](db::Reader const& db) { return list_register(db, filter, house.today(), 25, 0); }));
        REQUIRE(then.size() == 1);
        CHECK(then[0].status == Status::ToDo);
        auto const plan_then = expect_success(database.read([&](db::Reader const& db) { return read_plan_as_of(db, house.plan, before); }));
        CHECK(plan_then.actions.at(0).status == Status::ToDo);
    });
}

TEST_CASE("the register finds actions by words without accents, by lateness and by what they lack")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        house.add(action_of(house, "Réactiver le GTT Abris", DueInMonth { { 2026, 1 } }));
        house.add(action_of(house, "Former sur le PSEA"));
        auto const count = [&](RegisterFilter filter) {
            filter.bodies = std::nullopt;
            return expect_success(database.read([&](db::Reader const& db) { return list_register(db, filter, house.today(), 25, 0); })).size();
        };
        RegisterFilter words;
        words.words = "REACTIVER gtt";
        CHECK(count(words) == 1);
        RegisterFilter late;
        late.late_only = true;
        CHECK(count(late) == 1);
        RegisterFilter undated;
        undated.without_due = true;
        CHECK(count(undated) == 1);
        RegisterFilter nobody;
        nobody.without_responsible = true;
        CHECK(count(nobody) == 2);
        CHECK(expect_success(database.read([&](db::Reader const& db) { return list_register(db, {}, house.today(), 25, 0); })).empty());
    });
}

TEST_CASE("a plan is read with the same number of statements whether it has one action or a hundred")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        auto const statements = [&] {
            auto const before = database.statistics().statements;
            expect_success(database.read([&](db::Reader const& db) { return read_plan(db, house.plan); }));
            return database.statistics().statements - before;
        };
        house.add(action_of(house, "La première"));
        auto const with_one = statements();
        for (int number = 0; number < 99; ++number)
            house.add(action_of(house, "Encore une"));
        CHECK(statements() == with_one);
    });
}

TEST_CASE("an action without words, or blocked without a reason, is refused field by field")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        auto blocked = action_of(house, "");
        blocked.status = Status::Blocked;
        auto const refused = database.write([&](db::Transaction& tx) { return insert_action(tx, blocked, {}, house.act()); });
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().kind == ErrorKind::Invalid);
        CHECK(refused.error().fields.size() == 2);
    });
}
