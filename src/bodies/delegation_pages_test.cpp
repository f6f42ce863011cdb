#include "bodies/delegation_store.hpp"
#include "bodies/mandate_test_house.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::bodies;
using test::for_each_engine;

namespace {

/// A cluster with its coordinator, co-coordinator and secretary.
struct DelegationHouse : MandateHouse {
    explicit DelegationHouse(db::Database& database) : MandateHouse(database) { }

    people::PersonId mariam = add_person("Mariam Diallo");
    people::PersonId issa = add_person("Issa Traoré");
    Mandate coordinator = add_mandate(MandateRole::Coordinator, mariam, {}, Date::from(2026, 12, 31));
    Mandate co_coordinator = add_mandate(MandateRole::CoCoordinator, issa);

    Pairs lending(std::string const& power, std::string const& last_day = "30/11/2026") const
    {
        return { { "from", coordinator.id.text() }, { "to", co_coordinator.id.text() }, { "powers", power }, { "ends_on", last_day }, { "reason", "Congé" } };
    }
    bool may(people::PersonId const& person, Right right, Instant at)
    {
        web::Visitor const someone { "account", person.text(), "", false };
        return read([&](db::Reader const& reader) -> Result<bool> { return explain(right, TRY(visitor_facts(reader, &someone, body, at))).allowed; });
    }
    std::vector<Delegation> delegations()
    {
        return read([&](db::Reader const& reader) { return list_delegations(reader, body); });
    }
};

} // namespace

TEST_CASE("the coordinator delegates publication in writing; it appears and disappears with its dates, and with its revocation (S0-31)")
{
    for_each_engine([](db::Database& db) {
        DelegationHouse house(db);
        house.sign_in_as(house.mariam);
        CHECK_FALSE(house.may(house.issa, Right::Publish, house.clock));
        CHECK(says(house.get(house.path("/delegations")), "Sans délégation, seule"));
        CHECK(house.post(house.path("/delegations"), house.lending("publish")).status == 303);
        CHECK(house.may(house.issa, Right::Publish, house.clock));
        CHECK_FALSE(house.may(house.issa, Right::Validate, house.clock));
        CHECK_FALSE(house.may(house.issa, Right::Publish, *Instant::from_iso("2026-12-01T00:00:00Z")));
        CHECK_FALSE(house.may(house.issa, Right::Publish, *Instant::from_iso("2026-11-22T12:00:00Z")));
        auto const page = house.get(house.path("/delegations"));
        CHECK(says(page, "Issa Traoré (Co-coordination)"));
        CHECK(says(page, "en vigueur"));
        CHECK(house.events("bodies.delegation_written").at(0).actor.on_behalf_of.empty());

        auto const revocation = house.path("/delegations/" + house.delegations().at(0).id.text() + "/revoke");
        CHECK(house.post(revocation).status == 303);
        CHECK_FALSE(house.may(house.issa, Right::Publish, house.clock));
        CHECK(house.post(revocation).status == 409);
        CHECK(says(house.get(house.path("/delegations")), "révoquée le 23 novembre 2026"));
        CHECK(house.events("bodies.delegation_revoked").size() == 1);
    });
}

TEST_CASE("invariant 4: nobody lends more than they hold, for longer, or what is another’s, not by a form made by hand either")
{
    for_each_engine([](db::Database& db) {
        DelegationHouse house(db);
        house.sign_in_as(house.mariam);
        auto const longer = house.post(house.path("/delegations"), house.lending("publish", "1/1/2027"));
        CHECK(longer.status == 422);
        CHECK(says(longer, "31 décembre 2026"));
        CHECK(says(longer, "value=\"1/1/2027\""));
        CHECK(house.post(house.path("/delegations"), house.lending("edit_plan")).status == 422);
        CHECK(house.post(house.path("/delegations"), house.lending("publish", "1/1/2020")).status == 422);
        auto fields = house.lending("publish");
        fields[0].second = house.co_coordinator.id.text();
        fields[1].second = house.coordinator.id.text();
        auto const anothers = house.post(house.path("/delegations"), fields);
        CHECK(anothers.status == 403);
        CHECK(says(anothers, "Seul le titulaire, Issa Traoré"));

        house.add_engagement(house.coordinator, {}, *Date::from(2026, 11, 25));
        CHECK(house.post(house.path("/delegations"), house.lending("publish", "30/11/2026")).status == 422);
        CHECK(house.post(house.path("/delegations"), house.lending("publish", "25/11/2026")).status == 303);

        house.sign_in_as(house.issa);
        CHECK(house.post(house.path("/delegations"), house.lending("chair")).status == 403);
        CHECK(house.post(house.path("/delegations/" + house.delegations().at(0).id.text() + "/revoke")).status == 403);
        CHECK(house.delegations().size() == 1);
        auto const elsewhere = house.add_body("EHA", BodyKind::Cluster);
        house.sign_in_administrator();
        CHECK(house.post("/bodies/" + elsewhere.text() + "/delegations", house.lending("chair")).status == 422);
        CHECK(house.post("/bodies/" + elsewhere.text() + "/delegations/" + house.delegations().at(0).id.text() + "/revoke").status == 404);
    });
}

TEST_CASE("an administrator delegates and revokes in the holder’s name, and the journal says so (X-8)")
{
    for_each_engine([](db::Database& db) {
        DelegationHouse house(db);
        CHECK(says(house.get(house.path("/delegations")), "Mariam Diallo (Coordination)"));
        CHECK(house.post(house.path("/delegations"), house.lending("validate")).status == 303);
        auto const event = house.events("bodies.delegation_written").at(0);
        CHECK(event.actor.name == "Administration");
        CHECK(event.actor.on_behalf_of == "Mariam Diallo");
    });
}
