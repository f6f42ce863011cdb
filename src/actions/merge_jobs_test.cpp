#include "actions/merge_jobs.hpp"
#include "actions/test_house.hpp"
#include "bodies/merge_store.hpp"
#include "web/configuration.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;

TEST_CASE("plans and actions of a merged body are found in the one that continues it; a plan of the same year stays readable")
{
    test::for_each_engine([](db::Database& database) {
        TestHouse house(database);
        ActionPoint action { .id = ActionId::trusted(""), .body = house.body };
        action.plan = house.plan;
        action.section = house.section;
        action.text = "Former les points focaux";
        action = house.add(action);
        bodies::Body const heir { .id = new_id<bodies::BodyTag>(house.now(), house.chance), .name = "Cluster Santé", .acronym = "SAN", .code = "SAN", .country = *geography::CountryCode::parse("BFA") };
        std::optional<PlanId> former_of_2025;
        house.write([&](db::Transaction& tx) -> Result<void> {
            TRY(bodies::insert_body(tx, heir, house.now()));
            former_of_2025 = TRY(insert_plan(tx, house.body, 2025, "Plan d’action 2025", {}, house.act()));
            TRY(insert_plan(tx, heir.id, 2026, "Plan d’action 2026", {}, house.act()));
            return bodies::merge_bodies(tx, { house.body, heir.id, house.today(), "Rationalisation", "" }, house.today(), house.now(), house.chance);
        });
        web::Configuration const configuration;
        jobs::JobContext context { database, configuration, house.chance, house.now() };
        jobs::Job const job { jobs::JobId::trusted("0"), "actions.follow_merge", "{\"event\":\"\",\"object\":\"" + house.body.text() + "\"}" };
        for (int twice = 0; twice < 2; ++twice)
            test::expect_success(follow_merge(job, context));
        auto const read = [&](auto const& work) { return test::expect_success(database.read(work)); };
        CHECK(read([&](db::Reader const& db) { return find_action(db, action.id); }).body == heir.id);
        CHECK(read([&](db::Reader const& db) { return find_plan_summary(db, *former_of_2025); }).body == heir.id);
        auto const kept = read([&](db::Reader const& db) { return read_plan(db, house.plan); });
        CHECK(kept.actions.size() == 1);
        CHECK(kept.actions[0].reference == action.reference);
        CHECK(read([&](db::Reader const& db) { return find_plan_summary(db, house.plan); }).body == house.body);
        CHECK_FALSE(follow_merge({ jobs::JobId::trusted("0"), "", "{}" }, context));
    });
}
