#include "formats/sheet_writer.hpp"

#include "formats/outside_reader.hpp"
#include "formats/sheet_names.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace toguna;
using namespace toguna::formats;

namespace {

bool holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

Sheet register_sheet()
{
    return { .name = "Actions",
        .title = "Plan d’action du Cluster Abris",
        .columns = { { .title = "Identifiant", .width = 26, .hidden = true }, { .title = "Action", .width = 50 },
            { .title = "Statut", .width = 14, .choices = { "À faire", "En cours", "Bloquée" } }, { .title = "Échéance", .width = 12, .wrap = false },
            { .title = "Taux", .width = 8 } },
        .rows = { { { {}, "Suivi et évaluation" }, true }, { { "a1", "Réunir les membres\nchaque lundi", "En cours", *Date::from(2026, 8, 31), 72.65 } },
            { { "a2", "=1+1", "À faire", {}, 0.0 } } } };
}

Workbook workbook_of(std::vector<Sheet> sheets)
{
    return { .title = "Registre", .author = "Cluster Abris", .created = *Instant::from_iso("2026-11-23T03:10:00.000Z"), .sheets = std::move(sheets) };
}

} // namespace

TEST_CASE("a register leaves as a workbook that Excel's readers understand")
{
    auto const text = outside::xlsx_text(*write_xlsx(workbook_of({ register_sheet() })));
    CHECK(holds(text, "title=Registre author=Cluster Abris created=2026-11-23 03:10:00"));
    CHECK(holds(text, "sheet Actions: visible freeze=A3 filter=A2:E5"));
    // openpyxl says None for the width of one page, which is the format's default.
    CHECK(holds(text, "print: landscape paper=9 rows=$1:$2 width=None height=0"));
    CHECK(holds(text, "hidden columns: A\n"));
    CHECK(holds(text, "B1 s 'Plan d’action du Cluster Abris' bold"));
    CHECK(holds(text, "B2 s 'Action' bold wrapped"));
    CHECK(holds(text, "B3 s 'Suivi et évaluation' bold\n"));
    CHECK(holds(text, "B4 s 'Réunir les membres\\nchaque lundi' wrapped"));
    CHECK(holds(text, "D4 d datetime.datetime(2026, 8, 31, 0, 0)\n"));
    CHECK(holds(text, "E4 n 72.65"));
    CHECK(holds(text, "E5 n 0"));
}

TEST_CASE("choices are offered from a sheet of their own, however long the list")
{
    auto sheet = register_sheet();
    for (int organization = 0; organization < 300; ++organization)
        sheet.columns[1].choices.push_back(fmt::format("Organisation au nom assez long {}", organization));
    auto const text = outside::xlsx_text(*write_xlsx(workbook_of({ sheet, sheet })));
    CHECK(holds(text, "choices B3:B505: 'Listes'!$A$2:$A$301"));
    CHECK(holds(text, "choices C3:C505: 'Listes'!$B$2:$B$4"));
    CHECK(holds(text, "sheet Listes: hidden"));
    CHECK(holds(text, "B4 s 'Bloquée'")); // two sheets with the same choices share the list
    CHECK(holds(text, "sheet Actions (2): visible"));
}

TEST_CASE("a string is never taken for a formula, a number or a link")
{
    auto sheet = register_sheet();
    sheet.rows = { { { "=cmd|'/c calc'!A0", "+33", "-5", "@SUM(A1)", "http://exemple.test/x" } }, { { "0012", "1e5", "TRUE", "12/08/2026", " " } } };
    auto const text = outside::xlsx_text(*write_xlsx(workbook_of({ sheet })));
    for (auto const* cell : { "A3 s \"=cmd|'/c calc'!A0\"", "B3 s '+33'", "C3 s '-5'", "D3 s '@SUM(A1)'", "E3 s 'http://exemple.test/x'", "A4 s '0012'", "B4 s '1e5'",
             "C4 s 'TRUE'", "D4 s '12/08/2026'" })
        CHECK_MESSAGE(holds(text, cell), cell);
}

TEST_CASE("the same workbook gives the same bytes, whenever it is written")
{
    auto const workbook = workbook_of({ register_sheet() });
    CHECK(*write_xlsx(workbook) == *write_xlsx(workbook));
    auto undated = workbook;
    undated.created = Instant();
    CHECK(*write_xlsx(undated) == *write_xlsx(undated));
}

TEST_CASE("hostile text breaks no workbook")
{
    auto sheet = register_sheet();
    sheet.name = "Plan: [2026] / ??? 'avec un nom beaucoup trop long pour Excel'";
    sheet.rows = { { { std::string("cloche\x07 nul\0!", 13), std::string("brut\xFF\xED\xA0\x80"), "🙂 ߒߞߏ مرحبا", std::string(10'000, 'x'), "<&>\"'" } } };
    auto const text = outside::xlsx_text(*write_xlsx(workbook_of({ sheet })));
    CHECK(holds(text, "A3 s 'cloche nul"));
    CHECK(holds(text, "brut�"));
    CHECK(holds(text, "🙂 ߒߞߏ مرحبا"));
    CHECK(holds(text, std::string(10'000, 'x')));
    CHECK(holds(text, "<&>"));
}

TEST_CASE("a text that no cell can hold is refused with its place, not cut")
{
    auto sheet = register_sheet();
    sheet.rows[1].cells[1] = std::string(40'000, 'x');
    auto const result = write_xlsx(workbook_of({ sheet }));
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == ErrorKind::TooLarge);
    CHECK(result.error().message.debug_string()
        == "Sheet “Actions”, row 2, column “Action”: the text has 40000 characters and a spreadsheet cell holds 32,767. "
           "Shorten it, or take the Word or PDF version.");
}

TEST_CASE("an empty workbook, an empty sheet and a ragged row are still written")
{
    CHECK(holds(outside::xlsx_text(*write_xlsx(workbook_of({}))), "sheet Sheet1"));
    CHECK(holds(outside::xlsx_text(*write_xlsx(workbook_of({ Sheet { .name = "", .columns = {}, .rows = {} } }))), "visible"));
    auto sheet = register_sheet();
    sheet.rows = { { { "un", "deux", {}, {}, {}, "de trop" } }, { {} } };
    CHECK(holds(outside::xlsx_text(*write_xlsx(workbook_of({ sheet }))), "F3 s 'de trop'"));
}

TEST_CASE("names that Excel refuses for a sheet become names that it takes")
{
    std::vector<std::string> taken { "Listes" };
    CHECK(free_sheet_name("Plan", taken) == "Plan");
    CHECK(free_sheet_name("PLAN", taken) == "PLAN (2)");
    CHECK(free_sheet_name("listes", taken) == "listes (2)");
    CHECK(free_sheet_name("a/b:c", taken) == "a b c");
    CHECK(free_sheet_name("'été'", taken) == "été");
    CHECK(free_sheet_name("History", taken) == "History (2)");
    CHECK(free_sheet_name("", taken) == "1");
    CHECK(free_sheet_name("???", taken) == "2");
    CHECK(free_sheet_name("Groupe de travail technique sur les abris", taken) == "Groupe de travail technique sur");
    CHECK(free_sheet_name("Groupe de travail technique sur l’eau", taken) == "Groupe de travail technique (2)");
    CHECK(column_reference("L'eau", 27, 1, 8) == "='L''eau'!$AB$2:$AB$9");
}

TEST_CASE("a CSV opens in French Excel: semicolons, decimal commas, days as ISO, no formula")
{
    CHECK(write_csv(register_sheet())
        == "\xEF\xBB\xBF"
           "Identifiant;Action;Statut;Échéance;Taux\r\n"
           ";Suivi et évaluation;;;\r\n"
           "a1;\"Réunir les membres\nchaque lundi\";En cours;2026-08-31;72,65\r\n"
           "a2;'=1+1;À faire;;0\r\n");
    Sheet sheet { .name = "x", .columns = { { .title = "-Titre" } }, .rows = { { { "@x" } }, { { "\"a\";b" } }, { { -5.5 } }, { { 12'400'000.0 } }, { {} } } };
    CHECK(write_csv(sheet) == "\xEF\xBB\xBF'-Titre\r\n'@x\r\n\"\"\"a\"\";b\"\r\n-5,5\r\n12400000\r\n\r\n");
}
