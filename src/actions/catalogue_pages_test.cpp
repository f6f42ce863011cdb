#include "actions/test_desk.hpp"
#include "functions/catalogue_store.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using test::expect_success;
using test::for_each_engine;

TEST_CASE("the catalogue is there before anybody wrote one, and the first plan keeps its first version")
{
    for_each_engine([](db::Database& db) {
        auto const before = expect_success(db.read([](db::Reader const& reader) { return functions::catalogue_or_default(reader); }));
        CHECK(before.version == 0);
        REQUIRE(before.functions.size() == 7);
        CHECK(before.functions[0].label_fr.starts_with("Soutien"));
        SeededChance chance(3);
        Act const act { { .account = {}, .person = {}, .name = "essai" }, *Instant::from_iso("2026-03-02T09:00:00Z"), chance };
        expect_success(db.write([&](db::Transaction& tx) { return functions::ensure_catalogue(tx, act.actor, act.now, act.chance); }));
        expect_success(db.write([&](db::Transaction& tx) { return functions::ensure_catalogue(tx, act.actor, act.now, act.chance); }));
        CHECK(expect_success(db.read([](db::Reader const& reader) { return functions::current_catalogue(reader); })).version == 1);
    });
}

TEST_CASE("administrators write a version; the old ones stay readable, and nobody writes over another unseen")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        CHECK(desk.get("/catalogue").status == 403);
        desk.sign_in_administrator();
        CHECK(shows(desk.get("/catalogue"), "Soutien à la prestation des services"));
        CHECK(shows(desk.get("/catalogue/edit"), "fr_1"));
        auto const refused = desk.post("/catalogue/edit", { { "fr_1", "Appui aux services" }, { "en_1", "" }, { "note", "" }, { "version", "1" } });
        CHECK(refused.status == 422);
        CHECK(shows(refused, "value=\"Appui aux services\""));
        TestDesk::Pairs const fields { { "fr_1", "Appui aux services" }, { "en_1", "Support to services" }, { "note", "Réunion de mars" }, { "version", "1" } };
        CHECK(desk.post("/catalogue/edit", fields).status == 303);
        CHECK(shows(desk.get("/catalogue"), "Appui aux services"));
        CHECK(shows(desk.get("/catalogue/versions/1"), "Soutien à la prestation des services"));
        CHECK(desk.get("/catalogue/versions/7").status == 404);
        CHECK(desk.post("/catalogue/edit", fields).status == 409);
    });
}
