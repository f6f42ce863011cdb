#include "bodies/test_members.hpp"
#include "mail/outbox.hpp"
#include "referrals/feature.hpp"
#include "referrals/referral_store.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace toguna;
using namespace toguna::referrals;
using bodies::BodyKind;
using bodies::MandateRole;
using bodies::TestMembers;

namespace {

TestMembers house_in(db::Database& db)
{
    TestMembers house { db };
    house.router = web::Router(referrals::feature().routes);
    house.configuration.public_url = "https://toguna.example";
    return house;
}

std::string files_of(bodies::BodyId const& body) { return "/bodies/" + body.text() + "/referrals"; }

std::vector<mail::OutboxRow> letters(TestMembers& house)
{
    return test::expect_success(house.db.read([&](db::Reader const& reader) { return mail::list_outbox(reader, { .kind = "referrals.word" }); }));
}

int step(TestMembers& house, std::string const& file, std::string const& name, TestMembers::Pairs more = {})
{
    more.insert(more.begin(), { "step", name });
    return house.post(file + "/steps", more).status;
}

} // namespace

TEST_CASE("a case of last resort: the partner withdrew, the lead agency answers, the outcome closes it")
{
    test::for_each_engine([](db::Database& db) {
        auto house = house_in(db);
        auto const body = house.add_body("NUT");
        auto const agency = house.add_organization("Fonds pour l’enfance", people::OrganizationType::UnAgency);
        auto const ngo = house.add_organization("Élan rural");
        house.write([&](db::Transaction& tx) {
            return bodies::insert_mandate(tx, { .id = new_id<bodies::MandateTag>(house.clock, house.chance), .body = body, .role = MandateRole::LeadAgency, .organization = agency, .person = {}, .period = Period::since(*Date::from(2026, 1, 1)) });
        });
        house.add_member(body, agency);
        house.add_member(body, ngo);
        auto const of_agency = house.add_person("Awa Sanou", agency);
        auto const member = house.add_person("Issa Barry", ngo);
        auto const coordinator = house.add_holder(body, "Mariam Diallo");
        TestMembers::Pairs const form { { "kind", "last_resort" }, { "title", "Dépistage à Nando" }, { "text", "Plus de dépistage depuis octobre" }, { "topic", "withdrew" }, { "partner", "Élan rural" }, { "area", "Nando" } };

        house.sign_in_as(member);
        CHECK(house.get(files_of(body) + "/new?kind=last_resort").status == 403);
        CHECK(house.post(files_of(body), form).status == 403);
        house.sign_in_as(coordinator);
        CHECK(house.get(files_of(body) + "/new?kind=last_resort").status == 200);
        CHECK(house.post(files_of(body), { { "kind", "last_resort" }, { "title", "Sans motif" } }).status == 422);
        CHECK(house.post(files_of(body), { { "kind", "work_request" }, { "title", "x" }, { "text", "y" } }).status == 422);
        auto const file = house.location_of(house.post(files_of(body), form));
        REQUIRE_FALSE(file.empty());
        CHECK(house.shows(house.get(file), "NUT-DR-2026-001"));
        CHECK(house.post(file + "/links", { { "link_kind", "advocacy" }, { "link_words", "Note aux bailleurs" }, { "link_address", "https://exemple.org/note" } }).status == 303);
        CHECK(step(house, file, "close", { { "words", "Couvert" } }) == 409);
        house.sign_in_as(member);
        CHECK(step(house, file, "answer", { { "words", "Non" } }) == 403);
        house.sign_in_as(of_agency);
        CHECK(step(house, file, "answer", { { "words", "Une équipe mobile part le 1er décembre" } }) == 303);
        CHECK(step(house, file, "close", { { "words", "x" } }) == 403);
        house.sign_in_as(coordinator);
        CHECK(step(house, file, "close", { { "words", "Couvert par l’équipe mobile" } }) == 303);
        auto const page = house.get(file);
        CHECK(house.shows(page, "Note aux bailleurs"));
        CHECK(house.shows(page, "Une équipe mobile"));
        CHECK(house.shows(house.get(files_of(body) + "?state=over"), "Dépistage à Nando"));
        CHECK(house.shows(house.get(files_of(body) + "?state=open"), "Aucun dossier ne correspond"));
        CHECK(house.get(files_of(body) + "/export.xlsx").status == 200);
    });
}

TEST_CASE("a proposal is shown on both bodies: the cluster submits it, the chair of its committee decides")
{
    test::for_each_engine([](db::Database& db) {
        auto house = house_in(db);
        auto const cluster = house.add_body("NUT");
        auto const coordinator = house.add_holder(cluster, "Mariam Diallo");
        house.sign_in_as(coordinator);
        auto const file = house.location_of(house.post(files_of(cluster), { { "kind", "capacity_proposal" }, { "title", "Former les points focaux" }, { "origin", "Faible accompagnement des nouveaux acteurs" } }));
        REQUIRE_FALSE(file.empty());
        CHECK(step(house, file, "submit") == 422); // no committee yet
        auto const committee = house.add_body("NUT-CS", BodyKind::StrategicCommittee, cluster);
        auto const chair = house.add_holder(committee, "Jean Kaboré", MandateRole::Chair);
        CHECK(step(house, file, "submit") == 303);
        auto const on_committee = files_of(committee) + file.substr(file.rfind('/'));
        house.sign_in_administrator();
        CHECK(step(house, on_committee, "adopt", { { "words", "Adopté" } }) == 403);
        house.sign_in_as(coordinator);
        CHECK(step(house, file, "adopt", { { "words", "Adopté" } }) == 403);
        house.sign_in_as(chair);
        CHECK(house.get(file).status == 403);
        CHECK(house.shows(house.get(files_of(committee)), "Former les points focaux"));
        CHECK(step(house, on_committee, "amend", { { "words", "Oui, en deux sessions" } }) == 303);
        house.sign_in_as(coordinator);
        CHECK(house.shows(house.get(file), "Adopté avec amendements"));
    });
}

TEST_CASE("a member asks for support: the information manager gets a mail, the asker gets the answer, each once")
{
    test::for_each_engine([](db::Database& db) {
        auto house = house_in(db);
        auto const body = house.add_body("NUT");
        auto const ngo = house.add_organization("Élan rural");
        house.add_member(body, ngo);
        auto const member = house.add_person("Issa Barry", ngo, "issa@exemple.org");
        auto const stranger = house.add_person("Fanta Cissé");
        auto const manager = house.add_holder(body, "Salif Zongo", MandateRole::InformationManager, {}, "salif@exemple.org");
        house.add_holder(body, "Mariam Diallo", MandateRole::Coordinator, {}, "mariam@exemple.org");
        TestMembers::Pairs const form { { "kind", "support_request" }, { "title", "Carte des sites" }, { "topic", "mapping" }, { "due_on", "dans 7 jours" }, { "once", "abc" } };
        house.sign_in_as(stranger);
        CHECK(house.post(files_of(body), form).status == 403);
        house.sign_in_as(member);
        auto const file = house.location_of(house.post(files_of(body), form));
        CHECK(house.location_of(house.post(files_of(body), form)) == file);
        REQUIRE(letters(house).size() == 1);
        CHECK(letters(house)[0].to.find("salif@exemple.org") != std::string::npos);
        CHECK(step(house, file, "answer", { { "words", "Moi-même" } }) == 403);
        house.sign_in_as(manager);
        CHECK(step(house, file, "take") == 422);
        CHECK(step(house, file, "take", { { "responsible", "Salif Zongo" }, { "due_on", "30/11/2026" } }) == 303);
        CHECK(house.shows(house.get(files_of(body)), "Salif Zongo"));
        CHECK(step(house, file, "answer", { { "words", "La carte est jointe" } }) == 303);
        CHECK(letters(house).size() == 2);
        house.sign_in_as(member);
        CHECK(step(house, file, "close", { { "words", "Merci" } }) == 303);
        CHECK(letters(house).size() == 2);
    });
}

TEST_CASE("work outside the mandate needs the chef de file in force: the coordination, an administrator and a former chef de file are refused")
{
    test::for_each_engine([](db::Database& db) {
        auto house = house_in(db);
        auto const group = house.add_body("PTF", BodyKind::DonorGroup);
        auto const pool = house.add_body("POOL", BodyKind::TechnicalPool, group);
        auto const donor = house.add_organization("Agence du Nordmark", people::OrganizationType::BilateralDonor);
        house.add_member(pool, donor);
        auto const asker = house.add_person("Marc Delaunoy", donor, "marc@exemple.org");
        auto const lead = house.add_holder(group, "Ingrid Halvarsen", MandateRole::DonorLead);
        auto const head_of_pool = house.add_holder(pool, "Thomas Okemba");
        house.write([&](db::Transaction& tx) {
            return bodies::insert_membership(tx, { new_id<bodies::MembershipTag>(house.clock, house.chance), pool, {}, lead, bodies::MembershipStatus::Member, Period::since(*Date::from(2026, 1, 1)) });
        });
        house.sign_in_as(asker);
        auto const open = [&](std::string const& title) {
            return house.location_of(house.post(files_of(pool), { { "kind", "work_request" }, { "title", title }, { "text", "Étude" }, { "partner", "Agence du Nordmark" } }));
        };
        auto const inside = open("Note trimestrielle");
        auto const outside = open("Audit d’un ministère");
        CHECK(step(house, inside, "find_within") == 403);
        house.sign_in_as(head_of_pool);
        CHECK(step(house, inside, "find_within") == 303);
        CHECK(step(house, outside, "find_outside", { { "words", "Le mandat ne parle pas d’audit" } }) == 303);
        CHECK(step(house, outside, "adopt", { { "words", "Oui" } }) == 403);
        CHECK(step(house, outside, "find_within") == 409);
        CHECK(step(house, outside, "take", { { "responsible", "Thomas Okemba" } }) == 409);
        house.sign_in_administrator();
        CHECK(step(house, outside, "adopt", { { "words", "Oui" } }) == 403);
        house.sign_in_as(lead);
        auto const later = house.clock;
        house.write([&](db::Transaction& tx) -> Result<void> {
            for (auto const& mandate : TRY(bodies::mandates_on(tx, group, house.today())))
                TRY(bodies::end_mandate(tx, mandate.mandate.id, house.today()));
            return {};
        });
        house.clock = later + std::chrono::days(1);
        CHECK(step(house, outside, "adopt", { { "words", "Oui" } }) == 403); // the mandate ended yesterday
        house.clock = later;

        // Two decisions at once: one is taken.
        int first = 0;
        int second = 0;
        auto const decide = [&](std::string const& name, std::uint64_t seed) {
            SeededChance own(seed);
            return house.post(outside + "/steps", { { "step", name }, { "words", "Décidé" } }, &own).status;
        };
        std::thread other([&] { second = decide("refuse", 31); });
        first = decide("adopt", 32);
        other.join();
        CHECK(std::min(first, second) == 303);
        CHECK(std::max(first, second) >= 403);
        CHECK(house.shows(house.get(outside), "Hors mandat"));
    });
}

TEST_CASE("a past day shows each file in the state it had then, and none that was opened later")
{
    test::for_each_engine([](db::Database& db) {
        auto house = house_in(db);
        auto const body = house.add_body("NUT");
        house.sign_in_as(house.add_holder(body, "Mariam Diallo"));
        auto const file = house.location_of(house.post(files_of(body), { { "kind", "support_request" }, { "title", "Carte des sites" }, { "topic", "mapping" } }));
        house.clock = house.clock + std::chrono::days(10);
        CHECK(step(house, file, "answer", { { "words", "Voici" } }) == 303);
        house.post(files_of(body), { { "kind", "support_request" }, { "title", "Formation à l’outil" }, { "topic", "training" } });
        auto const then = house.get(files_of(body) + "?as_of=2026-11-25");
        CHECK(house.shows(then, "Ouvert"));
        CHECK_FALSE(house.shows(then, "Répondu"));
        CHECK_FALSE(house.shows(then, "Formation à l’outil"));
        CHECK(house.shows(house.get(files_of(body)), "Répondu"));
        CHECK(house.shows(house.get(files_of(body)), "NUT-AP-2026-002") );
    });
}
