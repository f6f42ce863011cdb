#include "actions/test_desk.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace toguna;
using namespace toguna::actions;
using test::for_each_engine;

namespace {

bool has(std::vector<std::string> const& all, std::string_view one) { return std::find(all.begin(), all.end(), one) != all.end(); }

} // namespace

TEST_CASE("its owner says done, the coordinator confirms with a note, and the story tells both")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const action = desk.owed_by_awa("Publier la carte", "2026-04-01");
        auto const page = "/actions/" + action.id.text();
        desk.sign_in_awa();
        CHECK(shows(desk.get(page), "C’est fait"));
        CHECK_FALSE(shows(desk.get(page), "Confirmer la clôture"));
        CHECK(shows(desk.get(page + "/progress", { { "step", "report_done" } }), "La coordination confirmera"));
        CHECK(desk.post(page + "/progress", { { "step", "report_done" }, { "note", "En ligne depuis lundi" }, { "version", "1" } }).status == 303);
        CHECK(has(desk.events_of(action.id), "actions.reported_done"));
        CHECK(desk.post(page + "/progress", { { "step", "confirm_closed" }, { "note", "Vu" }, { "version", "2" } }).status == 403);

        desk.sign_in_salif();
        auto const refused = desk.post(page + "/progress", { { "step", "confirm_closed" }, { "note", "" }, { "version", "2" } });
        CHECK(refused.status == 422);
        CHECK(shows(refused, "href=\"#note\""));
        CHECK(desk.post(page + "/progress", { { "step", "confirm_closed" }, { "note", "Carte vue en réunion" }, { "version", "2" } }).status == 303);
        CHECK(desk.stored(action.id).status == Status::Closed);
        auto const told = desk.get(page);
        CHECK(shows(told, "Carte vue en réunion"));
        CHECK(shows(told, "En ligne depuis lundi"));
        CHECK(shows(told, "Rouvrir"));
        CHECK(desk.post(page + "/progress", { { "step", "report_done" }, { "version", "3" } }).status == 409);
    });
}

TEST_CASE("a high priority is closed with a proof, and not by its own author")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto action = desk.owed_by_awa("Sécuriser le dépôt", "2026-04-01");
        desk.write([&](db::Transaction& tx) -> Result<void> {
            action.priority = Priority::High;
            TRY(update_action(tx, action, 1, "", desk.act()));
            return {};
        });
        auto const path = "/actions/" + action.id.text() + "/progress";
        auto const refused = desk.post(path, { { "step", "confirm_closed" }, { "note", "Fait" }, { "version", "2" } });
        CHECK(refused.status == 422);
        CHECK(shows(refused, "href=\"#evidence\""));
        CHECK(desk.post(path, { { "step", "confirm_closed" }, { "note", "Fait" }, { "evidence", "https://exemple.org/pv.pdf" }, { "version", "2" } }).status == 303);
        CHECK(shows(desk.get("/actions/" + action.id.text()), "https://exemple.org/pv.pdf"));
    });
}

TEST_CASE("a step on a state that has changed meanwhile is shown again with the words kept")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const action = desk.owed_by_awa("Publier la carte", "2026-04-01");
        auto const path = "/actions/" + action.id.text() + "/progress";
        CHECK(desk.post(path, { { "step", "start" }, { "version", "1" } }).status == 303);
        auto const conflict = desk.post(path, { { "step", "block" }, { "reason", "Route coupée" }, { "version", "1" } });
        CHECK(conflict.status == 409);
        CHECK(shows(conflict, "Route coupée"));
        CHECK(shows(conflict, "name=\"version\" value=\"2\""));
        CHECK(desk.post(path, { { "step", "block" }, { "reason", "Route coupée" }, { "version", "2" } }).status == 303);
        CHECK(desk.stored(action.id).status_reason == "Route coupée");
        CHECK(has(desk.events_of(action.id), "actions.reported_blocked"));
    });
}

TEST_CASE("a new date is given in words; a doubtful one is shown as understood first")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const action = desk.owed_by_awa("Publier la carte", "2026-04-01");
        auto const path = "/actions/" + action.id.text() + "/progress";
        CHECK(desk.post(path, { { "step", "move_deadline" }, { "due", "un de ces jours" }, { "version", "1" } }).status == 422);
        CHECK(desk.post(path, { { "step", "move_deadline" }, { "due", "1/1/2026" }, { "version", "1" } }).status == 422);
        CHECK(desk.post(path, { { "step", "move_deadline" }, { "due", "15/5/2026" }, { "reason", "Pluies" }, { "version", "1" } }).status == 303);
        auto const moved = desk.stored(action.id);
        CHECK(deadline_of(moved.due) == *Date::from_iso("2026-05-15"));
        CHECK(moved.postponements == 1);
        CHECK(has(desk.events_of(action.id), "actions.deadline_moved"));
    });
}

TEST_CASE("somebody responsible outside the body sees and answers their action; a stranger does not")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const action = desk.owed_by({ Responsible::Kind::Person, desk.jane.text(), "Jane Doe" }, "Traduire la note", DueOn { *Date::from_iso("2026-04-01") });
        auto const other = desk.owed_by_awa("Publier la carte", "2026-04-01");
        desk.sign_in_jane();
        CHECK(desk.get("/actions/" + action.id.text()).status == 200);
        CHECK(desk.post("/actions/" + action.id.text() + "/progress", { { "step", "start" }, { "version", "1" } }).status == 303);
        CHECK(shows(desk.get("/actions/mine"), "Traduire la note"));
        CHECK_FALSE(shows(desk.get("/actions"), "Publier la carte"));
        for (auto const* path : { "/comments", "/progress" })
            CHECK(desk.post("/actions/" + other.id.text() + path, { { "comment", "Bonjour" }, { "step", "start" }, { "version", "1" } }).status == 403);
        CHECK(desk.get("/actions/" + other.id.text() + "/progress", { { "step", "start" } }).status == 403);
    });
}

TEST_CASE("members comment; an empty comment says so and keeps the page")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const action = desk.owed_by_awa("Publier la carte", "2026-04-01");
        auto const path = "/actions/" + action.id.text();
        desk.sign_in_awa();
        CHECK(desk.post(path + "/comments", { { "comment", " \n" } }).status == 422);
        CHECK(desk.post(path + "/comments", { { "comment", "La carte <b>manque</b> d’échelle" } }).status == 303);
        CHECK(shows(desk.get(path), "La carte &lt;b&gt;manque&lt;/b&gt; d’échelle"));
    });
}

TEST_CASE("fifty-two weeks fit one page; each is said done with its proof, and the rate follows")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const action = desk.owed_by({ Responsible::Kind::Person, desk.awa.text(), "Awa Traoré" }, "Envoyer le bulletin", Recurring { Frequency::Weekly });
        auto const path = "/actions/" + action.id.text();
        auto const page = desk.get(path);
        CHECK(shows(page, "Taux d’exécution"));
        CHECK(shows(page, "janvier 2026"));
        CHECK(page.body.size() < 60'000);

        auto const occurrences = desk.stored(action.id).occurrences;
        REQUIRE(occurrences.size() == 53);
        auto const say = [&](Occurrence const& one, std::string const& before) {
            return desk.post(path + "/occurrences/" + one.id.text(), { { "done", "done" }, { "evidence", "https://exemple.org/bulletin" }, { "before", before } });
        };
        CHECK(say(occurrences[1], "|").status == 303);
        CHECK(desk.stored(action.id).occurrences[1].done == true);
        auto const overwritten = say(occurrences[1], "|");
        CHECK(overwritten.status == 409);
        CHECK(shows(overwritten, "pendant que vous écriviez"));
        CHECK(shows(desk.get(path), "https://exemple.org/bulletin"));
        desk.sign_in_jane();
        CHECK(say(occurrences[2], "|").status == 403);
    });
}
