#include "accounts/store.hpp"
#include "app/demo/demonstration.hpp"
#include "app/features.hpp"
#include "bodies/rights_store.hpp"
#include "db/migrations.hpp"
#include "support/engines.hpp"
#include "web/log.hpp"
#include "web/site.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using test::expect_success;
using test::for_each_engine;

namespace {

Instant const monday = *Instant::from_iso("2026-11-23T08:00:00Z");

/// A browser before the whole site.
class HouseVisit {
public:
    explicit HouseVisit(db::Database& database, bool demo = true)
        : m_site({ .database = database,
              .configuration = m_configuration,
              .chance = system_chance(),
              .clock = [] { return monday; },
              .features = app::features(),
              .authorizer = bodies::authorizer(),
              .find_visitor = accounts::find_visitor,
              .signing_key = "key of the test" })
    {
        m_configuration.demo = demo;
        web::set_up_log(web::LogFormat::Text, [](std::string_view) {});
    }

    web::Reply get(std::string const& path) { return send(path, web::Method::Get, {}); }
    web::Reply post(std::string const& path)
    {
        auto const form = get("/").body;
        auto const at = form.find("name=\"csrf\" value=\"") + 19;
        return send(path, web::Method::Post, form.substr(at, form.find('"', at) - at));
    }

private:
    web::Reply send(std::string const& path, web::Method method, std::string const& token)
    {
        web::Request request;
        request.method = method;
        request.path = path;
        request.target = path;
        if (!token.empty())
            request.form.add("csrf", token);
        for (auto const& [name, value] : m_cookies)
            request.headers["cookie"] += name + "=" + value + "; ";
        auto reply = m_site.handle(std::move(request));
        for (auto const& [name, value] : reply.headers)
            if (name == "Set-Cookie")
                m_cookies[value.substr(0, value.find('='))] = value.substr(value.find('=') + 1, value.find(';') - value.find('=') - 1);
        return reply;
    }

    web::Configuration m_configuration;
    web::Site m_site;
    std::map<std::string, std::string> m_cookies;
};

bool says(web::Reply const& reply, std::string_view words) { return reply.body.find(words) != std::string::npos; }

void found_country(db::Database& database)
{
    expect_success(database.write([](db::Transaction& tx) { return app::demo::fill(tx, monday); }));
}

} // namespace

TEST_CASE("a new installation leads to its set-up, a demonstration offers its people, a real one neither")
{
    for_each_engine([](db::Database& database) {
        CHECK(says(HouseVisit(database).get("/"), "href=\"/set-up\""));
        found_country(database);
        CHECK(says(HouseVisit(database).get("/"), "Se connecter comme Awa Sanou"));
        HouseVisit real(database, false);
        CHECK_FALSE(says(real.get("/"), "Awa Sanou"));
        CHECK(real.get("/demo/sign-in/awa-sanou").status == 404);
        CHECK(real.get("/style-guide").status == 404);
    });
}

TEST_CASE("a coordinator reads what waits for her, in the same number of statements whatever waits")
{
    for_each_engine([](db::Database& database) {
        found_country(database);
        HouseVisit visit(database);
        CHECK(visit.post("/demo/sign-in/awa-sanou").status == 303);
        auto const page = visit.get("/");
        CHECK(page.status == 200);
        CHECK(says(page, "Que dois-je faire"));
        CHECK(says(page, "19 jours de retard"));
        CHECK(says(page, "Rédiger un livret d’accueil de quatre pages"));
        CHECK(says(page, "Clémence Batiano")); // whose mandate ends
        CHECK(says(page, "Cluster Nutrition"));

        auto const cost_of = [&](std::string const& person) {
            HouseVisit other(database);
            other.get("/demo/sign-in/" + person);
            auto const before = db::statements_on_this_thread();
            other.get("/");
            return db::statements_on_this_thread() - before;
        };
        CHECK(cost_of("awa-sanou") == cost_of("haoua-tinguiri"));
    });
}

TEST_CASE("only administrators take everything with them")
{
    for_each_engine([](db::Database& database) {
        found_country(database);
        HouseVisit coordinator(database);
        coordinator.get("/demo/sign-in/awa-sanou");
        CHECK(coordinator.get("/export").status == 403);
        CHECK_FALSE(says(coordinator.get("/about"), "href=\"/export\""));

        HouseVisit administrator(database);
        administrator.get("/demo/sign-in/rasmata-kinda");
        CHECK(says(administrator.get("/about"), "href=\"/export\""));
        CHECK(says(administrator.get("/export"), "Tout exporter"));
        auto const archive = administrator.post("/export");
        CHECK(archive.status == 200);
        CHECK(archive.content_type == "application/zip");
        CHECK(archive.body.starts_with("PK"));
    });
}

TEST_CASE("pages about people's work are closed to search engines")
{
    for_each_engine([](db::Database& database) {
        HouseVisit visit(database);
        CHECK(says(visit.get("/robots.txt"), "Disallow: /"));
        CHECK(visit.get("/favicon.ico").status == 303);
        CHECK(visit.get("/healthz").status == 200);
    });
}
