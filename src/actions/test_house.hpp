#pragma once
/// For tests: one cluster in one country with a plan for 2026, and a clock that only moves when told.

#include "actions/store.hpp"
#include "bodies/store.hpp"
#include "functions/catalogue_store.hpp"
#include "support/engines.hpp"

namespace toguna::actions {

struct TestHouse {
    explicit TestHouse(db::Database& database)
        : m_database(database), chance(7), m_now(*Instant::from_iso("2026-03-02T09:00:00Z")), body(bodies::BodyId::trusted("")),
          plan(PlanId::trusted("")), section(SectionId::trusted(""))
    {
        write([&](db::Transaction& tx) -> Result<void> {
            bodies::Body cluster { .id = new_id<bodies::BodyTag>(m_now, chance), .name = "Cluster Nutrition", .acronym = "NUT", .code = "NUT", .country = *geography::CountryCode::parse("BFA") };
            TRY(bodies::insert_body(tx, cluster, m_now));
            body = cluster.id;
            TRY(functions::insert_catalogue(tx, "essai", { { "1", "Soutien à la prestation des services", "Supporting service delivery" } }, act().actor, act().now, chance));
            plan = TRY(insert_plan(tx, body, 2026, "Plan d’action 2026", { { SectionId::trusted(""), "Soutien à la prestation des services", "1" } }, act()));
            section = TRY(read_plan(tx, plan)).sections.at(0).id;
            return {};
        });
    }

    template<class Function>
    void write(Function const& function) { test::expect_success(m_database.write(function)); }
    ActionPoint add(ActionPoint const& action)
    {
        return test::expect_success(m_database.write([&](db::Transaction& tx) { return insert_action(tx, action, {}, act()); }));
    }
    Act act() { return { { .account = "", .person = "", .name = "Awa Sanou" }, m_now, chance }; }
    Instant now() const { return m_now; }
    Date today() const { return m_now.utc_date(); }
    void pass(std::chrono::milliseconds time) { m_now = m_now + time; }

private:
    db::Database& m_database;

public:
    SeededChance chance;

private:
    Instant m_now;

public:
    bodies::BodyId body;
    PlanId plan;
    SectionId section;
};

} // namespace toguna::actions
