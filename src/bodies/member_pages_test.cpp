#include "bodies/member_rule_store.hpp"
#include "bodies/test_members.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace toguna;
using namespace toguna::bodies;

namespace {

std::string members_of(BodyId const& body) { return "/bodies/" + body.text() + "/members"; }

std::string refusal_of(web::Reply const& reply) { return std::to_string(reply.status) + " " + reply.body.substr(reply.body.find("<main"), 900); }

} // namespace

TEST_CASE("the list shows each organisation once, with its titular and its alternate, by status, type and day")
{
    test::for_each_engine([](db::Database& db) {
        TestMembers house { db };
        auto const body = house.add_body("NUT");
        auto const ngo = house.add_organization("Élan rural");
        auto const authority = house.add_organization("Direction de la nutrition", people::OrganizationType::NationalAuthority);
        house.add_member(body, ngo);
        house.add_member(body, ngo, house.add_person("Awa Sanou", ngo));
        house.add_member(body, authority, {}, MembershipStatus::Observer, *Date::from(2026, 6, 1));
        CHECK(house.post(members_of(body), { { "organization", "Élan rural" }, { "person", "Issa Barry" }, { "seat", "alternate" }, { "status", "member" } }).status == 422);
        house.add_person("Issa Barry", ngo);
        CHECK(house.post(members_of(body), { { "organization", "elan rural" }, { "person", "Barry Issa" }, { "seat", "alternate" }, { "status", "member" } }).status == 303);

        auto const list = house.get(members_of(body));
        CHECK(house.shows(list, "2 organisations ou personnes"));
        CHECK(house.shows(list, "data-label=\"Titulaire\">Awa Sanou<"));
        CHECK(house.shows(list, "data-label=\"Suppléant\">Issa Barry<"));
        CHECK(house.shows(list, "Observateur (1)"));
        CHECK(house.shows(house.get(members_of(body) + "?as_of=2026-03-01"), "1 organisation ou personne"));
        CHECK_FALSE(house.shows(house.get(members_of(body) + "?status=observer"), "Awa Sanou"));
        CHECK(house.shows(house.get(members_of(body) + "?type=national_ngo"), "Awa Sanou"));
        CHECK(house.shows(house.get(members_of(body) + "?as_of=32/13/2026"), "32/13/2026"));
        CHECK(house.shows(house.get(members_of(body) + "/export.csv"), "Issa Barry;Suppléant;Membre"));
        CHECK(house.get(members_of(body) + "/export.xlsx").status == 200);
    });
}

TEST_CASE("two persons of one institution at most: the third is refused with a sentence, also when two pages are sent at once")
{
    test::for_each_engine([](db::Database& db) {
        TestMembers house { db };
        auto const body = house.add_body("GEC", BodyKind::ExecutiveGroup);
        auto const donor = house.add_organization("Agence du Nordmark", people::OrganizationType::BilateralDonor);
        auto const titular = house.add_person("Ingrid Halvarsen", donor);
        house.add_person("Marc Delaunoy", donor);
        house.add_person("Amina El Ghazi", donor);
        CHECK(house.post(members_of(body) + "/rule", { { "most_persons", "2" }, { "one_titular", "1" }, { "alternate_decides", "1" }, { "quorum", "la moitié des membres" }, { "version", "0" } }).status == 303);
        CHECK(house.shows(house.get(members_of(body) + "/rule"), "2 au plus"));
        house.add_member(body, donor, titular);
        CHECK(house.shows(house.post(members_of(body), { { "organization", "Agence du Nordmark" }, { "person", "Marc Delaunoy" }, { "status", "member" } }), "a déjà un titulaire"));

        auto const add = [&](std::string const& name, std::uint64_t seed) {
            SeededChance own(seed);
            return house.post(members_of(body), { { "organization", "Agence du Nordmark" }, { "person", name }, { "seat", "alternate" }, { "status", "member" } }, &own).status;
        };
        int first = 0;
        int second = 0;
        std::thread other([&] { second = add("Amina El Ghazi", 101); });
        first = add("Marc Delaunoy", 102);
        other.join();
        CHECK(std::min(first, second) == 303);
        CHECK(std::max(first, second) == 422);
        CHECK(house.count_members(body, house.today()) == 2);
        auto const refused = house.post(members_of(body), { { "organization", "Agence du Nordmark" }, { "person", first == 303 ? "Amina El Ghazi" : "Marc Delaunoy" }, { "seat", "alternate" }, { "status", "member" } });
        CHECK_MESSAGE(house.shows(refused, "admet 2 personnes au plus par organisation"), refusal_of(refused));
    });
}

TEST_CASE("a candidate is admitted, then suspended: each status has its days, and every past day keeps its own")
{
    test::for_each_engine([](db::Database& db) {
        TestMembers house { db };
        auto const body = house.add_body("NUT");
        auto const ngo = house.add_organization("Élan rural");
        auto const candidate = house.add_member(body, ngo, {}, MembershipStatus::Candidate, *Date::from(2026, 2, 1));
        house.sign_in_as(house.add_holder(body, "Mariam Diallo"));
        auto const path = members_of(body) + "/" + candidate.text();
        CHECK(house.shows(house.get(path + "/change"), "Nouveau statut"));
        CHECK(house.shows(house.post(path + "/status", { { "status", "suspended" }, { "starts_on", "1/3/2026" }, { "reason", "x" } }), "ne peut pas suivre"));
        CHECK(house.post(path + "/status", { { "status", "member" }, { "starts_on", "1/3/2026" } }).status == 422);
        auto const admitted = house.location_of(house.post(path + "/status", { { "status", "member" }, { "starts_on", "1/3/2026" }, { "reason", "Décision du 26 février" } }));
        REQUIRE(admitted.starts_with(members_of(body)));
        // The former membership is over: it cannot be changed a second time.
        CHECK(house.post(path + "/status", { { "status", "observer" }, { "starts_on", "1/4/2026" }, { "reason", "x" } }).status == 422);
        CHECK(house.post(admitted + "/status", { { "status", "suspended" }, { "starts_on", "1/9/2026" }, { "reason", "Absences" } }).status == 303);
        auto const status_on = [&](Date day) {
            auto const found = test::expect_success(db.read([&](db::Reader const& reader) { return memberships_on(reader, body, day); }));
            REQUIRE(found.size() == 1);
            return found[0].membership.status;
        };
        CHECK(status_on(*Date::from(2026, 2, 28)) == MembershipStatus::Candidate);
        CHECK(status_on(*Date::from(2026, 3, 1)) == MembershipStatus::Member);
        CHECK(status_on(*Date::from(2026, 8, 31)) == MembershipStatus::Member);
        CHECK(status_on(*Date::from(2026, 9, 1)) == MembershipStatus::Suspended);
        CHECK(house.shows(house.get(admitted), "Décision du 26 février"));
        CHECK(house.is_recorded("bodies.membership_changed"));
    });
}

TEST_CASE("an ended membership stays in the list of its days, and a member does not end memberships")
{
    test::for_each_engine([](db::Database& db) {
        TestMembers house { db };
        auto const body = house.add_body("NUT");
        auto const other_body = house.add_body("EHA");
        auto const ngo = house.add_organization("Élan rural");
        auto const membership = house.add_member(body, ngo);
        auto const end = members_of(body) + "/" + membership.text() + "/end";
        house.sign_in_as(house.add_person("Issa Barry", ngo));
        CHECK(house.get(members_of(body)).status == 200);
        CHECK(house.post(end, {}).status == 403);
        CHECK(house.post(members_of(body) + "/rule", { { "most_persons", "9" } }).status == 403);
        house.sign_in_administrator();
        CHECK(house.post(members_of(other_body) + "/" + membership.text() + "/end", {}).status == 404);
        CHECK(house.post(end, { { "ends_on", "30/6/2026" }, { "end_reason", "Départ du pays" } }).status == 303);
        CHECK(house.post(end, { { "ends_on", "31/7/2026" } }).status == 409);
        CHECK(house.count_members(body, *Date::from(2026, 6, 30)) == 1);
        CHECK(house.count_members(body, *Date::from(2026, 7, 1)) == 0);
        CHECK(house.shows(house.get(members_of(body) + "/" + membership.text()), "Départ du pays"));
    });
}

TEST_CASE("what is written down shows first to the organisation concerned, then to others")
{
    test::for_each_engine([](db::Database& db) {
        TestMembers house { db };
        auto const body = house.add_body("NUT");
        auto const ngo = house.add_organization("Élan rural");
        auto const other = house.add_organization("Terre et vie");
        auto const membership = house.add_member(body, ngo);
        house.add_member(body, other);
        auto const own = house.add_person("Issa Barry", ngo);
        auto const stranger = house.add_person("Fanta Cissé", other);
        CHECK(house.post(members_of(body) + "/rule", { { "meetings", "6" }, { "meeting_share", "50" }, { "notice_days", "7" } }).status == 303);
        auto const participation = "/bodies/" + body.text() + "/participation";
        CHECK(house.shows(house.get(participation + "/day?kind=meeting&day=2026-11-20"), "Élan rural"));
        CHECK(house.post(participation, { { "kind", "meeting" }, { "day", "2026-12-20" }, { "state-" + ngo.text(), "absent" } }).status == 422);
        CHECK(house.post(participation, { { "kind", "meeting" }, { "day", "2026-11-20" }, { "state-" + ngo.text(), "done" } }).status == 422);
        CHECK(house.post(participation, { { "kind", "meeting" }, { "day", "2026-11-20" }, { "state-" + ngo.text(), "absent" }, { "state-" + other.text(), "" } }).status == 303);
        CHECK(house.shows(house.get(participation), "Absente\u00A0: 1"));
        auto const page = members_of(body) + "/" + membership.text();
        house.sign_in_as(stranger);
        CHECK(house.shows(house.get(page), "Sans données"));
        CHECK(house.post(participation, { { "kind", "meeting" }, { "day", "2026-11-20" }, { "state-" + ngo.text(), "present" } }).status == 403);
        house.sign_in_as(own);
        CHECK(house.shows(house.get(page), "Inactive"));
        CHECK(house.shows(house.get(page), "Signalez une erreur"));
        house.clock = house.clock + std::chrono::days(7);
        house.sign_in_as(stranger);
        CHECK(house.shows(house.get(page), "Inactive"));
        CHECK(house.shows(house.get(members_of(body)), "Inactive"));
    });
}
