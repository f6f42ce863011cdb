#include "actions/register_forms.hpp"
#include "actions/test_desk.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using test::for_each_engine;

namespace {

/// Late, without deadline, without responsible, closed.
struct FullDesk : TestDesk {
    explicit FullDesk(db::Database& database) : TestDesk(database)
    {
        at("2026-03-20T08:00:00Z");
        owed_by_awa("Publier la carte", "2026-03-10");
        owed_by({ Responsible::Kind::Organization, faso_sante.text(), "FS" }, "Former les points focaux", NoDue {});
        owed_by({ Responsible::Kind::Body, body.text(), "Membres de NUT" }, "Envoyer les données", DueInMonth { { 2026, 8 } });
        ActionPoint closed { .id = ActionId::trusted(""), .body = body, .text = "Nommer le cogestionnaire", .status = Status::Closed, .closing_note = "Fait", .closed_on = Date::from_iso("2026-03-01") };
        add(closed);
    }
};

} // namespace

TEST_CASE("the register counts by one rule, and each figure leads to its rows")
{
    for_each_engine([](db::Database& db) {
        FullDesk desk(db);
        auto const page = desk.get("/actions");
        CHECK(page.status == 200);
        CHECK(shows(page, "4 actions"));
        CHECK(shows(page, "href=\"/actions?late=1\""));
        CHECK(shows(page, "État au"));
        auto const late = desk.get("/actions", { { "late", "1" } });
        CHECK(shows(late, "Publier la carte"));
        CHECK_FALSE(shows(late, "Former les points focaux"));
        CHECK(shows(desk.get("/actions", { { "without_due", "1" } }), "Former les points focaux"));
        CHECK(shows(desk.get("/actions", { { "without_responsible", "1" } }), "Nommer le cogestionnaire"));
        CHECK_FALSE(shows(desk.get("/actions", { { "status", "open" } }), "Nommer le cogestionnaire"));
        auto const words = desk.get("/actions", { { "words", "CARTE awa" } });
        CHECK(shows(words, "Publier la carte"));
        CHECK(shows(words, "1 action<"));
        CHECK(shows(desk.get("/actions", { { "words", "introuvable" } }), "Aucune action ne correspond"));
    });
}

TEST_CASE("« mes actions » are mine, those of my organization and of my body")
{
    for_each_engine([](db::Database& db) {
        FullDesk desk(db);
        desk.sign_in_awa();
        auto const mine = desk.get("/actions/mine");
        CHECK(shows(mine, "Publier la carte"));
        CHECK(shows(mine, "Former les points focaux"));
        CHECK(shows(mine, "Envoyer les données"));
        CHECK_FALSE(shows(mine, "Nommer le cogestionnaire"));
        desk.sign_in_administrator();
        CHECK(shows(desk.get("/actions/mine"), "Rien ne vous attend"));
        CHECK(shows(desk.get("/actions"), "4 actions"));
    });
}

TEST_CASE("a past day shows the register as it stood; words that are no date are refused and kept")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        auto const action = desk.owed_by_awa("Publier la carte", "2026-03-10");
        desk.pass(std::chrono::hours(24 * 10));
        desk.write([&](db::Transaction& tx) -> Result<void> {
            auto changed = action;
            changed.text = "Publier la carte des zones";
            TRY(update_action(tx, changed, 1, "", desk.act()));
            return {};
        });
        desk.at("2026-03-20T08:00:00Z");
        auto const past = desk.get("/actions", { { "as_of", "5/3/2026" } });
        CHECK(shows(past, "État au 5 mars 2026"));
        CHECK_FALSE(shows(past, "des zones"));
        CHECK(shows(desk.get("/actions"), "des zones"));
        auto const refused = desk.get("/actions", { { "as_of", "jadis" } });
        CHECK(refused.status == 422);
        CHECK(shows(refused, "value=\"jadis\""));
        CHECK(shows(refused, "Publier la carte"));
    });
}

TEST_CASE("twenty-five rows a page, in the order asked, with as many statements for one row as for sixty")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        desk.owed_by_awa("Zébrer les fiches", "2026-01-02");
        auto const cost = [&] {
            auto const before = db::statements_on_this_thread();
            desk.get("/actions");
            return db::statements_on_this_thread() - before;
        };
        auto const for_one = cost();
        for (int number = 0; number < 59; ++number)
            desk.owed_by_awa("Action " + std::to_string(number), "2026-05-02");
        CHECK(cost() == for_one);
        auto const first = desk.get("/actions");
        CHECK(shows(first, "Zébrer les fiches"));
        CHECK(shows(first, "page=2"));
        CHECK_FALSE(shows(desk.get("/actions", { { "page", "3" } }), "Zébrer les fiches"));
        CHECK(shows(desk.get("/actions", { { "order", "reference" } }), "aria-sort=\"ascending\""));
    });
}

TEST_CASE("the view leaves as XLSX, CSV, DOCX and PDF with the same rows, and its row ids are hidden")
{
    for_each_engine([](db::Database& db) {
        FullDesk desk(db);
        for (auto const* format : { "xlsx", "docx", "pdf" }) {
            auto const file = desk.get(std::string("/actions/export.") + format, { { "late", "1" } });
            CHECK(file.status == 200);
            CHECK(file.body.size() > 1000);
        }
        auto const csv = desk.get("/actions/export.csv", { { "late", "1" } });
        CHECK(shows(csv, "Publier la carte"));
        CHECK_FALSE(shows(csv, "Former les points focaux"));
        CHECK(shows(desk.get("/actions/mine/export.csv"), "NUT-2026-"));
    });
}

TEST_CASE("an empty register says what comes next")
{
    for_each_engine([](db::Database& db) {
        TestDesk desk(db);
        CHECK(shows(desk.get("/actions"), "Aucune action pour l’instant"));
        desk.sign_in_jane();
        CHECK(shows(desk.get("/actions"), "Choisir une instance"));
    });
}
