#include "formats/fixtures/archive_of_parts.hpp"
#include "formats/table.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace toguna;
using namespace toguna::formats;

namespace {

Result<ForeignFile> read_word(std::string const& body, std::string const& styles = {})
{
    return read_foreign_file(
        fixtures::archive_of({ { "word/document.xml", "<w:document xmlns:w='w'><w:body>" + body + "</w:body></w:document>" },
            { "word/_rels/document.xml.rels", "<Relationships><Relationship Id='r' Type='x/styles' Target='styles.xml'/></Relationships>" },
            { "word/styles.xml", "<w:styles xmlns:w='w'>" + styles + "</w:styles>" } }),
        "plan.docx");
}

std::string paragraph(std::string const& text, std::string const& properties = {})
{
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

std::string word_cell(std::string const& content, std::string const& properties = {})
{
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + content + "</w:tc>";
}

std::string word_row(std::string const& cells, std::string const& properties = {})
{
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}

/// The only cell of a table of one row.
Cell read_word_cell(std::string const& content, std::string const& styles = {})
{
    auto const file = read_word("<w:tbl>" + word_row(word_cell(content)) + "</w:tbl>", styles);
    REQUIRE(file);
    return file->tables.at(0).rows.at(0).cells.at(0);
}

std::string word_fixture()
{
    std::ifstream const stream("src/formats/fixtures/plan.docx", std::ios::binary);
    std::stringstream bytes;
    bytes << stream.rdbuf();
    return bytes.str();
}

} // namespace

TEST_CASE("a plan made by python-docx is read with its title, merges, lists and repeated headings")
{
    auto const file = read_foreign_file(word_fixture(), "plan.docx");
    REQUIRE(file);
    CHECK(file->format == "docx");
    CHECK(file->title == "Plan d’action du cluster – 2023");
    REQUIRE(file->tables.size() == 1);
    auto const& plan = file->tables[0];
    CHECK(plan.text_before == "Plan d’action du cluster – 2023\nAdopté en réunion.");
    CHECK(plan.rows[0].is_header);
    CHECK(plan.rows[0].cells[0].bold);
    CHECK(plan.rows[1].cells[0].column_span == 3);
    CHECK(plan.rows[1].cells[0].bold);
    CHECK(plan.rows[2].cells[1].text == "Planifier les visites;\nPartager les rapports");
    CHECK(plan.rows[2].cells[1].is_list);
    CHECK(plan.rows[2].cells[1].row_span == 2);
    CHECK(plan.rows[3].cells[2].origin_row == 2);
    CHECK(plan.rows[5].cells[2].text.empty());
}

TEST_CASE("of tracked changes, what was deleted is gone and what was inserted stays")
{
    CHECK(read_word_cell("<w:p><w:r><w:t>Former </w:t></w:r><w:del><w:r><w:delText>tous </w:delText><w:t>tous </w:t></w:r></w:del>"
                         "<w:ins><w:r><w:t>les acteurs</w:t></w:r></w:ins></w:p>")
              .text
        == "Former les acteurs");
    auto const file = read_word("<w:tbl>" + word_row(word_cell(paragraph("supprimée")), "<w:del/>") + word_row(word_cell(paragraph("gardée"))) + "</w:tbl>");
    REQUIRE(file);
    REQUIRE(file->tables[0].rows.size() == 1);
    CHECK(file->tables[0].rows[0].cells[0].text == "gardée");
}

TEST_CASE("breaks, tabs, fields, links and content controls give the text that is seen")
{
    CHECK(read_word_cell("<w:p><w:r><w:t>un</w:t><w:br/><w:t>deux</w:t><w:tab/><w:t>trois</w:t></w:r></w:p>").text == "un\ndeux trois");
    CHECK(read_word_cell("<w:p><w:r><w:instrText>PAGEREF x</w:instrText></w:r><w:fldSimple><w:r><w:t>12</w:t></w:r></w:fldSimple>"
                         "<w:hyperlink><w:r><w:t> suite</w:t></w:r></w:hyperlink></w:p>")
              .text
        == "12 suite");
    CHECK(read_word_cell("<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>" + paragraph("Continue") + "</w:sdtContent></w:sdt>").text == "Continue");
    CHECK(read_word_cell("<w:p><w:r><w:t>co</w:t><w:softHyphen/><w:t>ordina\xC2\xADtion</w:t><w:noBreakHyphen/><w:t>\xC2\xA0 x</w:t></w:r></w:p>").text == "coordination- x");
    CHECK(read_word_cell("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:drawing><w:txbxContent>" + paragraph("boîte")
              + "</w:txbxContent></w:drawing><w:t>texte</w:t></w:r></w:p>")
              .text
        == "texte");
    CHECK(read_word_cell("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r><w:r><w:t>vu</w:t></w:r></w:p>").text == "vu");
}

TEST_CASE("a nested table gives its paragraphs to the cell it stands in")
{
    CHECK(read_word_cell(paragraph("avant") + "<w:tbl>" + word_row(word_cell(paragraph("a")) + word_cell(paragraph("b"))) + "</w:tbl>" + paragraph("après")).text
        == "avant\na\nb\naprès");
}

TEST_CASE("a cell is bold when all its text is, by its runs, its styles or the table's first row")
{
    auto const bold_run = std::string("<w:r><w:rPr><w:b/></w:rPr><w:t>Suivi</w:t></w:r>");
    CHECK(read_word_cell("<w:p>" + bold_run + "</w:p>").bold);
    CHECK_FALSE(read_word_cell("<w:p>" + bold_run + "<w:r><w:t> simple</w:t></w:r></w:p>").bold);
    CHECK_FALSE(read_word_cell("<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr><w:r><w:t>Suivi</w:t></w:r></w:p>").bold);
    auto const styles = "<w:style w:type='paragraph' w:styleId='Base'><w:rPr><w:b/></w:rPr></w:style>"
                        "<w:style w:type='paragraph' w:styleId='Section'><w:basedOn w:val='Base'/></w:style>"
                        "<w:style w:type='table' w:styleId='Grille'><w:tblStylePr w:type='firstRow'><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>";
    CHECK(read_word_cell(paragraph("Suivi", "<w:pStyle w:val='Section'/>"), styles).bold);
    auto const file = read_word("<w:tbl><w:tblPr><w:tblStyle w:val='Grille'/><w:tblLook w:val='0020'/></w:tblPr>" + word_row(word_cell(paragraph("titre")))
            + word_row(word_cell(paragraph("texte"))) + "</w:tbl>",
        styles);
    REQUIRE(file);
    CHECK(file->tables[0].rows[0].cells[0].bold);
    CHECK_FALSE(file->tables[0].rows[1].cells[0].bold);
}

TEST_CASE("list items keep one line each, even when an item has a line break of its own")
{
    auto const cell = read_word_cell(paragraph("un</w:t><w:br/><w:t>suite", "<w:numPr><w:numId w:val='3'/></w:numPr>")
        + paragraph("deux", "<w:numPr><w:numId w:val='3'/></w:numPr>"));
    CHECK(cell.text == "un suite\ndeux");
    CHECK(cell.is_list);
    CHECK_FALSE(read_word_cell(paragraph("un", "<w:numPr><w:numId w:val='0'/></w:numPr>")).is_list);
}

TEST_CASE("cells merged downwards and sideways point to where they start")
{
    auto const file = read_word("<w:tbl>" + word_row(word_cell(paragraph("a"), "<w:gridSpan w:val='2'/><w:vMerge w:val='restart'/>") + word_cell(paragraph("b")))
        + word_row(word_cell("<w:p/>", "<w:gridSpan w:val='2'/><w:vMerge/>") + word_cell(paragraph("c")))
        + word_row(word_cell(paragraph("d"), "<w:vMerge/>") + word_cell(paragraph("e")) + word_cell(paragraph("f"))) + "</w:tbl>");
    REQUIRE(file);
    auto const& rows = file->tables[0].rows;
    CHECK(rows[0].cells[0].row_span == 2);
    CHECK(rows[0].cells[0].column_span == 2);
    CHECK(rows[1].cells[1].covered);
    CHECK(rows[1].cells[1].origin_row == 0);
    CHECK(rows[1].cells[2].text == "c");
    CHECK(rows[2].cells[0].text == "d"); // « continue » of another width continues nothing
    CHECK_FALSE(rows[2].cells[0].covered);
}

TEST_CASE("a document without a table is refused with what was expected")
{
    auto const file = read_word(paragraph("Compte rendu"));
    REQUIRE_FALSE(file);
    CHECK(file.error().message.debug_string().find("A table is expected") != std::string::npos);
}

TEST_CASE("a table of one cell around another only arranges the page: the inner table is the table")
{
    auto const inner = "<w:tbl>" + word_row(word_cell(paragraph("a")) + word_cell(paragraph("b"))) + word_row(word_cell(paragraph("c")) + word_cell(paragraph("d"))) + "</w:tbl>";
    auto const file = read_word(paragraph("Plan 2023") + "<w:tbl>" + word_row(word_cell(paragraph("Secrétariat") + inner + "<w:p/>")) + "</w:tbl>");
    REQUIRE(file);
    REQUIRE(file->tables.size() == 1);
    CHECK(file->tables[0].rows[1].cells[1].text == "d");
    CHECK(file->tables[0].number == 1);
    CHECK(file->tables[0].text_before == "Plan 2023");
}

TEST_CASE("a table nested in one cell of many is part of that cell")
{
    auto const inner = "<w:tbl>" + word_row(word_cell(paragraph("x")) + word_cell(paragraph("y"))) + word_row(word_cell(paragraph("z")) + word_cell("<w:p/>")) + "</w:tbl>";
    std::string rows;
    for (int row = 0; row < 3; ++row)
        rows += word_row(word_cell(paragraph("a")) + word_cell(row == 1 ? inner + "<w:p/>" : paragraph("b")));
    auto const file = read_word("<w:tbl>" + rows + "</w:tbl>");
    REQUIRE(file);
    REQUIRE(file->tables.size() == 1);
    CHECK(file->tables[0].rows[1].cells[1].text == "x\ny\nz");
}
