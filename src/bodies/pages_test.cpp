#include "bodies/feature.hpp"
#include "bodies/membership_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/feature.hpp"
#include "journal/store.hpp"
#include "people/feature.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "support/engines.hpp"
#include "web/configuration.hpp"
#include "web/router.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::bodies;
using test::expect_success;

namespace {

Instant const noon = *Instant::from_iso("2026-11-23T12:00:00Z");

/// The pages of people, bodies and journal in process, for a visitor of choice.
struct Site {
    db::Database& db;
    web::Configuration configuration = {};
    SeededChance chance { 17 };
    web::Authorizer authorizer = bodies::authorizer();
    std::vector<web::MenuEntry> menu = {};
    std::optional<web::Visitor> visitor = web::Visitor { "account", "", "Awa Sanou", true };
    web::Router router { all_routes() };

    static std::vector<web::Route> all_routes()
    {
        std::vector<web::Route> routes;
        for (auto const& feature : { bodies::feature(), people::feature(), journal::feature() })
            routes.insert(routes.end(), feature.routes.begin(), feature.routes.end());
        return routes;
    }
    web::Reply send(web::Request request)
    {
        web::Context context { .db = db, .configuration = configuration, .chance = chance, .now = noon, .language = web::localization("fr"),
            .file_language = web::localization("fr", web::Medium::File), .visitor = visitor, .csrf_token = "token", .notice = {}, .authorizer = authorizer, .menu = menu };
        context.signing_key = "key";
        return web::answer(router, std::move(request), context);
    }
    web::Reply get(std::string const& path)
    {
        web::Request request;
        request.path = request.target = path;
        if (auto const question = path.find('?'); question != std::string::npos) {
            request.path.resize(question);
            auto const equal = path.find('=', question);
            request.query.add(path.substr(question + 1, equal - question - 1), path.substr(equal + 1));
        }
        return send(std::move(request));
    }
    web::Reply post(std::string const& path, std::vector<std::pair<std::string, std::string>> const& fields)
    {
        web::Request request;
        request.method = web::Method::Post;
        request.path = request.target = path;
        request.form.add("csrf", "token");
        for (auto const& [name, value] : fields)
            request.form.add(name, value);
        return send(std::move(request));
    }
};

std::string location_of(web::Reply const& reply)
{
    for (auto const& [name, value] : reply.headers)
        if (name == "Location")
            return value;
    return {};
}

bool shows(web::Reply const& reply, std::string_view text) { return reply.body.find(text) != std::string::npos; }

} // namespace

TEST_CASE("an administrator creates a body, its organisation, its member, and reads it all in the journal")
{
    test::for_each_engine([](db::Database& db) {
        Site site { db };
        CHECK(shows(site.get("/bodies"), "Créer une instance"));
        auto const created = site.post("/bodies", { { "kind", "cluster" }, { "name", "Cluster Nutrition" }, { "code", "nut" }, { "country", "BFA" }, { "quiet_weekdays", "7" } });
        REQUIRE(created.status == 303);
        auto const members = location_of(created);
        auto const organization = location_of(site.post("/organizations", { { "name", "Élan rural" }, { "acronym", "ER" }, { "type", "national_ngo" } }));
        auto const person = location_of(site.post("/people", { { "full_name", "KONE Sanaba SIDIBE" }, { "email", "sanaba@exemple.org" }, { "language", "fr" } }));
        CHECK_FALSE(organization.empty());
        CHECK_FALSE(person.empty());
        CHECK(site.post(members, { { "organization", "ER" }, { "person", "kone sanaba sidibe" }, { "status", "member" } }).status == 303);

        auto const page = site.get(members);
        CHECK(page.status == 200);
        CHECK(shows(page, "KONE Sanaba SIDIBE"));
        CHECK(shows(page, "depuis le 23 novembre 2026"));
        CHECK(shows(site.get(members.substr(0, members.rfind('/'))), "1 organisation membre"));
        CHECK(shows(site.get("/people?search=sidibe"), "KONE Sanaba SIDIBE"));
        CHECK(shows(site.get("/organizations?search=elan"), "Élan rural"));
        auto const journal = site.get("/journal");
        CHECK(shows(journal, "bodies.member_added"));
        CHECK_FALSE(shows(journal, "SIDIBE"));
    });
}

TEST_CASE("a refused form comes back as it was typed, with all that is wrong")
{
    test::for_each_engine([](db::Database& db) {
        Site site { db };
        auto const refused = site.post("/bodies", { { "kind", "cluster" }, { "name", "Cluster <Eau>" }, { "code", "é" }, { "country", "" } });
        CHECK(refused.status == 422);
        CHECK(shows(refused, "Cluster &lt;Eau&gt;"));
        CHECK(shows(refused, "Choisissez le pays."));
        CHECK(shows(refused, "Écrivez un code de 2 à 12 lettres"));
        CHECK(site.post("/people", { { "full_name", "" }, { "language", "fr" } }).status == 422);
        CHECK(site.post("/organizations", { { "name", "Sans type" } }).status == 422);
    });
}

TEST_CASE("a visitor without a role sees no body and changes nothing")
{
    test::for_each_engine([](db::Database& db) {
        Site site { db };
        auto const members = location_of(site.post("/bodies", { { "kind", "cluster" }, { "name", "Cluster Nutrition" }, { "code", "NUT" }, { "country", "BFA" } }));
        site.visitor = web::Visitor { "other", std::string(25, 'q'), "Issa Barry", false };
        auto const refused = site.get(members);
        CHECK(refused.status == 403);
        CHECK(shows(refused, "Vous n’êtes pas membre de"));
        CHECK(shows(site.get("/bodies"), "Vous n’appartenez à aucune instance"));
        CHECK(site.get("/bodies/new").status == 403);
        CHECK(site.get("/journal").status == 403);
        CHECK(site.get("/organizations").status == 200);
        CHECK(site.post("/organizations", { { "name", "X" }, { "type", "other" } }).status == 403);
        site.visitor.reset();
        CHECK(location_of(site.get("/people")).starts_with("/sign-in"));
    });
}

TEST_CASE("the same form sent twice adds one organisation; two people saving the same one do not overwrite each other")
{
    test::for_each_engine([](db::Database& db) {
        Site site { db };
        std::vector<std::pair<std::string, std::string>> const form { { "name", "Élan rural" }, { "type", "national_ngo" }, { "once", "abc" } };
        auto const path = location_of(site.post("/organizations", form));
        CHECK(location_of(site.post("/organizations", form)) == path);
        CHECK(shows(site.get("/organizations"), "1 organisation"));
        auto const change = [&](std::string name) { return site.post(path, { { "name", std::move(name) }, { "type", "national_ngo" }, { "version", "1" } }).status; };
        CHECK(change("Élan rural du Sahel") == 303);
        CHECK(change("Élan du Sahel") == 409);
    });
}
