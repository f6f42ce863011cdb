#include "bodies/focal_point_forms.hpp"
#include "bodies/focal_point_store.hpp"
#include "bodies/test_members.hpp"
#include "geography/area_store.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::bodies;

namespace {

FocalCandidacy candidacy(CandidacyState state)
{
    return { .id = FocalCandidacyId::trusted(std::string(25, 'c')), .body = BodyId::trusted(std::string(25, 'b')), .organization = people::OrganizationId::trusted(std::string(25, 'o')),
        .areas = { geography::AdminAreaId::trusted(std::string(25, 'a')), geography::AdminAreaId::trusted(std::string(25, 'a')) }, .state = state, .proposed_on = *Date::from(2026, 1, 1) };
}

} // namespace

TEST_CASE("a candidacy is proposed, foreseen, confirmed or declined; a decision is not decided again")
{
    using enum CandidacyState;
    CHECK(advance(candidacy(Proposed), Foreseen, "")->state == Foreseen);
    CHECK(advance(candidacy(Proposed), Confirmed, "")->state == Confirmed);
    CHECK(advance(candidacy(Foreseen), Declined, "Pas de bureau sur place")->state == Declined);
    CHECK(advance(candidacy(Foreseen), Declined, "").error().fields.at(0).field == "reason");
    CHECK(advance(candidacy(Confirmed), Declined, "x").error().kind == ErrorKind::Conflict);
    CHECK(advance(candidacy(Declined), Confirmed, "").error().kind == ErrorKind::Conflict);
}

TEST_CASE("« Tombouctou ou Gao, Kidal » names three areas; the mandate is for one of them")
{
    CHECK(area_names_in("Tombouctou ou Gao, Kidal\n\n") == std::vector<std::string> { "Tombouctou", "Gao", "Kidal" });
    CHECK(area_names_in(" ").empty());
    auto const one = *checked(candidacy(CandidacyState::Proposed));
    CHECK(one.areas.size() == 1);
    Confirmation confirmation { geography::AdminAreaId::trusted(std::string(25, 'z')), 1, {}, Period::since(*Date::from(2026, 1, 1)) };
    CHECK(mandate_of(one, confirmation, MandateId::trusted(std::string(25, 'm'))).error().fields.at(0).field == "area");
    confirmation.area = one.areas[0];
    auto const mandate = mandate_of(one, confirmation, MandateId::trusted(std::string(25, 'm')));
    CHECK(mandate->role == MandateRole::FocalPoint);
    CHECK(mandate->level == MandateLevel::Regional);
}

TEST_CASE("a member volunteers for its organisation while a call is open; the coordination confirms, and the area has its focal point")
{
    test::for_each_engine([](db::Database& db) {
        TestMembers house { db };
        auto const body = house.add_body("NUT");
        auto const ngo = house.add_organization("Élan rural");
        auto const other = house.add_organization("Terre et vie");
        house.add_member(body, ngo);
        house.add_member(body, other);
        auto const member = house.add_person("Issa Barry", ngo);
        auto const coordinator = house.add_holder(body, "Mariam Diallo");
        auto const path = "/bodies/" + body.text() + "/focal-points";
        TestMembers::Pairs const proposal { { "organization", "Élan rural" }, { "areas", "Nakambé ou Goulmou" }, { "note", "Bureau à Tenkodogo" } };

        house.sign_in_as(member);
        CHECK(house.get(path).status == 200);
        CHECK(house.post(path, proposal).status == 403);
        CHECK(house.post(path + "/call", { { "call_text", "x" }, { "closes_on", "dans 7 jours" } }).status == 403);
        house.sign_in_as(coordinator);
        CHECK(house.post(path + "/call", { { "call_text", "Points focaux des régions" }, { "closes_on", "hier" } }).status == 422);
        CHECK(house.post(path + "/call", { { "call_text", "Points focaux des régions" }, { "closes_on", "15/12/2026" } }).status == 303);
        house.sign_in_as(member);
        CHECK(house.shows(house.get(path), "Points focaux des régions"));
        CHECK(house.post(path, { { "organization", "Terre et vie" }, { "areas", "Nakambé" } }).status == 403);
        CHECK(house.shows(house.post(path, { { "organization", "Élan rural" }, { "areas", "Atlantide" } }), "Atlantide"));
        auto const page = house.location_of(house.post(path, proposal));
        REQUIRE_FALSE(page.empty());
        CHECK(house.shows(house.get(path), "Élan rural\u00A0: Proposé"));
        CHECK(house.post(page + "/state", { { "state", "confirmed" } }).status == 403);

        house.sign_in_as(coordinator);
        CHECK(house.post(page + "/state", { { "state", "foreseen" } }).status == 303);
        CHECK(house.post(page + "/state", { { "state", "confirmed" } }).status == 422); // which area?
        auto const stored = test::expect_success(db.read([&](db::Reader const& reader) { return list_candidacies(reader, body, house.today()); }));
        REQUIRE(stored.size() == 1);
        REQUIRE(stored[0].areas.size() == 2);
        auto const area = stored[0].areas[0].id.text();
        CHECK(house.post(page + "/state", { { "state", "confirmed" }, { "area", area }, { "person", "Issa Barry" }, { "starts_on", "1/11/2026" } }).status == 303);
        CHECK(house.post(page + "/state", { { "state", "declined" }, { "reason", "x" } }).status == 409);
        CHECK(house.shows(house.get(path + "?kind=with"), "Issa Barry (Élan rural)"));
        CHECK(house.shows(house.get(path), "1 zone sur 17"));
        CHECK(house.shows(house.get(path + "?as_of=2026-10-31"), "0 zone sur 17"));
        auto const mandates = test::expect_success(db.read([&](db::Reader const& reader) { return mandates_on(reader, body, house.today()); }));
        CHECK(std::count_if(mandates.begin(), mandates.end(), [](auto const& named) { return named.mandate.role == MandateRole::FocalPoint; }) == 1);
    });
}
