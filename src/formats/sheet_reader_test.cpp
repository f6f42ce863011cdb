#include "formats/fixtures/archive_of_parts.hpp"
#include "formats/table.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace toguna;
using namespace toguna::formats;

namespace {

/// A workbook with one sheet of this XML; the strings and styles are the parts' inner XML.
Result<ForeignFile> read_sheet(std::string const& sheet, std::string const& strings = {}, std::string const& styles = {},
    std::string const& workbook_properties = {}, ReadLimits const& limits = {})
{
    auto const workbook = "<workbook>" + workbook_properties + R"(<sheets><sheet name="Plan" sheetId="1" r:id="r1"/></sheets></workbook>)";
    auto const relationships = R"(<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>)"
                               R"(<Relationship Id="r2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>)"
                               R"(<Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>)";
    return read_foreign_file(fixtures::archive_of({ { "xl/workbook.xml", workbook }, { "xl/_rels/workbook.xml.rels", relationships },
                                 { "xl/worksheets/sheet1.xml", "<worksheet>" + sheet + "</worksheet>" },
                                 { "xl/sharedStrings.xml", "<sst>" + strings + "</sst>" }, { "xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>" } }),
        "plan.xlsx", limits);
}

Cell read_single_cell(std::string const& cell, std::string const& strings = {}, std::string const& styles = {}, std::string const& properties = {})
{
    auto const file = read_sheet("<sheetData><row><c r='A1' t='str'><v>x</v></c></row><row>" + cell + "</row></sheetData>", strings, styles, properties);
    REQUIRE(file);
    REQUIRE(file->tables.front().rows.size() == 2);
    return file->tables.front().rows[1].cells[0];
}

std::string fixture(std::string const& name)
{
    std::ifstream const stream("src/formats/fixtures/" + name, std::ios::binary);
    std::stringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

constexpr char const* formats_of_a_plan = R"(<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\ &quot;(jour)&quot;"/></numFmts>
    <fonts><font/><font><b/></font><font><b val="0"/></font></fonts>
    <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="9" fontId="1"/><xf numFmtId="22" fontId="2"/><xf numFmtId="20" fontId="0"/></cellXfs>)";

} // namespace

TEST_CASE("a plan made by openpyxl is read with its merges, dates and hidden sheet")
{
    auto const file = read_foreign_file(fixture("plan.xlsx"), "plan.xlsx");
    REQUIRE(file);
    CHECK(file->format == "xlsx");
    REQUIRE(file->tables.size() == 2);
    auto const& plan = file->tables[0];
    CHECK(plan.name == "Plan");
    CHECK_FALSE(plan.hidden);
    CHECK(file->tables[1].hidden);
    CHECK(plan.rows[0].cells[1].text == "Actions proposées");
    CHECK(plan.rows[0].cells[1].bold);
    CHECK(plan.rows[1].cells[0].column_span == 3);
    CHECK(plan.rows[1].cells[2].covered);
    CHECK(plan.rows[2].cells[1].text == "Planifier les visites;\nPartager les rapports");
    CHECK(plan.rows[2].cells[1].row_span == 2);
    CHECK(plan.rows[3].cells[1].covered);
    CHECK(plan.rows[3].cells[1].origin_row == 2);
    CHECK(plan.rows[3].cells[1].origin_column == 1);
    CHECK(plan.rows[4].cells[2].text == "2023-08-01");
    CHECK(plan.rows[4].cells[2].date == Date::from(2023, 8, 1));
    CHECK(plan.rows[4].cells[3].text == "40 %");
    CHECK(plan.rows[5].cells[3].text == "3");
    CHECK(cell_place(plan, 11, 27).debug_string() == "sheet Plan, cell AB12");
}

TEST_CASE("a date in a sheet is a date because of its format, whatever its number")
{
    CHECK(read_single_cell("<c s='1'><v>45139</v></c>", {}, formats_of_a_plan).date == Date::from(2023, 8, 1));
    CHECK(read_single_cell("<c s='0'><v>45139</v></c>", {}, formats_of_a_plan).text == "45139");
    CHECK(read_single_cell("<c s='3'><v>45139.4375</v></c>", {}, formats_of_a_plan).text == "2023-08-01 10:30");
    CHECK(read_single_cell("<c s='4'><v>0.4375</v></c>", {}, formats_of_a_plan).text == "10:30");
    CHECK(read_single_cell("<c t='d'><v>2023-08-01T00:00:00</v></c>").date == Date::from(2023, 8, 1));
}

TEST_CASE("a workbook of an old Mac counts its days from 1904")
{
    CHECK(read_single_cell("<c s='1'><v>43677</v></c>", {}, formats_of_a_plan, "<workbookPr date1904='1'/>").date == Date::from(2023, 8, 1));
}

TEST_CASE("bold follows the style of the cell, or the runs of its text when all of them are bold")
{
    auto const bold_run = "<r><rPr><b/></rPr><t>Suivi</t></r>";
    auto const regular_run = "<r><rPr><i/></rPr><t xml:space='preserve'> et évaluation</t></r>";
    CHECK(read_single_cell("<c s='2' t='inlineStr'><is><t>Suivi</t></is></c>", {}, formats_of_a_plan).bold);
    CHECK_FALSE(read_single_cell("<c s='3' t='inlineStr'><is><t>Suivi</t></is></c>", {}, formats_of_a_plan).bold);
    CHECK(read_single_cell("<c t='s'><v>0</v></c>", std::string("<si>") + bold_run + "</si>").bold);
    auto const mixed = read_single_cell("<c t='s'><v>0</v></c>", std::string("<si>") + bold_run + regular_run + "</si>");
    CHECK_FALSE(mixed.bold);
    CHECK(mixed.text == "Suivi et évaluation");
}

TEST_CASE("the reading aid above Asian characters is no part of the text")
{
    CHECK(read_single_cell("<c t='s'><v>0</v></c>", "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si>").text == "東京");
}

TEST_CASE("a formula is read by the value it last had; errors are kept as they are seen")
{
    CHECK(read_single_cell("<c t='str'><f>A1&amp;\"x\"</f><v>Continue</v></c>").text == "Continue");
    CHECK(read_single_cell("<c><f>1/3</f><v>0.33333333333333331</v></c>").text == "0.333333333333333");
    CHECK(read_single_cell("<c t='e'><v>#REF!</v></c>").text == "#REF!");
    CHECK(read_single_cell("<c t='b'><f>A1=A1</f><v>1</v></c>").text == "TRUE");
}

TEST_CASE("cells without address follow one another, and skipped rows keep the numbers of the sheet")
{
    auto const file = read_sheet("<sheetData><row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row>"
                                 "<row r='4' hidden='1'><c r='C4' t='str'><v>c</v></c></row></sheetData>");
    REQUIRE(file);
    auto const& rows = file->tables[0].rows;
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].cells[1].text == "b");
    CHECK(rows[0].cells.size() == 3);
    CHECK(rows[3].cells[2].text == "c");
    CHECK(rows[3].hidden);
    CHECK_FALSE(rows[0].hidden);
}

TEST_CASE("merges that overlap or leave the table do no harm")
{
    auto const file = read_sheet("<sheetData><row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row></sheetData>"
                                 "<mergeCells><mergeCell ref='A1:XFD1048576'/><mergeCell ref='B1:B2'/><mergeCell ref='Z9:A1'/><mergeCell ref='?'/></mergeCells>");
    REQUIRE(file);
    CHECK(file->tables[0].rows[0].cells[0].column_span == 2);
    CHECK(file->tables[0].rows[0].cells[1].covered);
}

TEST_CASE("characters that Excel escapes are read as themselves")
{
    CHECK(read_single_cell("<c t='inlineStr'><is><t>un_x000D__x000A_deux_x005F_trois _x</t></is></c>").text == "un\ndeux_trois _x");
}

TEST_CASE("one stray cell at the end of a sheet is refused with the bound it breaks")
{
    auto const deep = read_sheet("<sheetData><row r='1048576'><c r='A1048576'><v>1</v></c></row></sheetData>");
    REQUIRE_FALSE(deep);
    CHECK(deep.error().kind == ErrorKind::TooLarge);
    CHECK(deep.error().message.debug_string().find("1048576") != std::string::npos);
    ReadLimits few;
    few.cells = 100;
    auto const wide = read_sheet("<sheetData><row><c r='A1'><v>1</v></c></row><row><c r='CV2'><v>1</v></c></row></sheetData>", {}, {}, {}, few);
    REQUIRE_FALSE(wide);
    CHECK(wide.error().kind == ErrorKind::TooLarge);
}

TEST_CASE("a long text repeated by a hostile sheet is refused before it fills the memory")
{
    ReadLimits limits;
    limits.unpacked_bytes = 100'000;
    std::string rows;
    for (int row = 0; row < 200; ++row)
        rows += "<row><c t='s'><v>0</v></c></row>";
    auto const file = read_sheet("<sheetData>" + rows + "</sheetData>", "<si><t>" + std::string(1000, 'a') + "</t></si>", {}, {}, limits);
    REQUIRE_FALSE(file);
    CHECK(file.error().kind == ErrorKind::TooLarge);
}

TEST_CASE("XML with a document type, bottomless nesting or a cut end is refused as damaged")
{
    std::string nested;
    for (int depth = 0; depth < 1000; ++depth)
        nested += "<x>";
    CHECK_FALSE(read_sheet(nested));
    CHECK_FALSE(read_sheet("<sheetData><row>"));
    auto const workbook = "<!DOCTYPE x [<!ENTITY a 'b'>]><workbook/>";
    auto const refused = read_foreign_file(fixtures::archive_of({ { "xl/workbook.xml", workbook } }), "plan.xlsx");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Invalid);
}

TEST_CASE("a formula that no program has calculated yet is shown as it is, one with an empty result is empty")
{
    CHECK(read_single_cell("<c r='A2'><f>Listes!A1</f><v></v></c>").text == "=Listes!A1");
    CHECK(read_single_cell("<c r='A2' t='str'><f>Listes!A1</f><v>Mensuelle</v></c>").text == "Mensuelle");
    auto const file = read_sheet("<sheetData><row><c r='A1' t='str'><v>x</v></c><c r='B1' t='str'><f>IF(A1=1,1,\"\")</f><v></v></c></row></sheetData>");
    REQUIRE(file);
    CHECK(file->tables[0].rows[0].cells.size() == 1);
}

TEST_CASE("formulas, hidden columns and hidden rows of a sheet are told from what people typed and see")
{
    auto const file = read_sheet(R"(<cols><col min="2" max="3" hidden="1"/><col min="4" max="4"/></cols><sheetData><row r="1"><c r="A1" t="str"><v>Nom</v></c></row>
        <row r="2" hidden="1"><c r="A2"><f>B1+1</f><v>12</v></c><c r="D2"><v>5</v></c></row></sheetData>)");
    REQUIRE(file);
    auto const& table = file->tables.front();
    CHECK_FALSE(table.is_hidden_column(0));
    CHECK(table.is_hidden_column(1));
    CHECK(table.is_hidden_column(2));
    CHECK_FALSE(table.is_hidden_column(3));
    CHECK(table.rows[1].hidden);
    CHECK(table.rows[1].cells[0].formula);
    CHECK(table.rows[1].cells[0].text == "12");
    CHECK_FALSE(table.rows[1].cells[3].formula);
}
