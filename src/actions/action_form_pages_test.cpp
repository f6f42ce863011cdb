#include "actions/test_desk.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using test::for_each_engine;

namespace {

TestDesk::Pairs with(TestDesk::Pairs fields, TestDesk::Pairs const& more)
{
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

} // namespace

TEST_CASE("an action is written in people's words: date, names, section")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const path = "/plans/" + desk.plan.text() + "/actions/new";
        auto const empty = desk.get(path);
        CHECK(empty.status == 200);
        CHECK(shows(empty, "Ce qu’il faut faire"));
        CHECK(shows(empty, "<datalist id=\"actors\">"));
        CHECK(shows(empty, "Membres de NUT"));

        auto const reply = desk.post(path, { { "text", "Former les points focaux" }, { "due", "15 mars" }, { "responsible", "awa traore" }, { "responsible-2", "fs" },
            { "section", desk.section.text() }, { "priority", "high" } });
        REQUIRE(reply.status == 303);
        auto const actions = desk.register_of_body();
        REQUIRE(actions.size() == 1);
        CHECK(location_of(reply) == "/actions/" + actions[0].id.text());
        CHECK(actions[0].due == Due(DueOn { *Date::from_iso("2026-03-15") }));
        CHECK(actions[0].priority == Priority::High);
        REQUIRE(actions[0].responsible.size() == 2);
        CHECK(actions[0].responsible[0].id == desk.awa.text());
        CHECK(actions[0].responsible[1].id == desk.faso_sante.text());
    });
}

TEST_CASE("a refused form keeps everything typed and says what is wrong beside each field")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const reply = desk.post("/plans/" + desk.plan.text() + "/actions/new", { { "text", " " }, { "due", "bientôt ou jamais" }, { "responsible", "Comité des sages" }, { "progress", "140" } });
        CHECK(reply.status == 422);
        CHECK(shows(reply, "Dites ce qu’il faut faire"));
        CHECK(shows(reply, "bientôt ou jamais"));
        CHECK(shows(reply, "value=\"Comité des sages\""));
        CHECK(shows(reply, "Choisissez une section"));
        CHECK(shows(reply, "entre 0 et 100"));
        CHECK(shows(reply, "href=\"#due\""));
        CHECK(desk.register_of_body().empty());
    });
}

TEST_CASE("a doubtful deadline and an unknown name are shown as understood, and saved when sent again")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const path = "/bodies/" + desk.body.text() + "/actions/new";
        TestDesk::Pairs const fields { { "text", "Réunir le comité" }, { "due", "dès que possible" }, { "responsible", "Comité des sages" } };
        auto const asked = desk.post(path, fields);
        CHECK(asked.status == 422);
        CHECK(shows(asked, "name=\"confirmed_due\" value=\"dès que possible\""));
        CHECK(shows(asked, "name=\"confirmed_names\" value=\"Comité des sages\""));

        auto const saved = desk.post(path, with(fields, { { "confirmed_due", "dès que possible" }, { "confirmed_names", "Comité des sages" } }));
        REQUIRE(saved.status == 303);
        auto const action = desk.register_of_body().at(0);
        CHECK_FALSE(action.plan);
        CHECK(action.due_text == "dès que possible");
        CHECK(action.responsible.at(0).kind == Responsible::Kind::Unit);
        CHECK(shows(desk.get(location_of(saved)), "Ajoutée au registre, hors plan"));
        CHECK(desk.post(path, { { "text", "Une autre" }, { "responsible", "comité des sages" } }).status == 303);
    });
}

TEST_CASE("« membres du cluster » gives every member organization a part of its own")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const reply = desk.post("/bodies/" + desk.body.text() + "/actions/new", { { "text", "Envoyer les données 5W" }, { "due", "mensuelle" }, { "responsible", "Membres du cluster" } });
        REQUIRE(reply.status == 303);
        auto const action = desk.register_of_body().at(0);
        CHECK(action.responsible.at(0).kind == Responsible::Kind::Body);
        REQUIRE(action.member_states.size() == 1);
        CHECK(action.member_states[0].organization == desk.faso_sante);
        CHECK(action.occurrences.size() == 12);
        auto const page = desk.get("/actions/" + action.id.text());
        CHECK(shows(page, "Faso Santé"));
        CHECK(shows(page, "0 membres sur 1 ont répondu"));
    });
}

TEST_CASE("two people change one action: the second sees both versions, and nothing is overwritten unseen")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const action = desk.owed_by_awa("Publier la carte", "2026-04-01");
        auto const path = "/actions/" + action.id.text() + "/edit";
        CHECK(shows(desk.get(path), "Publier la carte"));
        TestDesk::Pairs const fields { { "section", desk.section.text() }, { "due", "1 avril 2026" }, { "responsible", "Awa Traoré" }, { "version", "1" } };
        CHECK(desk.post(path, with(fields, { { "text", "Publier la carte des partenaires" } })).status == 303);

        auto const conflict = desk.post(path, with(fields, { { "text", "Publier la carte chaque mois" } }));
        CHECK(conflict.status == 409);
        CHECK(shows(conflict, "Publier la carte des partenaires"));
        CHECK(shows(conflict, "Publier la carte chaque mois"));
        CHECK(shows(conflict, "≠ différent"));
        CHECK(shows(conflict, "name=\"version\" value=\"2\""));
        CHECK(desk.stored(action.id).text == "Publier la carte des partenaires");

        auto const edited = desk.post(path, { { "text", "Publier la carte chaque mois" }, { "version", "2" }, { "go", "edit" } });
        CHECK(edited.status == 200);
        CHECK(shows(edited, "Publier la carte chaque mois"));
        CHECK(desk.post(path, { { "section", desk.section.text() }, { "due", "1 avril 2026" }, { "responsible", "Awa Traoré" }, { "version", "2" }, { "text", "Publier la carte chaque mois" }, { "go", "save" } }).status == 303);
        CHECK(desk.stored(action.id).text == "Publier la carte chaque mois");
    });
}

TEST_CASE("a deadline moved back in the form counts as a postponement; the first stays in sight")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const action = desk.owed_by_awa("Publier la carte", "2026-04-01");
        CHECK(desk.post("/actions/" + action.id.text() + "/edit",
            { { "text", "Publier la carte" }, { "section", desk.section.text() }, { "due", "1 mai 2026" }, { "responsible", "Awa Traoré" }, { "version", "1" } }).status == 303);
        auto const page = desk.get("/actions/" + action.id.text());
        CHECK(shows(page, "Reportée une fois"));
        CHECK(shows(page, "Première échéance"));
    });
}

TEST_CASE("members read; only the coordination writes, and is refused nothing silently")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const action = desk.owed_by_awa("Publier la carte", "2026-04-01");
        desk.sign_in_awa();
        CHECK(desk.get("/actions/" + action.id.text()).status == 200);
        CHECK_FALSE(shows(desk.get("/actions/" + action.id.text()), "/edit\""));
        auto const refused = desk.post("/actions/" + action.id.text() + "/edit", { { "text", "Autre" }, { "version", "1" } });
        CHECK(refused.status == 403);
        CHECK(shows(refused, "Salif Kaboré"));
        desk.sign_in_jane();
        CHECK(desk.get("/actions/" + action.id.text()).status == 403);
    });
}

TEST_CASE("the same form sent twice adds one action")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        TestDesk::Pairs const fields { { "text", "Réunir les partenaires" }, { "once", "0123456789abcdef" } };
        auto const first = desk.post("/bodies/" + desk.body.text() + "/actions/new", fields);
        auto const second = desk.post("/bodies/" + desk.body.text() + "/actions/new", fields);
        CHECK(first.status == 303);
        CHECK(location_of(second) == location_of(first));
        CHECK(desk.register_of_body().size() == 1);
    });
}

TEST_CASE("an action that lists several things is split into actions of their own")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const action = desk.owed_by_awa("Publier la carte ; Former les points focaux", "2026-04-01");
        auto const path = "/actions/" + action.id.text() + "/split";
        auto const page = desk.get(path);
        CHECK(shows(page, "Former les points focaux</textarea>"));
        CHECK(desk.post(path, { { "texts", "Publier la carte" }, { "version", "1" } }).status == 422);
        CHECK(desk.post(path, { { "texts", "Publier la carte" }, { "texts-2", "Former les points focaux" }, { "version", "1" } }).status == 303);
        auto const actions = desk.register_of_body();
        REQUIRE(actions.size() == 2);
        CHECK(actions[1].responsible.at(0).id == desk.awa.text());
        CHECK(desk.post(path, { { "texts", "A" }, { "texts-2", "B" }, { "version", "1" } }).status == 409);
    });
}
