#include "formats/fixtures/archive_of_parts.hpp"
#include "formats/table.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace toguna;
using namespace toguna::formats;

namespace {

Result<ForeignFile> read_ods(std::string const& table, std::string const& styles = {})
{
    auto const content = "<document-content><automatic-styles>" + styles + "</automatic-styles><body><spreadsheet><table name='Plan'>" + table
        + "</table></spreadsheet></body></document-content>";
    return read_foreign_file(
        fixtures::archive_of({ { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" }, { "content.xml", content } }), "plan.ods");
}

std::string open_document_fixture(std::string const& name)
{
    std::ifstream const stream("src/formats/fixtures/" + name, std::ios::binary);
    std::stringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

} // namespace

TEST_CASE("a plan in ODS is read with its merges, dates and hidden sheet, without its million empty rows")
{
    auto const file = read_foreign_file(open_document_fixture("plan.ods"), "plan.ods");
    REQUIRE(file);
    CHECK(file->format == "ods");
    REQUIRE(file->tables.size() == 2);
    auto const& plan = file->tables[0];
    REQUIRE(plan.rows.size() == 6);
    CHECK(plan.rows[0].cells[0].bold);
    CHECK(plan.rows[1].cells[0].column_span == 3);
    CHECK(plan.rows[2].cells[1].text == "Planifier les visites;\nPartager les rapports");
    CHECK(plan.rows[3].cells[1].origin_row == 2);
    CHECK(plan.rows[4].cells[2].date == Date::from(2023, 8, 1));
    CHECK(file->tables[1].hidden);
}

TEST_CASE("a plan in ODT is a table named by the heading above it")
{
    auto const file = read_foreign_file(open_document_fixture("plan.odt"), "plan.odt");
    REQUIRE(file);
    CHECK(file->format == "odt");
    CHECK(file->tables[0].name == "Plan d’action 2023");
    CHECK(file->tables[0].rows[1].cells[0].column_span == 3);
    CHECK(cell_place(file->tables[0], 11, 1).debug_string() == "table 1, row 12, column 2");
}

TEST_CASE("repeated cells and rows with something in them are written out")
{
    auto const file = read_ods("<table-row number-rows-repeated='2'><table-cell number-columns-repeated='3'><p>Continue</p></table-cell></table-row>"
                               "<table-row number-rows-repeated='4'><table-cell/></table-row><table-row><table-cell/><table-cell><p>fin</p></table-cell></table-row>");
    REQUIRE(file);
    auto const& rows = file->tables[0].rows;
    REQUIRE(rows.size() == 7);
    CHECK(rows[1].cells[2].text == "Continue");
    CHECK(rows[6].cells[1].text == "fin");
}

TEST_CASE("a value is printed alike whatever language the cell shows it in")
{
    auto const file = read_ods("<table-row><table-cell value-type='percentage' value='0.405'><p>40,5 %</p></table-cell>"
                               "<table-cell value-type='float' value='3'><p>3,00</p></table-cell>"
                               "<table-cell value-type='time' time-value='PT09H05M00S'><p>9 h 05</p></table-cell>"
                               "<table-cell value-type='boolean' boolean-value='true'><p>VRAI</p></table-cell></table-row>");
    REQUIRE(file);
    auto const& cells = file->tables[0].rows[0].cells;
    CHECK(cells[0].text == "40.5 %");
    CHECK(cells[1].text == "3");
    CHECK(cells[2].text == "09:05");
    CHECK(cells[3].text == "TRUE");
}

TEST_CASE("comments of a cell are not its text; spans, breaks and spaces are")
{
    auto const file = read_ods("<table-row><table-cell><annotation><p>à vérifier</p></annotation>"
                               "<p>Former<s c='3'/><span>les</span> acteurs<line-break/>et <a>suivre</a></p><p/></table-cell></table-row>");
    REQUIRE(file);
    CHECK(file->tables[0].rows[0].cells[0].text == "Former les acteurs\net suivre");
}

TEST_CASE("a hostile sheet that repeats a cell beyond every bound is refused")
{
    auto const file = read_ods("<table-row number-rows-repeated='1048576'><table-cell number-columns-repeated='16384'><p>x</p></table-cell></table-row>");
    REQUIRE_FALSE(file);
    CHECK(file.error().kind == ErrorKind::TooLarge);
}

TEST_CASE("formulas and hidden columns of an OpenDocument sheet are told from what people typed and see")
{
    auto const file = read_ods("<table-column/><table-column visibility='collapse' number-columns-repeated='2'/>"
                               "<table-row><table-cell><p>Nom</p></table-cell><table-cell formula='of:=1+1'><p>2</p></table-cell></table-row>");
    REQUIRE(file);
    auto const& table = file->tables.front();
    CHECK_FALSE(table.is_hidden_column(0));
    CHECK(table.is_hidden_column(1));
    CHECK(table.is_hidden_column(2));
    CHECK(table.rows[0].cells[1].formula);
}
