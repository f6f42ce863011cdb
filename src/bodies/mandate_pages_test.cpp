#include "bodies/mandate_test_house.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace toguna;
using namespace toguna::bodies;
using test::for_each_engine;

TEST_CASE("the room of mandates shows who holds what today, what is vacant, what ended, and any day that is asked for")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        auto const unicef = house.add_organization("Fonds pour l’enfance", people::OrganizationType::UnAgency);
        house.add_mandate(MandateRole::LeadAgency, {}, unicef);
        house.add_holder("Mariam Diallo", MandateRole::Coordinator);
        house.add_mandate(MandateRole::CoCoordinator, house.add_person("Paul Ouattara"), {}, house.today().plus_days(-10));
        auto const page = house.get(house.path("/mandates"));
        CHECK(page.status == 200);
        CHECK(says(page, "Fonds pour l’enfance"));
        CHECK(says(page, "Mariam Diallo préside et représente l’instance (Coordination)."));
        CHECK(says(page, "Personne n’exerce ce rôle\u00A0: Co-coordination."));
        CHECK(says(page, "1 mandat passé"));
        auto const before = house.get(house.path("/mandates"), { { "on", "2026-11-01" } });
        CHECK(says(before, "État au 1er novembre 2026"));
        CHECK_FALSE(says(before, "Personne n’exerce ce rôle"));
        CHECK(says(before, "export.xlsx?on=2026-11-01"));
        CHECK(house.get(house.path("/mandates"), { { "on", "jadis" } }).status == 422);
        CHECK(house.get(house.path("/mandates/export.xlsx")).status == 200);
        auto const csv = house.get(house.path("/mandates/export.csv"), { { "on", "2026-11-01" } });
        CHECK(says(csv, "Co-coordination;Paul Ouattara;;;national;;2026-08-15;2026-11-13;en vigueur"));
    });
}

TEST_CASE("an expired engagement and a co-coordination below a full post are shown (S0-25)")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        house.add_engagement(house.add_mandate(MandateRole::CoCoordinator, house.add_person("Ramata Cissé")), 50, house.today().plus_days(30));
        house.add_engagement(house.add_mandate(MandateRole::Secretary, house.add_person("Noël Ouédraogo")), {}, house.today().plus_days(-1));
        auto const page = house.get(house.path("/mandates"));
        CHECK(says(page, "Ramata Cissé y consacre 50"));
        CHECK(says(page, "engagement échu"));
        CHECK(says(page, "L’engagement qui appuie le mandat de Noël Ouédraogo est échu"));
        CHECK_FALSE(says(page, "L’engagement qui appuie le mandat de Ramata Cissé est échu"));
    });
}

TEST_CASE("a mandate is added by typed names, changed, handed over and ended; the post keeps its history (S0-42)")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        auto const awa = house.add_person("Awa Sanou");
        house.add_person("Issa Traoré");
        house.add_organization("Secours du Sahel");
        CHECK(house.post(house.path("/mandates"), { { "role", "co_coordinator" }, { "organization", "secours du sahel" }, { "person", "sanou awa" }, { "level", "regional" }, { "area", "kuilse" },
                  { "starts_on", "1/10/2026" }, { "ends_on", "30/9/2027" } }).status == 303);
        auto const added = house.mandates().at(0).mandate;
        CHECK(added.person == awa);
        CHECK(added.area);
        CHECK(house.events("bodies.mandate_added").size() == 1);
        auto const form = house.get(house.path("/mandates/" + added.id.text()));
        CHECK(says(form, "value=\"Awa Sanou\""));
        CHECK(says(form, "value=\"Kuilsé\""));
        CHECK(says(house.get(house.path("/mandates")), "régional\u00A0: Kuilsé"));

        CHECK(house.post(house.path("/mandates/" + added.id.text() + "/end"), { { "last_day", "30/11/2026" }, { "successor", "Issa Traoré" } }).status == 303);
        auto const mandates = house.mandates();
        REQUIRE(mandates.size() == 2);
        CHECK(mandates[0].mandate.period.end() == Date::from(2026, 11, 30));
        CHECK(mandates[1].person_name == "Issa Traoré");
        CHECK(mandates[1].mandate.period.start() == *Date::from(2026, 12, 1));
        CHECK(mandates[1].mandate.period.end() == Date::from(2027, 9, 30));
        CHECK(mandates[1].mandate.organization == added.organization);
    });
}

TEST_CASE("a form of a mandate that is refused comes back as it was typed, with all that is wrong")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        auto const refused = house.post(house.path("/mandates"), { { "role", "king" }, { "organization", "Inconnue" }, { "person", "<b>" }, { "level", "national" }, { "area", "Atlantide" },
            { "starts_on", "2026-12-01" }, { "ends_on", "2026-11-01" } });
        CHECK(refused.status == 422);
        CHECK(says(refused, "Choisissez un rôle."));
        CHECK(says(refused, "Aucune organisation ne s’appelle"));
        CHECK(says(refused, "Aucune zone ne s’appelle «\u00A0Atlantide\u00A0»"));
        CHECK(says(refused, "choisissez ce jour ou un jour suivant"));
        CHECK(says(refused, "value=\"&lt;b&gt;\""));
        CHECK(house.mandates().empty());
        auto const retired = house.post(house.path("/mandates"), { { "role", "focal_point" }, { "person", "" }, { "level", "regional" }, { "area", "BF49" } });
        CHECK(says(retired, "Centre-Nord"));
    });
}

TEST_CASE("invariant 1: a second lead agency is refused with the name of the first; the next one follows on the day after")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        house.add_mandate(MandateRole::LeadAgency, {}, house.add_organization("Fonds pour l’enfance"), Date::from(2026, 12, 31));
        house.add_organization("Programme des vivres");
        MandateHouse::Pairs fields { { "role", "lead_agency" }, { "organization", "Programme des vivres" }, { "level", "national" }, { "starts_on", "31/12/2026" } };
        auto const refused = house.post(house.path("/mandates"), fields);
        CHECK(refused.status == 409);
        CHECK(says(refused, "Fonds pour l’enfance"));
        CHECK(says(refused, "value=\"Programme des vivres\""));
        fields[3].second = "1/1/2027";
        CHECK(house.post(house.path("/mandates"), fields).status == 303);
    });
}

TEST_CASE("invariant 1: of two lead agencies named at the same moment exactly one is kept")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        house.add_organization("Fonds pour l’enfance");
        house.add_organization("Programme des vivres");
        for (int round = 0; round < 5; ++round) {
            auto const body = house.add_body("C" + std::to_string(round), BodyKind::Cluster);
            std::vector<int> statuses(2);
            std::vector<std::thread> threads;
            for (std::size_t place = 0; place < 2; ++place)
                threads.emplace_back([&, place] {
                    MandateHouse visitor(db, body, 100 + round * 2 + place);
                    statuses[place] = visitor.post("/bodies/" + body.text() + "/mandates",
                        { { "role", "lead_agency" }, { "organization", place ? "Fonds pour l’enfance" : "Programme des vivres" }, { "level", "national" } }).status;
                });
            for (auto& thread : threads)
                thread.join();
            std::sort(statuses.begin(), statuses.end());
            CHECK(statuses == std::vector { 303, 409 });
            CHECK(house.read([&](db::Reader const& reader) { return list_mandates(reader, body); }).size() == 1);
        }
    });
}

TEST_CASE("nobody names, extends or changes their own mandate, not by a form made by hand either; ending it is free")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        auto const mariam = house.add_person("Mariam Diallo");
        auto const own = house.add_mandate(MandateRole::Coordinator, mariam, {}, house.today().plus_days(30));
        house.sign_in_as(mariam);
        auto const named = house.post(house.path("/mandates"), { { "role", "chair" }, { "person", "Mariam Diallo" }, { "level", "national" } });
        CHECK(named.status == 403);
        CHECK(says(named, "Personne ne se nomme soi-même"));
        CHECK(says(named, house.path("/rights#manage_mandates")));
        REQUIRE(house.refusal);
        CHECK(house.refusal->object == house.body.text());

        MandateHouse::Pairs const longer { { "role", "coordinator" }, { "person", "Mariam Diallo" }, { "level", "national" }, { "starts_on", own.period.start().to_iso() }, { "ends_on", "" }, { "version", "1" } };
        CHECK(house.post(house.path("/mandates/" + own.id.text()), longer).status == 403);
        CHECK(house.mandates().at(0).mandate.period.end() == own.period.end());
        auto const disguised = house.post(house.path("/mandates/" + own.id.text() + "/end"), { { "last_day", "" }, { "successor", "Mariam Diallo" } });
        CHECK(disguised.status == 403);
        CHECK(house.mandates().size() == 1);
        CHECK(house.post(house.path("/mandates/" + own.id.text() + "/end"), { { "last_day", "" } }).status == 303);
        CHECK(house.mandates().at(0).mandate.period.end() == house.today());

        house.sign_in_administrator();
        CHECK(house.post(house.path("/mandates/" + own.id.text()), { { "role", "coordinator" }, { "person", "Mariam Diallo" }, { "level", "national" }, { "starts_on", own.period.start().to_iso() }, { "version", "2" } }).status == 303);
    });
}

TEST_CASE("a mandate that has begun keeps its holder and role; only an administrator corrects them")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        auto const mariam = house.add_holder("Mariam Diallo", MandateRole::Coordinator);
        auto const secretary = house.add_mandate(MandateRole::Secretary, house.add_person("Salif Zongo"));
        house.add_person("Issa Traoré");
        house.sign_in_as(mariam);
        MandateHouse::Pairs const other { { "role", "secretary" }, { "person", "Issa Traoré" }, { "level", "national" }, { "starts_on", secretary.period.start().to_iso() }, { "version", "1" } };
        auto const refused = house.post(house.path("/mandates/" + secretary.id.text()), other);
        CHECK(refused.status == 422);
        CHECK(says(refused, "afin que le poste garde son histoire"));
        house.sign_in_administrator();
        CHECK(house.post(house.path("/mandates/" + secretary.id.text()), other).status == 303);
        CHECK(house.post(house.path("/mandates/" + secretary.id.text()), other).status == 409);
    });
}

TEST_CASE("a mandate of another body is not reached through one’s own")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        auto const mandate = house.add_mandate(MandateRole::Secretary, house.add_person("Salif Zongo"));
        auto const elsewhere = house.add_body("EHA", BodyKind::Cluster);
        CHECK(house.get("/bodies/" + elsewhere.text() + "/mandates/" + mandate.id.text()).status == 404);
        CHECK(house.post("/bodies/" + elsewhere.text() + "/mandates/" + mandate.id.text() + "/end").status == 404);
    });
}

TEST_CASE("a country calls a role otherwise: the word changes on the page, the mandate does not (S0-58)")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        house.add_holder("Ramata Cissé", MandateRole::CoCoordinator);
        CHECK(says(house.get("/role-labels"), "Burkina Faso"));
        CHECK(house.get("/role-labels/BFA").status == 200);
        auto const before = house.mandates().at(0).mandate;
        CHECK(house.post("/role-labels/BFA", { { "co_coordinator_fr", " Co-facilitation " }, { "co_coordinator_en", "Co-facilitator" } }).status == 303);
        auto const page = house.get(house.path("/mandates"));
        CHECK(says(page, "Co-facilitation"));
        CHECK_FALSE(says(page, "Co-coordination"));
        CHECK(house.mandates().at(0).mandate.role == before.role);
        CHECK(house.mandates().at(0).mandate.version == before.version);
        CHECK(house.post("/role-labels/BFA", { { "chair_fr", std::string(61, 'x') } }).status == 422);
        CHECK(house.post("/role-labels/XXX", {}).status == 404);
        house.sign_in_as(house.add_person("Awa Sanou"));
        CHECK(house.post("/role-labels/BFA", { { "chair_fr", "Chef" } }).status == 403);
    });
}

TEST_CASE("« pourquoi » says every right with its reason; the coordination asks for others and other days, members do not")
{
    for_each_engine([](db::Database& db) {
        MandateHouse house(db);
        auto const mariam = house.add_holder("Mariam Diallo", MandateRole::Coordinator);
        auto const paul = house.add_person("Paul Ouattara");
        house.add_mandate(MandateRole::CoCoordinator, paul, {}, house.today().plus_days(-1));
        house.sign_in_as(mariam);
        CHECK(says(house.get(house.path("/rights")), "Vous exercez le mandat «\u00A0Coordination\u00A0»"));
        auto const paul_today = house.get(house.path("/rights"), { { "person", "Paul Ouattara" } });
        CHECK(says(paul_today, "a pris fin le 22 novembre 2026"));
        auto const paul_before = house.get(house.path("/rights"), { { "person", "Paul Ouattara" }, { "on", "1/11/2026" } });
        CHECK(says(paul_before, "Vous exercez le mandat «\u00A0Co-coordination\u00A0»"));
        CHECK(house.get(house.path("/rights"), { { "person", "Personne" } }).status == 422);

        house.sign_in_as(paul);
        auto const own = house.get(house.path("/rights"), { { "person", "Mariam Diallo" }, { "on", "1/11/2026" } });
        CHECK(own.status == 200);
        CHECK(says(own, "a pris fin le 22 novembre 2026"));
        CHECK_FALSE(says(own, "Vous exercez le mandat"));
        auto const refused = house.get(house.path("/mandates"));
        CHECK(refused.status == 403);
        CHECK(says(refused, house.path("/rights#view_body")));
        house.visitor.reset();
        CHECK(house.get(house.path("/rights")).status == 303);
    });
}
