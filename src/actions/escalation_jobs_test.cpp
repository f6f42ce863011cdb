#include "actions/escalation_store.hpp"
#include "actions/reminder_test_house.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using test::expect_success;
using test::for_each_engine;

namespace {

/// Moves the deadline on the day the clock shows, after it was missed.
void move_deadline(ReminderHouse& house, ActionPoint& action, std::string_view to)
{
    house.pass(house.clock - house.now());
    action.due = DueOn { *Date::from_iso(to) };
    house.write([&](db::Transaction& tx) -> Result<void> {
        action.version = TRY(update_action(tx, action, action.version, "", house.act()));
        return {};
    });
}

std::vector<EscalatedAction> told_to(ReminderHouse& house, bodies::BodyId const& body)
{
    return expect_success(house.db.read([&](db::Reader const& db) { return list_escalations(db, body); }));
}

} // namespace

TEST_CASE("after two missed dates the coordinator is told once; after three the body above finds it proposed for its agenda")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        auto action = house.owed_by_awa("Former les relais communautaires", "2026-03-05");
        house.at("2026-03-09T09:00:00Z");
        house.run(escalate);
        CHECK(house.outbox("actions.escalation").empty());

        move_deadline(house, action, "2026-03-12");
        house.at("2026-03-16T09:00:00Z");
        house.run(escalate);
        house.run(escalate);
        auto const first = house.outbox("actions.escalation");
        REQUIRE(first.size() == 1);
        CHECK(first[0].to == "salif@cluster.example");
        CHECK(house.waiting_texts().back().find("2 échéances manquées") != std::string::npos);
        CHECK(told_to(house, house.inter_cluster).empty());

        move_deadline(house, action, "2026-03-19");
        house.at("2026-03-23T09:00:00Z");
        house.run(escalate);
        house.run(escalate);
        auto const above = told_to(house, house.inter_cluster);
        REQUIRE(above.size() == 1);
        CHECK(above[0].missed == 3);
        CHECK(above[0].body == house.body);
        CHECK(house.outbox("actions.escalation").size() == 2);
        auto const facts = expect_success(house.db.read([&](db::Reader const& reader) {
            return journal::list_events(reader, { .body = house.inter_cluster.text(), .kind = "actions.proposed_for_agenda" });
        }));
        CHECK(facts.size() == 1);
    });
}

TEST_CASE("a date moved before it passed is not a missed one")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        auto action = house.owed_by_awa("Former les relais communautaires", "2026-03-05");
        move_deadline(house, action, "2026-03-12");
        house.at("2026-03-16T09:00:00Z");
        house.run(escalate);
        CHECK(told_to(house, house.body).empty());
    });
}

TEST_CASE("what is found at night is told in the morning")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        auto action = house.owed_by_awa("Former les relais communautaires", "2026-03-05");
        house.at("2026-03-09T09:00:00Z");
        move_deadline(house, action, "2026-03-12");
        house.at("2026-03-14T00:00:00Z"); // Saturday
        house.run(escalate);
        auto const found = expect_success(db.write([&](db::Transaction& tx) { return mail::claim_next_message(tx, *Instant::from_iso("2026-03-16T06:59:00Z"), house.clock); }));
        CHECK_FALSE(found.has_value());
        auto const monday = expect_success(db.write([&](db::Transaction& tx) { return mail::claim_next_message(tx, *Instant::from_iso("2026-03-16T07:00:00Z"), house.clock); }));
        CHECK(monday.has_value());
    });
}

TEST_CASE("a blocked action is told to the coordinator, once a day")
{
    for_each_engine([](db::Database& db) {
        ReminderHouse house(db);
        auto action = house.owed_by_awa("Former les relais communautaires", "2026-03-05");
        auto const payload = R"({"event":"e","object":")" + action.id.text() + R"("})";
        house.run(tell_coordinator, payload);
        CHECK(house.outbox().empty()); // no longer blocked
        action.status = Status::Blocked;
        action.status_reason = "Pas de salle";
        house.write([&](db::Transaction& tx) -> Result<void> {
            TRY(update_action(tx, action, 1, "", house.act()));
            return {};
        });
        house.run(tell_coordinator, payload);
        house.run(tell_coordinator, payload);
        auto const mails = house.outbox("actions.blocked");
        REQUIRE(mails.size() == 1);
        CHECK(mails[0].to == "salif@cluster.example");
        CHECK(house.waiting_texts().at(0).find("Pas de salle") != std::string::npos);
        house.at("2026-03-03T08:00:00Z");
        house.run(tell_coordinator, payload);
        CHECK(house.outbox("actions.blocked").size() == 2);
    });
}
