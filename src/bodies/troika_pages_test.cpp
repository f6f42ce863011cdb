#include "bodies/mandate_test_house.hpp"
#include "bodies/troika_store.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

using namespace toguna;
using namespace toguna::bodies;
using people::OrganizationType;
using test::for_each_engine;

namespace {

/// A donors' group: « Suède » leads, « Union » is incoming, « Japon » outgoing; « Banque » and « Suisse » wait.
struct DonorHouse : MandateHouse {
    explicit DonorHouse(db::Database& database) : MandateHouse(database) { body = add_body("PTF", BodyKind::DonorGroup); }

    people::OrganizationId sweden = add_organization("Suède", OrganizationType::BilateralDonor);
    people::OrganizationId eu = add_organization("Union", OrganizationType::MultilateralDonor);
    people::OrganizationId japan = add_organization("Japon", OrganizationType::BilateralDonor);
    people::OrganizationId bank = add_organization("Banque", OrganizationType::MultilateralDonor);
    people::OrganizationId swiss = add_organization("Suisse", OrganizationType::BilateralDonor);

    void found_troika(std::optional<people::PersonId> lead = {})
    {
        add_mandate(MandateRole::DonorLead, std::move(lead), sweden);
        add_mandate(MandateRole::DonorIncoming, {}, eu);
        add_mandate(MandateRole::DonorOutgoing, {}, japan);
    }
    std::string on(Date day)
    {
        auto const troika = read([&](db::Reader const& reader) { return troika_on(reader, body, day); });
        auto const name = [](std::optional<TroikaMember> const& member) { return member ? member->name : std::string("–"); };
        return name(troika.incoming) + " " + name(troika.lead) + " " + name(troika.outgoing);
    }
    web::Reply rotate(std::string const& entrant, std::string const& day = "", std::string const& because = "")
    {
        return post(path("/troika/rotation"), { { "entrant", entrant }, { "day", day }, { "override_reason", because } });
    }
};

TroikaMember member(char letter, OrganizationType type) { return { people::OrganizationId::trusted(std::string(25, letter)), std::string(1, letter), type }; }

} // namespace

TEST_CASE("a rule of composition names what is missing")
{
    CompositionRule const rule { { OrganizationType::BilateralDonor, 2 }, { OrganizationType::MultilateralDonor, 1 } };
    Troika const good { member('a', OrganizationType::BilateralDonor), member('b', OrganizationType::MultilateralDonor), member('c', OrganizationType::BilateralDonor) };
    CHECK(missing_in(good, rule).empty());
    auto const next = good.after(member('d', OrganizationType::BilateralDonor));
    CHECK(missing_in(next, rule).empty());
    auto const after_next = next.after(member('e', OrganizationType::BilateralDonor));
    REQUIRE(missing_in(after_next, rule).size() == 1);
    CHECK(missing_in(after_next, rule).front().debug_string() == "1 more of this type is required: Multilateral donor.");
    CHECK(missing_in({}, rule).size() == 2);
}

TEST_CASE("a rule asks for three at most")
{
    CHECK(test::expect_success(checked(CompositionRule { { OrganizationType::BilateralDonor, 2 }, { OrganizationType::UnAgency, 0 } })).size() == 1);
    CHECK_FALSE(checked(CompositionRule { { OrganizationType::BilateralDonor, 2 }, { OrganizationType::MultilateralDonor, 2 } }));
    CHECK_FALSE(checked(CompositionRule { { OrganizationType::BilateralDonor, -1 } }));
}

TEST_CASE("a calendar is short when it does not reach three years ahead, and says which turn breaks the rule")
{
    Date const today = *Date::from(2026, 11, 23);
    auto const turn = [](char letter, OrganizationType type, int year) {
        return RotationTurn { RotationTurnId::trusted(std::string(25, letter)), BodyId::trusted(std::string(25, 'b')), member(letter, type), *Date::from(year, 1, 1) };
    };
    Troika const now { member('a', OrganizationType::BilateralDonor), member('b', OrganizationType::BilateralDonor), member('c', OrganizationType::MultilateralDonor) };
    CompositionRule const rule { { OrganizationType::MultilateralDonor, 1 } };
    CHECK(calendar_alerts({}, today).size() == 1);
    std::vector<RotationTurn> turns { turn('z', OrganizationType::BilateralDonor, 2020), turn('d', OrganizationType::MultilateralDonor, 2027), turn('e', OrganizationType::BilateralDonor, 2028) };
    auto const planned = planned_troikas(now, turns, rule, today);
    REQUIRE(planned.size() == 2);
    CHECK(planned[0].troika.lead->name == "a");
    CHECK(planned[1].troika.lead->name == "d");
    CHECK(calendar_alerts(planned, today).size() == 1);
    turns.push_back(turn('f', OrganizationType::BilateralDonor, 2029));
    CHECK(calendar_alerts(planned_troikas(now, turns, rule, today), today).empty());
    turns[1] = turn('g', OrganizationType::BilateralDonor, 2027);
    CHECK(calendar_alerts(planned_troikas(now, turns, rule, today), today).size() == 3);
}

TEST_CASE("the three change places on one day: the day before they are where they were")
{
    for_each_engine([](db::Database& db) {
        DonorHouse house(db);
        house.found_troika();
        CHECK(says(house.get(house.path("/troika")), "Suède"));
        CHECK(house.rotate("Suisse", "1/1/2027").status == 303);
        CHECK(house.on(*Date::from(2026, 12, 31)) == "Union Suède Japon");
        CHECK(house.on(*Date::from(2027, 1, 1)) == "Suisse Union Suède");
        CHECK(says(house.get(house.path("/troika"), { { "on", "1/1/2027" } }), "Suisse"));
        CHECK(house.events("bodies.troika_rotated").size() == 1);
        auto const again = house.rotate("Banque", "1/1/2027");
        CHECK(again.status == 409);
        CHECK(house.rotate("Union", "1/2/2027").status == 422);
    });
}

TEST_CASE("invariant 10: whoever looks during a rotation sees all of it or nothing")
{
    for_each_engine([](db::Database& db) {
        DonorHouse house(db);
        house.found_troika();
        std::atomic<bool> done = false;
        std::atomic<int> halves = 0;
        std::thread reader([&] {
            while (!done) {
                auto const seen = house.on(house.today());
                halves += seen != "Union Suède Japon" && seen != "Suisse Union Suède";
            }
        });
        auto const reply = house.rotate("Suisse");
        done = true;
        reader.join();
        CHECK(reply.status == 303);
        CHECK(halves == 0);
        CHECK(house.on(house.today()) == "Suisse Union Suède");
    });
}

TEST_CASE("invariant 10: a rotation that cannot be finished leaves nothing behind")
{
    for_each_engine([](db::Database& db) {
        DonorHouse house(db);
        house.found_troika();
        Mandate const reserved { .id = new_id<MandateTag>(house.clock, house.chance), .body = house.body, .role = MandateRole::DonorOutgoing, .organization = house.bank, .person = {},
            .period = Period::since(*Date::from(2028, 1, 1)) };
        auto const seats = house.read([&](db::Reader const& reader) { return troika_seats_on(reader, house.body, house.today()); });
        test::expect_success(db.write([&](db::Transaction& tx) -> Result<void> {
            TRY(end_mandate(tx, seats.back().id, *Date::from(2027, 12, 31)));
            return insert_mandate(tx, reserved);
        }));
        auto const refused = house.rotate("Suisse", "1/1/2027");
        CHECK(refused.status == 409);
        CHECK(says(refused, "Banque"));
        CHECK(house.on(*Date::from(2027, 1, 1)) == "Union Suède Japon");
        CHECK(house.events("bodies.troika_rotated").empty());
    });
}

TEST_CASE("the rule of composition refuses with what is missing; only an administrator sets it aside, and the journal keeps why")
{
    for_each_engine([](db::Database& db) {
        DonorHouse house(db);
        auto const lead = house.add_person("Aïda Konaté");
        house.found_troika(lead);
        CHECK(house.post(house.path("/troika/rule"), { { "bilateral_donor", "2" }, { "multilateral_donor", "1" }, { "un_agency", "" } }).status == 303);
        CHECK(house.post(house.path("/troika/rule"), { { "bilateral_donor", "deux" } }).status == 422);
        CHECK(house.rotate("Suisse", "1/1/2026", "Accord des chefs de coopération").status == 422);
        house.sign_in_as(lead);
        CHECK(house.post(house.path("/troika/rule"), {}).status == 403);
        auto const refused = house.rotate("Banque", "1/1/2027", "Parce que");
        CHECK(refused.status == 422);
        CHECK(says(refused, "Il en faut encore 1 de ce type\u00A0: Bailleur bilatéral."));
        CHECK(house.on(*Date::from(2027, 1, 1)) == "Union Suède Japon");
        CHECK(house.rotate("Suisse", "1/1/2027").status == 303);

        house.sign_in_administrator();
        CHECK(house.rotate("Japon", "1/1/2028").status == 303);
        CHECK(house.rotate("Suède", "1/1/2029", "Accord des chefs de coopération").status == 303);
        CHECK(house.events("bodies.troika_rotated").at(0).event.after.find("Accord des chefs de coopération") != std::string::npos);
    });
}

TEST_CASE("nobody names themselves as the new one of the troïka")
{
    for_each_engine([](db::Database& db) {
        DonorHouse house(db);
        auto const lead = house.add_person("Aïda Konaté");
        house.found_troika(lead);
        house.sign_in_as(lead);
        CHECK(house.post(house.path("/troika/rotation"), { { "entrant", "Suisse" }, { "person", "Aïda Konaté" }, { "day", "1/1/2027" } }).status == 403);
        CHECK(house.on(*Date::from(2027, 1, 1)) == "Union Suède Japon");
    });
}

TEST_CASE("turns are planned, shown with the three they make, printed, and removed")
{
    for_each_engine([](db::Database& db) {
        DonorHouse house(db);
        house.found_troika();
        CHECK(says(house.get(house.path("/troika")), "Aucun tour n’est prévu"));
        MandateHouse::Pairs const turn { { "turn_organization", "Suisse" }, { "turn_starts_on", "1/1/2027" } };
        CHECK(house.post(house.path("/troika/turns"), turn).status == 303);
        CHECK(house.post(house.path("/troika/turns"), turn).status == 409);
        auto const refused = house.post(house.path("/troika/turns"), { { "turn_organization", "Inconnue" }, { "turn_starts_on", "" } });
        CHECK(refused.status == 422);
        CHECK(says(refused, "Écrivez le jour"));
        CHECK(says(refused, "Aucune organisation ne s’appelle"));
        auto const page = house.get(house.path("/troika"));
        CHECK(says(page, "1er janvier 2027"));
        CHECK(says(page, "n’atteint pas 3 ans"));
        CHECK(house.get(house.path("/troika/calendar.pdf")).body.starts_with("%PDF"));
        CHECK(house.get(house.path("/troika/calendar.xlsx")).status == 200);
        auto const id = house.read([&](db::Reader const& reader) { return rotation_turns_of(reader, house.body); }).at(0).id;
        CHECK(house.post(house.path("/troika/turns/" + id.text() + "/removal")).status == 303);
        CHECK(house.post(house.path("/troika/turns/" + id.text() + "/removal")).status == 404);
        auto const cluster = house.add_body("SAN", BodyKind::Cluster);
        CHECK(house.get("/bodies/" + cluster.text() + "/troika").status == 404);
    });
}
