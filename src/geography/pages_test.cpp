#include "formats/table.hpp"
#include "geography/area_store.hpp"
#include "geography/feature.hpp"
#include "geography/store.hpp"
#include "journal/feature.hpp"
#include "support/engines.hpp"
#include "web/configuration.hpp"
#include "web/router.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::geography;
using test::expect_success;

namespace {

Instant const noon = *Instant::from_iso("2026-11-27T12:00:00Z");

struct Site {
    db::Database& db;
    web::Configuration configuration = {};
    SeededChance chance { 17 };
    web::Authorizer authorizer = [](db::Reader const&, web::Visitor const*, web::Right, std::string_view, Instant) -> Result<void> { return {}; };
    std::vector<web::MenuEntry> menu = {};
    std::optional<web::Visitor> visitor = web::Visitor { "account", "", "Awa Sanou", true };
    web::Router router { geography::feature().routes };

    web::Reply send(web::Request request)
    {
        web::Context context { .db = db, .configuration = configuration, .chance = chance, .now = noon, .language = web::localization("fr"),
            .file_language = web::localization("fr", web::Medium::File), .visitor = visitor, .csrf_token = "token", .notice = {}, .authorizer = authorizer, .menu = menu };
        context.signing_key = "key";
        return web::answer(router, std::move(request), context);
    }
    web::Reply get(std::string const& path, std::vector<std::pair<std::string, std::string>> const& query = {})
    {
        web::Request request;
        request.path = request.target = path;
        for (auto const& [name, value] : query)
            request.query.add(name, value);
        return send(std::move(request));
    }
    web::Reply post(std::string const& path, std::vector<std::pair<std::string, std::string>> const& fields = {}, std::vector<web::UploadedFile> files = {})
    {
        web::Request request;
        request.method = web::Method::Post;
        request.path = request.target = path;
        request.form.add("csrf", "token");
        for (auto const& [name, value] : fields)
            request.form.add(name, value);
        request.files = std::move(files);
        return send(std::move(request));
    }
    web::Reply upload(std::string const& text, std::vector<std::pair<std::string, std::string>> const& fields = {}) { return post("/areas/import", fields, { { "file", "zones.csv", text } }); }
};

std::string location_of(web::Reply const& reply)
{
    for (auto const& [name, value] : reply.headers)
        if (name == "Location")
            return value;
    return {};
}

bool shows(web::Reply const& reply, std::string_view text) { return reply.body.find(text) != std::string::npos; }

std::string page_of_code(db::Database& db, std::string_view code, Date day)
{
    auto const area = expect_success(db.read([&](db::Reader const& reader) { return find_area_by_p_code(reader, CountryCode::trusted("BFA"), code, day); }));
    return "/areas/BFA/" + area.id.text();
}

std::string const chad_rows = "ADM0_PCODE,ADM1_FR,ADM1_PCODE,ADM2_FR,ADM2_PCODE,validOn\nTCD,Lac,TCD07,Mamdi,TCD0701,2026-01-01\nTCD,Tibesti,TCD19,Bardaï,TCD1901,2026-01-01\n";

} // namespace

TEST_CASE("whoever is signed in walks from the countries to a commune")
{
    test::for_each_engine([](db::Database& db) {
        Site site { db };
        site.visitor->administrator = false;
        auto const countries = site.get("/areas");
        CHECK(countries.status == 200);
        CHECK(shows(countries, "Burkina Faso"));
        CHECK(shows(countries, "351"));
        CHECK_FALSE(shows(countries, "Importer des zones"));
        auto const regions = site.get("/areas/BFA");
        CHECK(shows(regions, "17 zones"));
        CHECK(shows(regions, "Kuilsé"));
        CHECK(shows(site.get("/areas/BFA", { { "search", "sandbondtenga" } }), "Kuilsé"));
        auto const former = site.get("/areas/BFA", { { "search", "kaya" }, { "as_of", "1/3/2024" } });
        CHECK(shows(former, "BF490304"));
        CHECK(shows(former, "Sanmatenga, Centre-Nord"));
        site.visitor.reset();
        CHECK(location_of(site.get("/areas")).starts_with("/sign-in"));
    });
}

TEST_CASE("the page of an area that is over says what replaced it")
{
    test::for_each_engine([](db::Database& db) {
        Site site { db };
        auto const page = site.get(page_of_code(db, "BF4903", *Date::from(2024, 1, 1)));
        CHECK(page.status == 200);
        CHECK(shows(page, "Sandbondtenga"));
        CHECK(shows(page, "n’est plus valable depuis le 1"));
        CHECK(shows(page, "Kaya"));
        CHECK(shows(page, "Centre-Nord (BF49)"));
    });
}

TEST_CASE("addresses of nothing, of another country and dates that do not exist are refused with a page")
{
    test::for_each_engine([](db::Database& db) {
        Site site { db };
        CHECK(site.get("/areas/QQQ").status == 404);
        CHECK(site.get("/areas/B").status == 404);
        CHECK(site.get("/areas/BFA/0000000000000000000000000").status == 404);
        auto const burkinabe = page_of_code(db, "BF4903", *Date::from(2024, 1, 1));
        CHECK(site.get("/areas/MLI" + burkinabe.substr(burkinabe.rfind('/'))).status == 404);
        auto const refused = site.get("/areas/BFA", { { "as_of", "31/2/2026" } });
        CHECK(refused.status == 422);
        CHECK(shows(refused, "31/2/2026"));
        CHECK(shows(site.get("/areas/BFA", { { "search", "<script>" } }), "Aucune zone ne correspond"));
    });
}

TEST_CASE("what is exported comes back by import and changes nothing")
{
    test::for_each_engine([](db::Database& db) {
        Site site { db };
        auto const file = site.get("/areas/NER/export.xlsx", { { "level", "all" } });
        REQUIRE(file.status == 200);
        auto const reply = site.post("/areas/import", { { "country", "" } }, { { "file", "NER.xlsx", file.body } });
        REQUIRE_MESSAGE(reply.status == 303, reply.body);
        auto const preview = site.get(location_of(reply));
        CHECK(shows(preview, "Rien ne change"));
        CHECK_FALSE(shows(preview, "/save"));
        auto const csv = site.get("/areas/BFA/export.csv", { { "level", "3" }, { "as_of", "2024-01-01" } });
        CHECK(shows(csv, "BFA;3;BF490304;Kaya;BF4903"));
    });
}

TEST_CASE("an import is looked at, then written once, and only by its author")
{
    test::for_each_engine([](db::Database& db) {
        Site site { db };
        CHECK(shows(site.get("/areas/TCD"), "Aucune zone pour l’instant"));
        auto const draft = location_of(site.upload(chad_rows));
        REQUIRE(draft.starts_with("/areas/import/"));
        auto const preview = site.get(draft);
        CHECK(shows(preview, "Bardaï"));
        CHECK(shows(preview, "TCD0701"));
        CHECK(shows(site.get("/areas/TCD"), "Aucune zone pour l’instant"));

        site.visitor = web::Visitor { "other", "", "Issa Barry", true };
        CHECK(site.get(draft).status == 404);
        CHECK(site.post(draft + "/save").status == 404);
        site.visitor = web::Visitor { "account", "", "Awa Sanou", true };

        CHECK(location_of(site.post(draft + "/save")) == "/areas/TCD");
        CHECK(shows(site.get("/areas/TCD"), "Tibesti"));
        CHECK(site.post(draft + "/save").status == 404);
    });
}

TEST_CASE("an import is for administrators, through every door")
{
    test::for_each_engine([](db::Database& db) {
        Site site { db };
        auto const draft = location_of(site.upload(chad_rows));
        site.visitor->administrator = false;
        CHECK(site.get("/areas/import").status == 403);
        CHECK(site.upload(chad_rows).status == 403);
        CHECK(site.get(draft).status == 403);
        CHECK(site.post(draft + "/save").status == 403);
        CHECK(site.post("/areas", { { "code", "SOM" } }).status == 403);
    });
}

TEST_CASE("a file that cannot be taken is refused beside its field, and what was typed stays")
{
    test::for_each_engine([](db::Database& db) {
        Site site { db };
        auto const nothing = site.post("/areas/import", { { "edition", "2026 bis" } });
        CHECK(nothing.status == 422);
        CHECK(shows(nothing, "2026 bis"));
        CHECK(shows(nothing, "Choisissez un fichier."));
        CHECK(shows(site.upload("Nom,Ville\nKaya,Kaya\n"), "P-codes"));
        CHECK(shows(site.upload("ADM1_FR,ADM1_PCODE\nLac,TD07\n", { { "country", "TCD" } }), "indiquez le jour"));
        CHECK(shows(site.upload("ADM1_FR,ADM1_PCODE\nLac,TD07\n"), "choisissez-le"));
        CHECK(shows(site.upload(chad_rows, { { "valid_from", "32/1/2026" } }), "32/1/2026"));
    });
}

TEST_CASE("a file with refused rows is shown with their places and cannot be written, not even by hand")
{
    test::for_each_engine([](db::Database& db) {
        Site site { db };
        auto const draft = location_of(site.upload(chad_rows + "TCD,Lac,TCD07,Wayi,TCD0701,2026-01-01\n"));
        auto const preview = site.get(draft);
        CHECK(shows(preview, "figure deux fois"));
        CHECK(shows(preview, "ligne 4"));
        CHECK_FALSE(shows(preview, "/save\""));
        CHECK(site.post(draft + "/save").status == 422);
        CHECK(shows(site.get("/areas/TCD"), "Aucune zone pour l’instant"));
        CHECK(location_of(site.post(draft + "/discard")) == "/areas/import");
        CHECK(site.get(draft).status == 404);
    });
}

TEST_CASE("an administrator adds a country; taken codes and unknown zones are refused by field")
{
    test::for_each_engine([](db::Database& db) {
        Site site { db };
        std::vector<std::pair<std::string, std::string>> somalia { { "code", "som" }, { "iso2", "so" }, { "name_fr", "Somalie" }, { "name_en", "Somalia" }, { "time_zone", "Africa/Mogadishu" }, { "currency", "sos" } };
        CHECK(location_of(site.post("/areas", somalia)) == "/areas/SOM");
        CHECK(shows(site.get("/areas"), "Somalie"));
        CHECK(expect_success(db.read([](db::Reader const& reader) { return find_country(reader, CountryCode::trusted("SOM")); })).currency == "SOS");
        auto const again = site.post("/areas", somalia);
        CHECK(again.status == 422);
        CHECK(shows(again, "Somalie a déjà le code SOM."));
        auto const wrong = site.post("/areas", { { "code", "KE1" }, { "iso2", "K" }, { "name_fr", "Kenya <b>" }, { "time_zone", "Africa/Nulle_Part" }, { "currency", "shilling" } });
        CHECK(wrong.status == 422);
        CHECK(shows(wrong, "Kenya &lt;b&gt;"));
        CHECK(shows(wrong, "fuseau horaire"));
        CHECK(shows(wrong, "ISO 4217"));
    });
}
