#include "actions/plan_pages_house.hpp"

#include "actions/plan_import.hpp"
#include "actions/plan_sections.hpp"
#include "formats/outside_reader.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::actions;
using toguna::test::for_each_engine;

TEST_CASE("a plan is shown as its document: sections across, gaps that share an action beside one cell")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const late = pages.add_gap("Retard des visites de terrain");
        auto const few = pages.add_gap("Faible participation des <autorités>");
        pages.add_gap("Absence de référentiel");
        pages.add_action("Diligenter des missions conjointes", DueOn { *Date::from(2026, 2, 1) }, { late, few }, { { Responsible::Kind::Unit, "", "La coordination du cluster" } });
        auto const reply = pages.get(pages.plan_path());
        CHECK(reply.status == 200);
        CHECK(shows(reply, "<th colspan=\"5\" scope=\"rowgroup\">Soutien à la prestation des services</th>"));
        CHECK(times(reply, "Diligenter des missions conjointes") == 1);
        CHECK(times(reply, "rowspan=\"2\"") == 4);
        CHECK(shows(reply, "Faible participation des &lt;autorités&gt;"));
        CHECK(shows(reply, "En retard"));
        CHECK(shows(reply, "La coordination du cluster"));
        CHECK(shows(reply, "pas encore d’action"));
        CHECK(shows(reply, "État au 2 mars 2026"));
    });
}

TEST_CASE("columns are chosen by the address, and a figure leads to the rows it counts")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const gap = pages.add_gap("Retard des visites");
        pages.add_action("Sans date", NoDue {}, { gap });
        pages.add_action("Chaque mois", Recurring { Frequency::Monthly }, { gap });
        auto const bare = pages.get(pages.plan_path() + "?shown=1");
        CHECK(shows(bare, "<th colspan=\"3\" scope=\"rowgroup\">"));
        CHECK_FALSE(shows(bare, "data-label=\"Responsable\""));
        CHECK(shows(pages.get(pages.plan_path() + "?shown=1&columns=percent"), "data-label=\"%\""));
        auto const undated = pages.get(pages.plan_path() + "?show=without_due");
        CHECK(shows(undated, "Sans date"));
        CHECK_FALSE(shows(undated, "Chaque mois"));
        CHECK(shows(undated, "Seules les actions sans échéance"));
    });
}

TEST_CASE("what is missing in a plan is listed with the page that mends it, for editors only")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const gap = pages.add_gap("Retard des visites");
        pages.add_action("Sans date ni responsable", NoDue {}, { gap });
        CHECK(shows(pages.get(pages.plan_path()), "1 action n’a pas d’échéance"));
        CHECK(shows(pages.get(pages.plan_path()), pages.plan_path() + "/grid?show=without_due"));
        pages.sign_in_as_member();
        auto const read = pages.get(pages.plan_path());
        CHECK(read.status == 200);
        CHECK_FALSE(shows(read, "/grid"));
        CHECK_FALSE(shows(read, "/edit"));
        for (auto const* path : { "/edit", "/grid", "/carry" })
            CHECK(pages.get(pages.plan_path() + path).status == 403);
        CHECK(pages.post(pages.plan_path() + "/sections", { { "title", "Une section de trop" } }).status == 403);
        CHECK(pages.plan().sections.size() == 1);
        pages.visitor.reset();
        CHECK(pages.get(pages.plan_path()).status == 303);
    });
}

TEST_CASE("the state of a past day shows the plan as it stood, without what came later")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const gap = pages.add_gap("Retard des visites");
        auto closed = pages.add_action("Écrire la note", DueOn { *Date::from(2026, 4, 1) }, { gap });
        pages.house.pass(std::chrono::hours(24 * 10));
        auto const version = closed.version;
        closed.status = Status::Closed;
        closed.closing_note = "Adoptée.";
        pages.house.write([&](db::Transaction& tx) -> Result<void> {
            TRY(update_action(tx, closed, version, {}, pages.house.act()));
            return {};
        });
        pages.add_action("Venue plus tard", NoDue {}, { gap });
        auto const then = pages.get(pages.plan_path() + "?as_of=5/3/2026");
        CHECK(shows(then, "État au 5 mars 2026"));
        CHECK(shows(then, "À faire"));
        CHECK_FALSE(shows(then, "Venue plus tard"));
        CHECK(shows(pages.get(pages.plan_path()), "Venue plus tard"));
        auto const unreadable = pages.get(pages.plan_path() + "?as_of=bient%C3%B4t");
        CHECK(unreadable.status == 422);
        CHECK(shows(unreadable, "value=\"bientôt\""));
    });
}

TEST_CASE("a plan of two hundred actions costs as many statements as one of two")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const gap = pages.add_gap("Retard des visites de terrain dans les régions du Nord");
        auto const statements = [&] {
            auto const before = database.statistics().statements;
            CHECK(pages.get(pages.plan_path()).status == 200);
            return database.statistics().statements - before;
        };
        pages.add_action("Diligenter des missions conjointes", Recurring { Frequency::Monthly }, { gap });
        auto const few = statements();
        for (int number = 0; number < 200; ++number) {
            auto const own = pages.add_gap("Défi numéro " + std::to_string(number));
            pages.add_action("Action numéro " + std::to_string(number) + " avec les partenaires de la région", DueOn { *Date::from(2026, 5, 1) }, { own });
        }
        CHECK(statements() == few);
        CHECK(statements() < 25);
    });
}

TEST_CASE("a new plan starts with the sections of the core functions, and a refused one comes back as it was typed")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const plans = "/bodies/" + pages.house.body.text() + "/plans";
        CHECK(shows(pages.get(plans + "/new"), "value=\"Plan d’action 2027\""));
        auto const refused = pages.post(plans, { { "year", "2026" }, { "title", "Un second plan" }, { "start", "empty" } });
        CHECK(refused.status == 409);
        CHECK(shows(refused, "value=\"Un second plan\""));
        CHECK(shows(refused, "déjà un plan d’action pour 2026"));
        CHECK(pages.post(plans, { { "year", "l’an prochain" }, { "title", "Plan" }, { "start", "empty" } }).status == 422);

        auto const made = pages.post(plans, { { "year", "2027" }, { "title", "Plan d’action 2027" }, { "start", "default" } });
        CHECK(made.status == 303);
        auto const edit = pages.get(location_of(made));
        CHECK(edit.status == 200);
        CHECK(times(edit, "<section class=\"work\"") == default_sections().size());
        CHECK(shows(pages.get(plans), "Plan d’action 2027"));
    });
}

TEST_CASE("page, workbook, Word file and PDF of a plan say the same")
{
    for_each_engine([](db::Database& database) {
        PlanPages pages(database);
        auto const late = pages.add_gap("Retard des visites de terrain");
        auto const few = pages.add_gap("Faible participation");
        pages.add_action("Diligenter des missions conjointes", DueInMonth { { 2026, 8 } }, { late, few }, { { Responsible::Kind::Unit, "", "La coordination" } });
        pages.add_action("Partager les comptes rendus", Recurring { Frequency::Weekly }, { few });
        pages.add_action("Rendre compte", Continuous {}, {});

        auto const page = pages.get(pages.plan_path());
        auto const xlsx = pages.get(pages.plan_path() + "/export.xlsx?shown=1&columns=responsible&columns=status");
        auto const docx = pages.get(pages.plan_path() + "/export.docx?shown=1&columns=responsible&columns=status");
        auto const pdf = pages.get(pages.plan_path() + "/export.pdf?shown=1&columns=responsible");
        auto const csv = pages.get(pages.plan_path() + "/export.csv");
        REQUIRE(xlsx.status == 200);
        auto const pdf_text = formats::outside::pdf_text(pdf.body);
        auto const docx_text = formats::outside::docx_text(docx.body);
        for (auto const* words : { "Faible participation", "Partager les comptes rendus", "Hebdomadaire", "Continue", "Rendre compte", "La coordination" }) {
            CAPTURE(words);
            CHECK(shows(page, words));
            CHECK(shows(csv, words));
            CHECK(pdf_text.find(words) != std::string::npos);
            CHECK(docx_text.find(words) != std::string::npos);
        }
        auto const figures = figures_of(pages.plan().actions, pages.house.today());
        for (auto const* file : { &xlsx, &docx }) {
            auto const name = file == &xlsx ? "plan.xlsx" : "plan.docx";
            auto const read = test::expect_success(read_plan(test::expect_success(formats::read_foreign_file(file->body, name)), 2026, pages.house.today(), function_titles()));
            CHECK(read.gaps.size() == 2);
            CHECK(int(read.actions.size()) == figures.actions);
        }
    });
}
