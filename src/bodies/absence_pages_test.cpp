#include "bodies/absence_conflict.hpp"
#include "bodies/absence_store.hpp"
#include "bodies/mandate_test_house.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::bodies;
using test::for_each_engine;

namespace {

people::PersonId const awa = people::PersonId::trusted(std::string(25, 'a'));
people::PersonId const issa = people::PersonId::trusted(std::string(25, 'i'));
people::PersonId const salif = people::PersonId::trusted(std::string(25, 's'));

Period days(unsigned first, unsigned last) { return *Period::from(*Date::from(2026, 12, first), *Date::from(2026, 12, last)); }
Absence absent(people::PersonId const& person, Period const& period) { return { AbsenceId::trusted(std::string(25, 'x')), person, period, "" }; }

std::vector<DutyHolder> const holders { { MandateRole::Coordinator, awa, "Awa Sanou", Period::since(*Date::from(2026, 1, 1)) },
    { MandateRole::CoCoordinator, issa, "Issa Traoré", Period::since(*Date::from(2026, 1, 1)) }, { MandateRole::Secretary, salif, "Salif Zongo", Period::since(*Date::from(2026, 1, 1)) } };

} // namespace

TEST_CASE("an absence of both who coordinate is a conflict on the days they share, and names whom to inform")
{
    std::vector<Absence> const others { absent(issa, days(5, 20)) };
    auto const conflicts = conflicts_of(absent(awa, days(1, 10)), holders, others, {});
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].kind == AbsenceConflict::Kind::BothAway);
    CHECK(conflicts[0].days.start() == *Date::from(2026, 12, 5));
    CHECK(conflicts[0].days.end() == Date::from(2026, 12, 10));
    CHECK(conflicts[0].inform == std::vector<std::string> { "Salif Zongo" });
    CHECK(conflicts_of(absent(awa, days(1, 4)), holders, others, {}).empty());
    CHECK(conflicts_of(absent(salif, days(1, 10)), holders, others, {}).empty());
}

TEST_CASE("a co-coordinator away in a strong period is a conflict; a coordinator whom nobody stands in for is one too")
{
    std::vector<PeakPeriod> const peaks { { PeakPeriodId::trusted(std::string(25, 'k')), BodyId::trusted(std::string(25, 'b')), "Allocation", days(10, 15) } };
    auto const conflicts = conflicts_of(absent(issa, days(1, 10)), holders, {}, peaks);
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].kind == AbsenceConflict::Kind::AwayInStrongPeriod);
    CHECK(conflicts[0].inform == std::vector<std::string> { "Awa Sanou", "Salif Zongo" });
    CHECK(conflicts_of(absent(awa, days(1, 10)), holders, {}, peaks).empty());
    std::vector<DutyHolder> const alone { holders[0] };
    auto const unattended = conflicts_of(absent(awa, Period::since(*Date::from(2026, 12, 1))), alone, {}, peaks);
    REQUIRE(unattended.size() == 1);
    CHECK(unattended[0].kind == AbsenceConflict::Kind::NobodyStandsIn);
    CHECK(unattended[0].inform.empty());
}

TEST_CASE("a coordinator notes their absence: the chair passes to the co-coordinator, with the reason; coming back takes it back")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        auto const mariam = house.add_holder("Mariam Diallo", MandateRole::Coordinator);
        auto const paul = house.add_holder("Paul Ouattara", MandateRole::CoCoordinator);
        house.sign_in_as(mariam);
        CHECK(house.post("/my-absences", { { "starts_on", "" }, { "ends_on", "30/11/2026" }, { "reason", "Congé" } }).status == 303);
        auto const page = house.get(house.path("/mandates"));
        CHECK(says(page, "Paul Ouattara préside et représente l’instance"));
        CHECK(says(page, "Mariam Diallo est en absence"));
        house.sign_in_as(paul);
        CHECK(says(house.get(house.path("/rights")), "Agit à la place de Mariam Diallo."));
        auto const absence = house.read([&](db::Reader const& reader) { return absences_of_person(reader, mariam); }).at(0);
        CHECK(house.post("/my-absences/" + absence.id.text() + "/return").status == 404);
        house.sign_in_as(mariam);
        CHECK(house.post("/my-absences/" + absence.id.text() + "/return").status == 303);
        CHECK(says(house.get(house.path("/mandates")), "Mariam Diallo préside et représente l’instance"));
    });
}

TEST_CASE("who acts as a stand-in or under a delegation is named by the journal with whom they act for (S0-37, X-8)")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        auto const mariam = house.add_holder("Mariam Diallo", MandateRole::Coordinator);
        auto const paul = house.add_holder("Paul Ouattara", MandateRole::CoCoordinator);
        auto const on_behalf = [&](people::PersonId const& person, web::Right right) -> Result<std::string> {
            house.sign_in_as(person);
            web::Context const context { .db = db, .configuration = house.configuration, .chance = house.chance, .now = house.clock, .language = web::localization("fr"),
                .file_language = web::localization("fr", web::Medium::File), .visitor = house.visitor, .csrf_token = "", .notice = {}, .authorizer = house.rights, .menu = house.menu };
            return db.read([&](db::Reader const& reader) -> Result<std::string> { return TRY(acting_as(reader, context, right, house.body)).on_behalf_of; });
        };
        CHECK_FALSE(on_behalf(paul, chair));
        CHECK(on_behalf(mariam, chair) == "");
        house.sign_in_administrator();
        CHECK(house.post(house.path("/absences"), { { "person", mariam.text() }, { "ends_on", "30/11/2026" } }).status == 303);
        CHECK(house.events("bodies.absence_added").at(0).actor.on_behalf_of == "Mariam Diallo");
        CHECK(on_behalf(paul, chair) == "Mariam Diallo");
        CHECK(on_behalf(paul, represent) == "Mariam Diallo");
        CHECK_FALSE(on_behalf(paul, publish));
        CHECK(on_behalf(paul, edit_plan) == "");
    });
}

TEST_CASE("an absence in conflict is saved, and the page names what it leaves open and whom to inform (S0-26)")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        auto const mariam = house.add_holder("Mariam Diallo", MandateRole::Coordinator);
        auto const paul = house.add_holder("Paul Ouattara", MandateRole::CoCoordinator);
        house.add_holder("Salif Zongo", MandateRole::InformationManager);
        house.sign_in_as(mariam);
        CHECK(house.post(house.path("/peak-periods"), { { "label", "Allocation du fonds" }, { "peak_starts_on", "1/12/2026" }, { "peak_ends_on", "10/12/2026" } }).status == 303);
        CHECK(house.post(house.path("/absences"), { { "person", paul.text() }, { "starts_on", "5/12/2026" }, { "ends_on", "20/12/2026" } }).status == 303);
        CHECK(says(house.get(house.path("/absences")), "pendant la période forte «\u00A0Allocation du fonds\u00A0»"));
        CHECK(house.post("/my-absences", { { "starts_on", "15/12/2026" }, { "ends_on", "16/12/2026" } }).status == 303);
        auto const mine = house.get("/my-absences");
        CHECK(says(mine, "Mariam Diallo et Paul Ouattara"));
        CHECK(says(mine, "Informez Salif Zongo."));
        auto const stranger = house.add_person("Fanta Cissé");
        auto const refused = house.post(house.path("/absences"), { { "person", stranger.text() } });
        CHECK(refused.status == 422);
        CHECK(house.post(house.path("/absences"), { { "person", paul.text() }, { "starts_on", "5/12/2026" }, { "ends_on", "1/12/2026" } }).status == 422);
        CHECK(house.post(house.path("/peak-periods"), { { "label", " " }, { "peak_starts_on", "x" } }).status == 422);
        house.sign_in_as(stranger);
        CHECK(house.get(house.path("/absences")).status == 403);
        CHECK(house.post(house.path("/absences"), { { "person", paul.text() } }).status == 403);
        CHECK(house.get("/my-absences").status == 200);
    });
}
