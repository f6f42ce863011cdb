#include "bodies/charter_store.hpp"
#include "bodies/delegation_store.hpp"
#include "bodies/life_jobs.hpp"
#include "bodies/life_store.hpp"
#include "bodies/mandate_test_house.hpp"
#include "bodies/profile_store.hpp"
#include "mail/outbox_store.hpp"

#include <doctest/doctest.h>

#include <thread>

using namespace toguna;
using namespace toguna::bodies;

namespace {

struct House : MandateHouse {
    using MandateHouse::MandateHouse;

    Pairs edited(Body const& given, Pairs const& changes)
    {
        Pairs fields { { "kind", std::string(name_of(given.kind)) }, { "name", given.name }, { "acronym", given.acronym }, { "code", given.code }, { "country", given.country.text() },
            { "parent", given.parent ? given.parent->text() : "" }, { "reports_to", given.reports_to ? given.reports_to->text() : "" }, { "version", std::to_string(given.version) } };
        for (auto const& [name, value] : changes) {
            std::erase_if(fields, [&](auto const& field) { return field.first == name; });
            fields.emplace_back(name, value);
        }
        return fields;
    }
    Body stored(BodyId const& id) { return read([&](db::Reader const& reader) { return find_body(reader, id); }); }
    web::Reply change(BodyId const& id, Pairs const& changes) { return post("/bodies/" + id.text(), edited(stored(id), changes)); }
    web::Reply life_step(std::string state, std::string day, std::string reason = "Décision de l’EHP")
    {
        return post(path("/life"), { { "state", std::move(state) }, { "day", std::move(day) }, { "reason", std::move(reason) } });
    }
};

std::string location(web::Reply const& reply)
{
    for (auto const& [name, value] : reply.headers)
        if (name == "Location")
            return value;
    return {};
}

} // namespace

TEST_CASE("a cluster is found by each of its names, and by its former one after it was renamed")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        CHECK(house.change(house.body, { { "name", "Cluster Relèvement précoce" }, { "acronym", "CRP" }, { "aliases", "Early Recovery (en)\nCRR" } }).status == 303);
        CHECK(house.change(house.body, { { "name", "Cluster Relèvement" }, { "aliases", write_body_aliases(house.stored(house.body).aliases) } }).status == 303);
        for (auto const* words : { "Relèvement précoce", "CRP", "early recovery", "crr", "NUT" })
            CHECK_MESSAGE(says(house.get("/bodies", { { "search", words } }), "Cluster Relèvement"), words);
        CHECK_FALSE(says(house.get("/bodies", { { "search", "éducation" } }), "Cluster Relèvement"));
    });
}

TEST_CASE("bodies are part of each other, or answer to each other, in no ring: not by the page, not by two at once")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        auto const below = house.add_body("SC1", BodyKind::SubCluster, house.body);
        auto const pool = house.add_body("POOL", BodyKind::TechnicalPool);
        auto const troika = house.add_body("TR", BodyKind::Troika);
        CHECK(house.change(house.body, { { "parent", below.text() } }).status == 422);
        CHECK(house.change(house.body, { { "reports_to", below.text() } }).status == 422);
        CHECK(house.change(pool, { { "parent", pool.text() } }).status == 422);
        CHECK(house.change(pool, { { "reports_to", troika.text() } }).status == 303);
        CHECK(house.change(troika, { { "reports_to", pool.text() } }).status == 422);
        CHECK(house.change(troika, { { "parent", pool.text() } }).status == 422);

        auto const first = house.add_body("AA", BodyKind::Cluster);
        auto const second = house.add_body("BB", BodyKind::Cluster);
        House other(db, first, 99);
        std::thread one([&] { house.change(first, { { "parent", second.text() } }); });
        std::thread two([&] { other.change(second, { { "parent", first.text() } }); });
        one.join();
        two.join();
        CHECK_FALSE((house.stored(first).parent && house.stored(second).parent));
    });
}

TEST_CASE("territory, night hours and days without reminders are understood as they are typed, and refused by field")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        auto const refused = house.change(house.body, { { "areas", "Nulle-Part" }, { "night_from", "25h" }, { "quiet_days", "hier soir peut-être" }, { "public_slug", "Été !" } });
        CHECK(refused.status == 422);
        for (auto const* words : { "Nulle-Part", "25h", "hier soir peut-être", "Été !" })
            CHECK(says(refused, words));
        CHECK(house.change(house.body, { { "areas", "Centre-Nord (BF49)" } }).status == 422); // its validity ended in 2025
        CHECK(house.change(house.body, { { "areas", "Kuilsé" }, { "level", "regional" }, { "night_from", "21 h 30" }, { "quiet_days", "11/12/2026" }, { "sector", "NUT" }, { "quiet_weekdays", "7" } }).status == 303);
        auto const page = house.get(house.path());
        CHECK(says(page, "Kuilsé"));
        CHECK(says(house.get(house.path("/edit")), "21:30"));
        CHECK(house.stored(house.body).quiet.is_quiet_day(*Date::from(2026, 12, 11)));
    });
}

TEST_CASE("the life of a group is written with reasons, read as a line, and a mistake is withdrawn")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        CHECK(house.life_step("dormant", "1/3/2026").status == 422);
        CHECK(house.life_step("activated", "10/1/2026").status == 303);
        CHECK(house.life_step("dormant", "1/6/2026", "").status == 422);
        CHECK(house.life_step("dormant", "1/6/2026").status == 303);
        CHECK(house.life_step("reactivated", "1/7/2026", "Afflux de déplacés").status == 303);
        auto const page = house.get(house.path("/life"));
        for (auto const* words : { "activée", "dormante", "réactivée", "Afflux de déplacés", "10 janvier 2026" })
            CHECK_MESSAGE(says(page, words), words);
        auto const life = house.read([&](db::Reader const& reader) { return life_of(reader, house.body); });
        REQUIRE(life.size() == 3);
        CHECK(says(house.post(house.path("/life/" + life[1].id.text() + "/withdrawal")), "Retirez d’abord les étapes suivantes"));
        CHECK(house.post(house.path("/life/" + life[2].id.text() + "/withdrawal")).status == 303);
        CHECK(house.read([&](db::Reader const& reader) { return life_of(reader, house.body); }).size() == 2);
        CHECK(says(house.get(house.path()), "dormante"));
    });
}

TEST_CASE("an activated cluster without a lead agency, and a review that is late, are said on its page")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        CHECK_FALSE(says(house.get(house.path()), "aucune agence ne le dirige"));
        house.life_step("activated", "10/1/2026");
        CHECK(says(house.get(house.path()), "aucune agence ne le dirige"));
        CHECK(says(house.get(house.path()), "90 jours après l’activation"));
        house.add_mandate(MandateRole::LeadAgency, {}, house.add_organization("Agence"));
        CHECK(house.post(house.path("/activities"), { { "kind", "transition_outline" }, { "activity_day", "1/4/2026" } }).status == 303);
        CHECK_FALSE(says(house.get(house.path()), "aucune agence ne le dirige"));
        CHECK_FALSE(says(house.get(house.path()), "90 jours après l’activation"));
        CHECK(house.post(house.path("/activities"), { { "kind", "other" }, { "activity_day", "1/4/2030" } }).status == 422);
    });
}

TEST_CASE("a silent technical group is asked once whether it rests, and nothing is decided for it")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        house.body = house.add_body("GTT1", BodyKind::TechnicalWorkingGroup);
        people::Person person { new_id<people::PersonTag>(house.clock, house.chance), "Mariama Kontao", "mariama@example.org" };
        test::expect_success(db.write([&](db::Transaction& tx) { return people::insert_person(tx, person, house.clock); }));
        house.add_mandate(MandateRole::Facilitator, person.id);
        house.life_step("activated", "10/1/2026");
        jobs::JobContext context { db, house.configuration, house.chance, house.clock };
        for (int twice = 0; twice < 2; ++twice)
            test::expect_success(propose_rest({ jobs::JobId::trusted("0"), "", "{}" }, context));
        auto const mails = house.read([&](db::Reader const& reader) { return mail::list_outbox(reader, { .kind = "bodies.rest_proposed" }); });
        REQUIRE(mails.size() == 1);
        CHECK(mails[0].to == "mariama@example.org");
        CHECK(house.read([&](db::Reader const& reader) { return life_of(reader, house.body); }).size() == 1);
        CHECK(says(house.get(house.path()), "Décider de la suite"));
    });
}

TEST_CASE("a charter keeps its versions, their dates and what they cite, and shows what changed")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        CHECK(says(house.get(house.path("/charter/new")), "agence chef de file"));
        CHECK(house.post(house.path("/charter"), { { "mandate", " " } }).status == 422);
        CHECK(house.post(house.path("/charter"), { { "mandate", "Coordonner\nDeux réunions" }, { "valid_from", "1/1/2026" }, { "norm_title", "Module de référence" }, { "norm_edition", "juillet 2015" } }).status == 303);
        CHECK(house.post(house.path("/charter"), { { "mandate", "Coordonner\nTrois réunions" }, { "valid_from", "1/6/2026" }, { "validated_on", "20/5/2026" } }).status == 303);
        CHECK(says(house.get(house.path("/charter")), "Trois réunions"));
        auto const old = house.get(house.path("/charter"), { { "version", "1" } });
        CHECK(says(old, "Deux réunions"));
        CHECK(says(old, "juillet 2015"));
        CHECK(says(old, "n’est pas celle qui est en vigueur"));
        auto const differences = house.get(house.path("/charter/differences"), { { "version", "2" } });
        CHECK(says(differences, "<del>Deux réunions</del>"));
        CHECK(says(differences, "<ins>Trois réunions</ins>"));
        CHECK(house.get(house.path("/charter/differences"), { { "version", "1" } }).status == 404);
    });
}

TEST_CASE("several bodies are created at once or not at all")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        House::Pairs form { { "country", "MLI" }, { "humanitarian", "inter_cluster" }, { "humanitarian", "committees" }, { "sectors", "EDU" }, { "sub_clusters", "Nord\nCentre" },
            { "working_groups", "Cantines" }, { "donors", "donor_group" }, { "donors", "troika" }, { "donors", "pool" }, { "thematic_groups", "Santé\nEau\nGenre" } };
        auto two_clusters = form;
        two_clusters.emplace_back("sectors", "HEA");
        auto const refused = house.post("/bodies/architecture", two_clusters);
        CHECK(refused.status == 422);
        CHECK(says(refused, "écrivez sous quel cluster"));
        auto const count = [&] { return house.read([&](db::Reader const& reader) { return count_bodies(reader, { .country = *geography::CountryCode::parse("MLI") }); }); };
        CHECK(count() == 0);
        CHECK(house.post("/bodies/architecture", form).status == 303);
        CHECK(count() == 12);
        auto const organigram = house.get("/organigram", { { "country", "MLI" } });
        CHECK(organigram.status == 200);
        CHECK(says(organigram, "<svg"));
        CHECK(says(organigram, "Sous-cluster Éducation Nord"));
        CHECK(says(organigram, "rend compte à\u00A0: Troïka – PTF"));
        CHECK(house.get("/organigram/export.pdf", { { "country", "MLI" } }).body.starts_with("%PDF"));
        CHECK(house.get("/organigram/export.docx", { { "country", "MLI" } }).status == 200);
    });
}

TEST_CASE("the organigram of two days shows the troïka on both sides of its rotation, and lines as they stood")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        house.body = house.add_body("TR", BodyKind::Troika);
        auto const hold = [&](MandateRole role, std::string const& name, Date from, std::optional<Date> until) {
            Mandate const mandate { .id = new_id<MandateTag>(house.clock, house.chance), .body = house.body, .role = role, .organization = house.add_organization(name), .person = {}, .period = *Period::from(from, until) };
            test::expect_success(db.write([&](db::Transaction& tx) { return insert_mandate(tx, mandate); }));
        };
        hold(MandateRole::DonorLead, "Coopération du Nordmark", *Date::from(2025, 7, 1), *Date::from(2026, 6, 30));
        hold(MandateRole::DonorLead, "Agence helvane", *Date::from(2026, 7, 1), {});
        auto const before = house.get("/organigram", { { "country", "BFA" }, { "on", "30/6/2026" } });
        auto const after = house.get("/organigram", { { "country", "BFA" }, { "on", "1/7/2026" } });
        CHECK(says(before, "Coopération du Nordmark"));
        CHECK_FALSE(says(before, "Agence helvane"));
        CHECK(says(after, "Agence helvane"));
        CHECK_FALSE(says(after, "Coopération du Nordmark"));
        CHECK(house.get("/organigram", { { "country", "BFA" }, { "on", "jadis" } }).status == 422);
    });
}

TEST_CASE("merging loses nothing: bodies below, members, names and the address go over; what was stays readable")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        auto const heir = house.add_body("SEC", BodyKind::Cluster);
        auto const below = house.add_body("GTT1", BodyKind::TechnicalWorkingGroup, house.body);
        auto const agency = house.add_organization("Élan rural");
        auto const member = house.add_person("Haoua Tinguiri");
        auto const join = [&](std::optional<people::OrganizationId> organization, std::optional<people::PersonId> person) {
            test::expect_success(db.write([&](db::Transaction& tx) { return insert_membership(tx, { .id = new_id<MembershipTag>(house.clock, house.chance), .body = house.body, .organization = organization, .person = person, .status = MembershipStatus::Member, .period = Period::since(house.today().plus_days(-100)) }); }));
        };
        join(agency, {});
        join({}, member);
        house.add_mandate(MandateRole::LeadAgency, {}, agency);
        house.life_step("activated", "10/1/2026");
        House::Pairs const form { { "into", heir.text() }, { "merge_reason", "Rationalisation" } };
        CHECK(house.post(house.path("/merge"), { { "into", heir.text() } }).status == 422);
        CHECK(house.post(house.path("/merge"), { { "into", house.body.text() }, { "merge_reason", "x" } }).status == 422);
        CHECK(house.post(house.path("/merge"), form).status == 303);

        CHECK(location(house.get(house.path())) == "/bodies/" + heir.text());
        CHECK(house.stored(below).parent == heir);
        CHECK(house.read([&](db::Reader const& reader) { return memberships_on(reader, heir, house.today()); }).size() == 2);
        CHECK(house.read([&](db::Reader const& reader) { return memberships_on(reader, house.body, house.today().plus_days(-1)); }).size() == 2);
        CHECK(house.read([&](db::Reader const& reader) { return memberships_on(reader, house.body, house.today()); }).empty());
        CHECK(house.read([&](db::Reader const& reader) { return mandates_on(reader, house.body, house.today()); }).empty());
        CHECK(says(house.get("/bodies", { { "search", "Cluster NUT" } }), "Cluster SEC"));
        CHECK(says(house.get(house.path("/life")), "désactivée"));
        CHECK(house.post(house.path("/merge"), form).status == 422);
        CHECK(house.change(house.body, { { "name", "Autre" } }).status == 409);
        CHECK(house.events("bodies.body_merged").size() == 1);
        house.sign_in_as(member);
        CHECK(house.get(house.path("/life")).status == 200);
        CHECK(house.get(house.path("/charter")).status == 200);
        CHECK(house.post(house.path("/merge"), form).status == 403);
    });
}

TEST_CASE("handing over passes the lead to the ministry and puts the body in transition; archiving hides it until it comes back")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        auto const agency = house.add_organization("Agence");
        auto const ministry = house.add_organization("Ministère de l’action humanitaire", people::OrganizationType::NationalAuthority);
        house.add_mandate(MandateRole::LeadAgency, {}, agency);
        House::Pairs const form { { "to", "ministere de l’action humanitaire" }, { "reason", "Fin de la crise" }, { "decision", "Lettre 12/2026" } };
        CHECK(house.post(house.path("/handover"), form).status == 422);
        house.life_step("activated", "10/1/2026");
        CHECK(house.post(house.path("/handover"), { { "to", "Inconnu" }, { "reason", "x" } }).status == 422);
        CHECK(house.post(house.path("/handover"), form).status == 303);
        auto const lead = house.read([&](db::Reader const& reader) { return mandates_on(reader, house.body, house.today()); });
        REQUIRE(lead.size() == 1);
        CHECK(lead[0].mandate.organization == ministry);
        CHECK(house.life_step("deactivated", "23/11/2026").status == 422);

        CHECK(house.post(house.path("/archive")).status == 303);
        CHECK_FALSE(says(house.get("/bodies"), "Cluster NUT"));
        CHECK(says(house.get("/bodies", { { "archived", "1" } }), "Cluster NUT"));
        CHECK(says(house.get(house.path()), "Archivée depuis le 23 novembre 2026"));
        CHECK(house.post(house.path("/archive")).status == 422);
        CHECK(house.post(house.path("/restoration")).status == 303);
        CHECK(says(house.get("/bodies"), "Cluster NUT"));
    });
}

TEST_CASE("the public page shows what was classed public, to anybody, and nothing else")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        auto const awa = house.add_person("Awa Sanou");
        house.add_mandate(MandateRole::Coordinator, awa, house.add_organization("Fonds pour l’enfance"));
        house.post(house.path("/charter"), { { "mandate", "Mandat interne" }, { "valid_from", "1/1/2026" } });
        house.visitor.reset();
        CHECK(house.get("/p/nutrition").status == 404);
        house.sign_in_as(awa);
        CHECK(house.change(house.body, { { "public_slug", "Nutrition" }, { "purpose", "Nourrir" }, { "public_contact", "nutrition@example.org" } }).status == 303);
        auto const other = house.add_body("EDU", BodyKind::Cluster);
        test::expect_success(db.write([&](db::Transaction& tx) {
            return insert_mandate(tx, { .id = new_id<MandateTag>(house.clock, house.chance), .body = other, .organization = {}, .person = awa, .period = Period::since(house.today()) });
        }));
        CHECK(house.change(other, { { "public_slug", "nutrition" } }).status == 422);
        house.visitor.reset();
        auto const page = house.get("/p/nutrition");
        CHECK(page.status == 200);
        for (auto const* words : { "Nourrir", "nutrition@example.org", "Fonds pour l’enfance" })
            CHECK_MESSAGE(says(page, words), words);
        CHECK_FALSE(says(page, "Awa Sanou"));
        CHECK_FALSE(says(page, "Mandat interne"));
        auto person = house.read([&](db::Reader const& reader) { return people::find_person(reader, *house.mandates().at(0).mandate.person); });
        person.consented_on = house.today();
        person.email_visibility = people::Visibility::Public;
        test::expect_success(db.write([&](db::Transaction& tx) { return people::update_person(tx, person, house.clock); }));
        CHECK(says(house.get("/p/nutrition"), "Awa Sanou"));
        house.sign_in_as(awa);
        house.post(house.path("/charter"), { { "mandate", "Mandat public" }, { "valid_from", "1/2/2026" }, { "is_public", "yes" } });
        house.visitor.reset();
        CHECK(says(house.get("/p/nutrition"), "Mandat public"));
        CHECK(house.get("/p/autre").status == 404);
    });
}

TEST_CASE("invariant 27: only the coordinator speaks to the public, or whoever holds a delegation; what was typed comes back, the refusal is told")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        auto const awa = house.add_mandate(MandateRole::Coordinator, house.add_person("Awa Sanou"));
        auto const issa = house.add_mandate(MandateRole::CoCoordinator, house.add_person("Issa Traoré"));
        House::Pairs const opening { { "public_slug", "nutrition" }, { "purpose", "Nourrir" } };
        house.sign_in_administrator();
        CHECK(house.change(house.body, opening).status == 403);
        house.sign_in_as(*issa.person);
        auto const refused = house.change(house.body, opening);
        CHECK(refused.status == 403);
        CHECK(says(refused, "cela revient à la coordination"));
        CHECK(says(refused, "value=\"nutrition\""));
        CHECK(house.get("/p/nutrition").status == 404);
        CHECK(house.change(house.body, { { "purpose", "Nourrir" } }).status == 303); // nothing is public yet

        test::expect_success(db.write([&](db::Transaction& tx) {
            return insert_delegation(tx, { new_id<DelegationTag>(house.clock, house.chance), house.body, awa.id, issa.id, { Power::Publish }, Period::since(house.today()), "Mission" });
        }));
        CHECK(house.change(house.body, opening).status == 303);
        CHECK(house.events("bodies.body_changed").at(0).actor.on_behalf_of == "Awa Sanou");

        house.sign_in_administrator();
        CHECK(house.change(house.body, { { "public_slug", "nutrition" }, { "purpose", "Autre chose" } }).status == 403);
        CHECK(house.post(house.path("/charter"), { { "mandate", "Mandat" }, { "valid_from", "1/1/2026" }, { "is_public", "yes" } }).status == 403);
        CHECK(house.post(house.path("/charter"), { { "mandate", "Mandat" }, { "valid_from", "1/1/2026" } }).status == 303);
        CHECK(house.change(house.body, { { "public_slug", "" }, { "purpose", "Nourrir" } }).status == 303); // closing is no publication
        CHECK(house.get("/p/nutrition").status == 404);
    });
}

TEST_CASE("counterparts of the Government and crises are kept with their dates")
{
    test::for_each_engine([](db::Database& db) {
        House house(db);
        house.add_organization("Direction nationale de la nutrition", people::OrganizationType::NationalAuthority);
        house.add_person("Issoufou Maïdagi");
        CHECK(house.post(house.path("/counterparts"), { { "organization", "direction nationale de la nutrition" }, { "person", "maidagi issoufou" } }).status == 303);
        CHECK(says(house.get(house.path()), "Issoufou Maïdagi"));
        CHECK(house.post(house.path("/counterparts"), { { "organization", "Ailleurs" } }).status == 422);
        CHECK(house.post("/crises", { { "name", "Sécheresse" }, { "country", "BFA" }, { "state", "existing" }, { "kind", "protracted" }, { "onset", "" }, { "planning_month", "7" } }).status == 422);
        CHECK(house.post("/crises", { { "name", "Sécheresse" }, { "country", "BFA" }, { "state", "potential" }, { "kind", "protracted" }, { "onset", "" }, { "planning_month", "7" } }).status == 303);
        CHECK(says(house.get("/crises"), "Crise potentielle"));
    });
}
