#include "bodies/engagement_test_house.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <thread>

using namespace toguna;
using namespace toguna::bodies;
using test::for_each_engine;

namespace {

std::string const pdf = "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n";

} // namespace

TEST_CASE("a letter is prepared with the usual commitments, signed with its scan, and shows both")
{
    for_each_engine([](db::Database& db) {
        EngagementHouse house(db);
        auto const letter = house.draft();
        CHECK(shows(house.get(letter), "Projet, non signé"));
        CHECK(shows(house.get(letter + "/commitments"), "checked"));
        CHECK(house.commitments(letter).size() == usual_commitments(EngagementKind::CoCoordination).size());

        auto const signed_reply = house.post(letter + "/signature", { { "signed_on", "1/3/2026" }, { "valid_until", "28/2/2027" }, { "version", "1" } }, { { "scan", "Lettre signée.pdf", pdf } });
        CHECK(signed_reply.status == 303);
        auto const page = house.get(letter);
        CHECK(shows(page, "Signé, en vigueur"));
        CHECK(shows(page, "28 février 2027"));
        CHECK(shows(page, documents::sha256_hex(pdf)));
        CHECK(shows(page, "Agence pour l’enfance"));
        auto const at = page.body.find(letter + "/files/");
        REQUIRE(at != std::string::npos);
        auto const download = house.get(page.body.substr(at, letter.size() + 7 + 25));
        CHECK(download.body == pdf);
        CHECK(download.content_type == "application/pdf");
        CHECK(shows(house.get(house.path()), "Co-coordination – Ramata Cissé"));
        auto const journal = house.events("bodies.engagement_signed");
        REQUIRE(journal.size() == 1);
        CHECK(journal[0].actor.name == "Salif Kaboré");
        CHECK(house.events("documents.file_added").size() == 1);
    });
}

TEST_CASE("what was signed stays: neither parties nor commitments change, not even by a form made by hand")
{
    for_each_engine([](db::Database& db) {
        EngagementHouse house(db);
        auto const letter = house.signed_letter("1/3/2026", "28/2/2027");
        auto const before = house.commitments(letter);
        CHECK(house.get(letter + "/commitments").status == 409);
        CHECK(house.post(letter + "/commitments", { { "version", "2" }, { "side_0", "lead_agency" }, { "text_0", "Rien" }, { "subject_0", "other" }, { "new_0", "1" } }).status == 409);
        CHECK(house.post(letter, { { "kind", "protocol" }, { "organization", house.lead.text() }, { "version", "2" } }).status == 409);
        CHECK(house.post(letter + "/signature", { { "valid_until", "28/2/2030" }, { "version", "2" } }).status == 409);
        CHECK(house.commitments(letter).size() == before.size());
        CHECK(shows(house.get(letter), "28 février 2027"));
    });
}

TEST_CASE("a refused signature comes back as it was typed and signs nothing")
{
    for_each_engine([](db::Database& db) {
        EngagementHouse house(db);
        auto const letter = house.draft();
        auto const refused = house.post(letter + "/signature", { { "signed_on", "3/3/2026" }, { "valid_until", "un jour" }, { "version", "1" } });
        CHECK(refused.status == 422);
        CHECK(shows(refused, "value=\"un jour\""));
        CHECK(shows(refused, "Ce jour est encore à venir"));
        auto const renamed = house.post(letter + "/signature", { { "valid_until", "28/2/2027" }, { "version", "1" } }, { { "scan", "lettre.pdf", "<html>" } });
        CHECK(renamed.status == 422);
        CHECK(shows(renamed, "page web"));
        CHECK(house.post(letter + "/signature", { { "version", "1" } }).status == 422);
        CHECK(shows(house.get(letter), "Projet, non signé"));
        CHECK(house.events("documents.file_added").empty());
    });
}

TEST_CASE("two people who change the same draft do not overwrite each other")
{
    for_each_engine([](db::Database& db) {
        EngagementHouse house(db);
        auto const letter = house.draft();
        std::vector<std::pair<std::string, std::string>> const form { { "version", "1" }, { "side_0", "lead_agency" }, { "text_0", "Prêter une salle" }, { "subject_0", "other" }, { "new_0", "1" } };
        CHECK(house.post(letter + "/commitments", form).status == 303);
        CHECK(house.commitments(letter).size() == 1);
        auto const second = house.post(letter + "/commitments", form);
        CHECK(second.status == 409);
        CHECK(shows(second, "Prêter une salle"));
    });
}

TEST_CASE("what became of a commitment is kept beside what was said before, and any past day can be asked")
{
    for_each_engine([](db::Database& db) {
        EngagementHouse house(db);
        auto const letter = house.signed_letter("1/1/2026", "31/12/2026");
        auto const tool = house.commitments(letter).at(9);
        REQUIRE(tool.subject == CommitmentSubject::Tools);
        auto const page = letter + "/commitments/" + tool.id.text();
        CHECK(house.post(page, { { "state", "partly" }, { "evidence", "Première séance" }, { "stated_on", "1/2/2026" } }).status == 303);
        house.act_as(house.ramata, "Ramata Cissé");
        CHECK(house.post(page, { { "state", "kept" }, { "evidence", "" }, { "stated_on", "" } }, { { "file", "presence.pdf", pdf } }).status == 303);
        CHECK(shows(house.get(letter), "Formé"));
        CHECK(shows(house.get(letter), ": 1 sur 8"));
        auto const past = house.get(letter + "?as_of=2026-02-15");
        CHECK(shows(past, "Formé en partie"));
        CHECK(shows(past, "Première séance"));
        CHECK(shows(house.get(letter + "?as_of=2025-12-31"), "Projet, non signé"));
        CHECK(shows(house.get(house.path()), "1 sur 17"));
        CHECK(shows(house.get(house.path() + "?as_of=2025-12-31"), "Aucune lettre d’engagement"));
        auto const journal = house.events("bodies.commitment_assessed");
        REQUIRE(journal.size() == 2);
        CHECK(journal[0].actor.name == "Ramata Cissé");
        CHECK(journal[0].event.after.find("lead_agency") != std::string::npos);

        CHECK(house.post(page, { { "state", "not_kept" }, { "evidence", " " } }).status == 422);
        CHECK(house.post(page, { { "state", "kept" }, { "evidence", "Vu" }, { "stated_on", "1/1/2027" } }).status == 422);
        CHECK(house.post(letter + "/commitments/" + std::string(25, '0'), { { "state", "kept" }, { "evidence", "Vu" } }).status == 404);
    });
}

TEST_CASE("a renewal is a new letter that names the former; the chain is seen from both ends, and there is one only")
{
    for_each_engine([](db::Database& db) {
        EngagementHouse house(db);
        auto const former = house.signed_letter("1/1/2026", "31/3/2026");
        auto const renewal = EngagementHouse::location_of(house.post(former + "/renewal"));
        CHECK(shows(house.get(former), renewal));
        CHECK(shows(house.get(renewal), former));
        CHECK(house.commitments(renewal).size() == house.commitments(former).size());
        CHECK(house.commitments(renewal)[0].id != house.commitments(former)[0].id);
        CHECK(house.post(former + "/renewal").status == 409);
        CHECK(shows(house.get(former), "Signé, en vigueur"));
        CHECK(house.post(renewal + "/signature", { { "valid_until", "31/3/2027" }, { "version", "1" } }).status == 303);
        CHECK(shows(house.get(former), "Renouvelé"));
        CHECK(shows(house.get(former + "?as_of=2026-02-01"), "Signé, en vigueur"));
        CHECK(house.post(house.draft() + "/renewal").status == 409);
    });
}

TEST_CASE("of many renewals sent at the same moment one is kept")
{
    for_each_engine([](db::Database& db) {
        EngagementHouse house(db);
        auto const former = house.signed_letter("1/1/2026", "31/3/2026");
        std::vector<int> statuses(4);
        std::vector<std::thread> threads;
        for (std::size_t index = 0; index < statuses.size(); ++index)
            threads.emplace_back([&, index] {
                SeededChance chance { 100 + index };
                web::Request request;
                request.method = web::Method::Post;
                request.path = request.target = former + "/renewal";
                request.form.add("csrf", "token");
                web::Context context { .db = db, .configuration = house.configuration, .chance = chance, .now = house.now, .language = web::localization("fr"),
                    .file_language = web::localization("fr", web::Medium::File), .visitor = house.visitor, .csrf_token = "token", .notice = {}, .authorizer = house.authorizer, .menu = house.menu };
                context.signing_key = "key";
                statuses[index] = web::answer(house.router, std::move(request), context).status;
            });
        for (auto& thread : threads)
            thread.join();
        CHECK(std::count(statuses.begin(), statuses.end(), 303) == 1);
        CHECK(std::count(statuses.begin(), statuses.end(), 409) == 3);
    });
}

TEST_CASE("preparing, signing, ending and renewing are for those who manage mandates; others read")
{
    for_each_engine([](db::Database& db) {
        EngagementHouse house(db);
        auto const letter = house.signed_letter("1/1/2026", "31/12/2026");
        auto const draft = house.draft();
        for (auto const& [person, name] : { std::pair { house.ramata, "Ramata Cissé" }, std::pair { house.awa, "Awa Sanou" } }) {
            house.act_as(person, name);
            CHECK(house.get(letter).status == 200);
            CHECK_FALSE(shows(house.get(letter), "/termination"));
            CHECK(house.post(house.path(), { { "kind", "protocol" }, { "organization", house.partner.text() } }).status == 403);
            CHECK(house.post(draft + "/signature", { { "valid_until", "31/12/2027" }, { "version", "1" } }).status == 403);
            CHECK(house.post(letter + "/termination", { { "reason", "Fin" }, { "version", "2" } }).status == 403);
            CHECK(house.post(letter + "/renewal").status == 403);
            CHECK(house.post(draft + "/commitments", { { "version", "1" } }).status == 403);
        }
        auto const own = letter + "/commitments/" + house.commitments(letter).at(0).id.text();
        CHECK(house.post(own, { { "state", "kept" }, { "evidence", "Vu" } }).status == 403);
        CHECK(shows(house.get(house.path()), "Lettre"));
        CHECK(house.events("web.refused").size() >= 11);
    });
}

TEST_CASE("a letter of one body is not reached through another, nor a file through another letter")
{
    for_each_engine([](db::Database& db) {
        EngagementHouse house(db);
        auto const letter = house.draft();
        CHECK(house.post(letter + "/signature", { { "valid_until", "31/12/2026" }, { "version", "1" } }, { { "scan", "l.pdf", pdf } }).status == 303);
        auto const page = house.get(letter).body;
        auto const file = page.substr(page.find("/files/"), 7 + 25);
        auto const second = house.signed_letter("1/3/2026", "31/12/2026");
        CHECK(house.get(letter + file).status == 200);
        CHECK(house.get(second + file).status == 404);
        house.act_as(house.awa, "Awa Sanou");
        CHECK(house.get(letter + file).status == 403);

        auto const other = house.drawn<BodyTag>();
        house.write([&](db::Transaction& tx) { return insert_body(tx, { .id = other, .name = "Cluster Eau", .acronym = "EHA", .code = "EHA", .country = *geography::CountryCode::parse("BFA") }, house.now); });
        house.visitor = web::Visitor { "account", "", "Administration", true };
        CHECK(house.get("/bodies/" + other.text() + letter.substr(letter.find("/engagements"))).status == 404);
    });
}

TEST_CASE("an engagement that expires stops writing at midnight in the country of the body, leaves reading, and the refusal is journalled")
{
    for_each_engine([](db::Database& db) {
        // Niger is an hour ahead of UTC: its midnight is 23:00 UTC.
        EngagementHouse house(db, "NER");
        auto const letter = house.signed_letter("1/1/2026", "31/3/2026");
        auto const own = letter + "/commitments/" + house.commitments(letter).at(0).id.text();
        house.act_as(house.ramata, "Ramata Cissé");

        house.at("2026-03-31T22:59:00Z");
        CHECK(house.post(own, { { "state", "kept" }, { "evidence", "Réunion du 31 mars" } }).status == 303);
        house.at("2026-03-31T23:01:00Z");
        auto const refused = house.post(own, { { "state", "not_kept" }, { "evidence", "Après minuit" } });
        CHECK(refused.status == 403);
        CHECK(shows(refused, "engagement"));
        CHECK(house.get(letter).status == 200);
        CHECK(house.get(house.path()).status == 200);
        CHECK(shows(house.get(letter), "Échu"));
        CHECK_FALSE(shows(house.get(letter), "Après minuit"));
        auto const refusals = house.events("web.refused");
        REQUIRE(refusals.size() == 1);
        CHECK(refusals[0].actor.name == "Ramata Cissé");

        house.act_as(house.salif, "Salif Kaboré");
        auto const renewal = EngagementHouse::location_of(house.post(letter + "/renewal"));
        CHECK(house.post(renewal + "/signature", { { "valid_until", "31/3/2027" }, { "version", "1" } }).status == 303);
        house.act_as(house.ramata, "Ramata Cissé");
        CHECK(house.post(renewal + "/commitments/" + house.commitments(renewal).at(0).id.text(), { { "state", "kept" }, { "evidence", "De nouveau" } }).status == 303);
    });
}

TEST_CASE("a letter that is ended early stops writing after its last day")
{
    for_each_engine([](db::Database& db) {
        EngagementHouse house(db);
        auto const letter = house.signed_letter("1/1/2026", "31/12/2026");
        auto const own = letter + "/commitments/" + house.commitments(letter).at(0).id.text();
        CHECK(house.post(letter + "/termination", { { "terminated_on", "" }, { "reason", " " }, { "version", "2" } }).status == 422);
        CHECK(house.post(letter + "/termination", { { "terminated_on", "31/12/2026" }, { "reason", "Retrait" }, { "version", "2" } }).status == 422);
        CHECK(house.post(letter + "/termination", { { "terminated_on", "" }, { "reason", "L’organisation se retire" }, { "version", "2" } }).status == 303);
        CHECK(house.post(letter + "/termination", { { "terminated_on", "" }, { "reason", "Encore" }, { "version", "3" } }).status == 409);
        house.act_as(house.ramata, "Ramata Cissé");
        CHECK(house.post(own, { { "state", "kept" }, { "evidence", "Le dernier jour" } }).status == 303);
        house.at("2026-03-03T00:00:01Z");
        CHECK(house.post(own, { { "state", "kept" }, { "evidence", "Le lendemain" } }).status == 403);
        CHECK(shows(house.get(letter), "Résilié"));
        CHECK(house.events("bodies.engagement_terminated").at(0).event.after.find("se retire") != std::string::npos);
    });
}
