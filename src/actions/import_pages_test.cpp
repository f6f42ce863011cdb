#include "actions/import_pages.hpp"
#include "actions/test_house.hpp"
#include "bodies/mandate_store.hpp"
#include "bodies/rights_store.hpp"
#include "people/person_store.hpp"
#include "support/engines.hpp"
#include "web/configuration.hpp"
#include "web/feature.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

using namespace toguna;
using namespace toguna::actions;
using toguna::test::expect_success;

namespace {

std::string plan_file(std::string const& name)
{
    std::ifstream file("tests/fixtures/s1/" + name, std::ios::binary);
    return { std::istreambuf_iterator<char>(file), {} };
}

/// The pages of imports in process, for the information manager of the house's cluster unless somebody else is named.
struct ImportSite {
    explicit ImportSite(db::Database& database) : house(database), db(database)
    {
        house.write([&](db::Transaction& tx) -> Result<void> {
            auto const person = new_id<people::PersonTag>(house.now(), house.chance);
            TRY(people::insert_person(tx, { person, "Clémence Batiano" }, house.now()));
            visitor = web::Visitor { "clemence", person.text(), "Clémence Batiano" };
            return bodies::insert_mandate(tx, { .id = new_id<bodies::MandateTag>(house.now(), house.chance), .body = house.body, .role = bodies::MandateRole::InformationManager,
                                                  .organization = {}, .person = person, .period = Period::since(house.today().plus_days(-30)) });
        });
    }

    web::Reply send(web::Request request)
    {
        web::Context context { .db = db, .configuration = configuration, .chance = house.chance, .now = house.now(), .language = web::localization("fr"),
            .file_language = web::localization("fr", web::Medium::File), .visitor = visitor, .csrf_token = "token", .notice = {}, .authorizer = authorizer, .menu = menu };
        context.signing_key = "key";
        return web::answer(router, std::move(request), context);
    }
    web::Reply get(std::string const& path)
    {
        web::Request request;
        request.path = request.target = path;
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
    std::string upload_path() const { return "/bodies/" + house.body.text() + "/plans/import"; }
    /// The draft's address.
    std::string upload(std::string const& name, std::string const& year = "2023")
    {
        auto const reply = post(upload_path(), { { "year", year }, { "pasted", "" } }, { { "file", name, plan_file(name) } });
        REQUIRE(reply.status == 303);
        return location(reply);
    }
    static std::string location(web::Reply const& reply)
    {
        for (auto const& [name, value] : reply.headers)
            if (name == "Location" || name == "location")
                return value;
        return {};
    }
    std::string save(std::string const& draft)
    {
        auto const page = get(draft).body;
        auto const start = page.find("name=\"signature\" value=\"");
        REQUIRE(start != std::string::npos);
        auto const reply = post(draft + "/save", { { "signature", page.substr(start + 24, 64) } });
        REQUIRE(reply.status == 303);
        return location(reply);
    }

    TestHouse house;
    db::Database& db;
    web::Configuration configuration = {};
    web::Authorizer authorizer = bodies::authorizer();
    std::vector<web::MenuEntry> menu = {};
    std::optional<web::Visitor> visitor = {};
    web::Router router { import_routes() };
};

bool says(web::Reply const& reply, std::string_view words) { return reply.body.find(words) != std::string::npos; }

} // namespace

TEST_CASE("a Word file is read, shown with its counts and its doubt, corrected, saved and undone")
{
    test::for_each_engine([](db::Database& database) {
        ImportSite site(database);
        CHECK(says(site.get(site.upload_path()), "Lire le plan"));
        auto const draft = site.upload("plan.docx");
        auto const shown = site.get(draft);
        CHECK(shown.status == 200);
        CHECK(says(shown, "22 défis et gaps, 30 actions, 8 sections"));
        CHECK(says(shown, "Enregistrer dans le plan 2023"));
        CHECK(says(shown, "Il manque une échéance ici"));
        CHECK(shown.body.size() < 60'000);

        auto const field = shown.body.substr(shown.body.find("name=\"deadline-") + 6, 12);
        auto const name = field.substr(0, field.find('"'));
        auto const refused = site.post(draft + "/corrections", { { name, "quand on pourra" } });
        CHECK(refused.status == 422);
        CHECK(says(refused, "value=\"quand on pourra\""));
        CHECK(site.post(draft + "/corrections", { { name, "fin juin" } }).status == 303);
        CHECK(says(site.get(draft), "0 sans échéance"));

        auto const result = site.save(draft);
        auto const done = site.get(result);
        CHECK(says(done, "Annuler cet import"));
        CHECK(says(done, "30 actions"));
        CHECK(site.get(draft).status == 404);
        CHECK(site.post(result + "/undo").status == 303);
        CHECK(says(site.get(result), "Cet import a été annulé"));
    });
}

TEST_CASE("loading the same file a second time says that there is nothing to write")
{
    test::for_each_engine([](db::Database& database) {
        ImportSite site(database);
        site.save(site.upload("plan.xlsx"));
        auto const again = site.upload("plan.xlsx");
        CHECK(says(site.get(again), "contient déjà tout cela"));
        CHECK(site.save(again).starts_with("/plans/"));
    });
}

TEST_CASE("rows of a draft are reworded, split, joined, left out, and sections become gaps")
{
    test::for_each_engine([](db::Database& database) {
        ImportSite site(database);
        auto const draft = site.upload("plan.docx");
        CHECK(says(site.get(draft + "/rows/A1"), "Renforcer la proactivité"));
        auto const empty = site.post(draft + "/rows/A1", { { "text", " " }, { "deadline", "Août" }, { "responsible", "UNICEF" } });
        CHECK(empty.status == 422);
        CHECK(says(empty, "UNICEF</textarea>"));
        CHECK(site.post(draft + "/rows/A1", { { "text", "Former les points focaux\nTenir le registre" }, { "deadline", "Août" }, { "responsible", "UNICEF" } }).status == 303);
        auto const split = site.get(draft);
        CHECK(says(split, "31 actions"));
        CHECK(says(split, "Tenir le registre"));
        CHECK(site.post(draft + "/rows/A2", { { "do", "leave_out" } }).status == 303);
        CHECK(site.post(draft + "/rows/A4", { { "do", "join" } }).status == 303);
        CHECK(site.post(draft + "/rows/G1", { { "do", "leave_out" } }).status == 303);
        CHECK(site.post(draft + "/rows/S2", { { "do", "gap" } }).status == 303);
        CHECK(says(site.get(draft), "22 défis et gaps, 29 actions, 7 sections"));
        CHECK(site.get(draft + "/rows/A2").status == 404);
        CHECK(site.get(draft + "/rows/S99").status == 404);
    });
}

TEST_CASE("what cannot be read is refused beside its field, and the pasted text stays")
{
    test::for_each_engine([](db::Database& database) {
        ImportSite site(database);
        auto const nothing = site.post(site.upload_path(), { { "year", "2023" }, { "pasted", "" } });
        CHECK(nothing.status == 422);
        CHECK(says(nothing, "Choisissez le fichier de votre plan"));
        auto const pasted = site.post(site.upload_path(), { { "year", "deux mille" }, { "pasted", "Défis\tActions\nA\tB" } });
        CHECK(pasted.status == 422);
        CHECK(says(pasted, "Donnez une année"));
        CHECK(says(pasted, "Défis\tActions"));
        for (auto const& bytes : { std::string("PK\x03\x04 not a zip at all"), std::string("%PDF-1.7\n"), std::string(3000, '\0'), std::string("<html><body>bonjour"), plan_file("plan.docx").substr(0, 2000) }) {
            auto const refused = site.post(site.upload_path(), { { "year", "2023" }, { "pasted", "" } }, { { "file", "plan.docx", bytes } });
            CHECK(refused.status == 422);
            CHECK(says(refused, "error-summary"));
        }
    });
}

TEST_CASE("a member who may not edit the plan can neither load one nor look at a draft; another manager sees no draft of mine")
{
    test::for_each_engine([](db::Database& database) {
        ImportSite site(database);
        auto const draft = site.upload("plan.docx");
        site.visitor->account = "somebody-else";
        CHECK(site.get(draft).status == 404);
        CHECK(site.post(draft + "/save").status == 404);
        site.visitor->person = std::string(25, '8');
        CHECK(site.get(draft).status == 403);
        CHECK(site.get(site.upload_path()).status == 403);
        CHECK(site.post(site.upload_path(), { { "year", "2023" }, { "pasted", "Défis;Actions;Échéance\na;b;Août" } }).status == 403);
    });
}

TEST_CASE("a plan that changed since the comparison was shown is compared again, with 409, before anything is written")
{
    test::for_each_engine([](db::Database& database) {
        ImportSite site(database);
        auto const draft = site.upload("plan.xlsx");
        auto const stale = site.post(draft + "/save", { { "signature", std::string(64, '0') } });
        CHECK(stale.status == 409);
        CHECK(says(stale, "Le plan a changé pendant que vous regardiez"));
        CHECK_FALSE(expect_success(database.read([&](db::Reader const& db) { return find_plan_of_year(db, site.house.body, 2023); })).has_value());
    });
}

TEST_CASE("the page of a draft costs the same number of statements for three rows as for thirty")
{
    test::for_each_engine([](db::Database& database) {
        ImportSite site(database);
        auto const cost = [&](std::string const& path) {
            auto const before = db::statements_on_this_thread();
            CHECK(site.get(path).status == 200);
            return db::statements_on_this_thread() - before;
        };
        auto const few = ImportSite::location(site.post(site.upload_path(), { { "year", "2024" }, { "pasted", "Défis;Actions;Échéance\nPeu de stocks;Commander;Août\nRetards;Planifier;Juin\n" } }));
        auto const many = site.upload("plan.docx");
        CHECK(cost(few) == cost(many));
    });
}
