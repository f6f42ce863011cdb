#include "formats/table.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::formats;

namespace {

/// Rows as "a|b|c", lines of a cell separated by '/'.
std::vector<std::string> rows_of(Result<ForeignFile> const& file)
{
    REQUIRE(file);
    std::vector<std::string> rows;
    for (auto const& row : file->tables.at(0).rows) {
        std::string line;
        for (auto const& cell : row.cells)
            line.append("|").append(cell.text);
        line.erase(0, 1);
        for (auto& character : line)
            character = character == '\n' ? '/' : character;
        rows.push_back(line);
    }
    return rows;
}

using Rows = std::vector<std::string>;

} // namespace

TEST_CASE("cells pasted from Excel keep their quoted lines and quotes")
{
    CHECK(rows_of(read_pasted_text("Gap\tAction\tDate\r\nA\t\"un\ndeux \"\"vrais\"\"\"\tAoût\r\nB\t\tJuin\r\n"))
        == Rows { "Gap|Action|Date", "A|un/deux \"vrais\"|Août", "B||Juin" });
}

TEST_CASE("cells pasted from Word with several paragraphs come back together")
{
    CHECK(rows_of(read_pasted_text("Gap\tAction\tDate\nSuivi\nA\tun;\ndeux;\ntrois\tContinue\nB\tquatre\tJuin\n"))
        == Rows { "Gap|Action|Date", "Suivi||", "A|un;/deux;/trois|Continue", "B|quatre|Juin" });
}

TEST_CASE("a bullet and its tab, as Word pastes list items, are no column")
{
    auto const file = read_pasted_text("Gap\tAction\tDate\nA\t•\tun\n•\tdeux\tContinue\n");
    CHECK(rows_of(file) == Rows { "Gap|Action|Date", "A|un/deux|Continue" });
    CHECK(file->tables[0].rows[1].cells[1].is_list);
}

TEST_CASE("a Markdown table loses its rule and its outer pipes")
{
    CHECK(rows_of(read_pasted_text("| Gap | Action |\n|:--|---:|\n| A \\| a | un<br>deux |\n")) == Rows { "Gap|Action", "A | a|un/deux" });
}

TEST_CASE("semicolons cut lines only when they cut all of them alike")
{
    CHECK(rows_of(read_pasted_text("Gap;Action\nA;un\nB;deux\n")) == Rows { "Gap|Action", "A|un", "B|deux" });
    CHECK(rows_of(read_pasted_text("Former les acteurs;\nRédiger la note\nSuivre; évaluer; partager\n"))
        == Rows { "Former les acteurs;", "Rédiger la note", "Suivre; évaluer; partager" });
}

TEST_CASE("columns aligned with spaces are found under their headings, and wrapped lines continue their row")
{
    CHECK(rows_of(read_pasted_text("Défis         Actions              Date\n"
                                   "Peu à voir    Planifier les        Août\n"
                                   "              visites\n"
                                   "Trop long     Limiter              Juin\n"))
        == Rows { "Défis|Actions|Date", "Peu à voir|Planifier les visites|Août", "Trop long|Limiter|Juin" });
}

TEST_CASE("text without columns is one column of lines")
{
    auto const file = read_pasted_text("Former\n\nSuivre\n");
    CHECK(rows_of(file) == Rows { "Former", "Suivre" });
    CHECK(cell_place(file->tables[0], 1, 0).debug_string() == "row 2, column 1");
}

TEST_CASE("nothing pasted is refused with what to paste")
{
    CHECK_FALSE(read_pasted_text(""));
    CHECK_FALSE(read_pasted_text(" \n\t\n"));
}

TEST_CASE("a CSV is understood whatever delimiter and encoding it was saved with")
{
    Rows const plan { "Gap|Échéance", "A;b|un/deux" };
    CHECK(rows_of(read_foreign_file("Gap;Échéance\r\n\"A;b\";\"un\r\ndeux\"\r\n", "plan.csv")) == plan);
    CHECK(rows_of(read_foreign_file("\xEF\xBB\xBFGap,Échéance\n\"A;b\",\"un\ndeux\"\n", "plan.csv")) == plan);
    CHECK(rows_of(read_foreign_file("Gap\tÉchéance\n\"A;b\"\t\"un\ndeux\"\n", "plan.csv")) == plan);
    CHECK(rows_of(read_foreign_file("sep=|\r\nGap|Échéance\r\nA;b|\"un\ndeux\"", "plan.csv")) == plan);
    CHECK(rows_of(read_foreign_file("Gap;\xC9"
                                    "ch\xE9"
                                    "ance\n\"A;b\";\"un\ndeux\"\n",
              "plan.csv"))
        == plan);
    using namespace std::string_view_literals;
    CHECK(rows_of(read_foreign_file("\xFF\xFEG\0a\0p\0;\0\xC9\0\n\0a\0;\0b\0"sv, "plan.csv")) == Rows { "Gap|É", "a|b" });
    CHECK(rows_of(read_foreign_file("G\0a\0p\0;\0\xC9\0\n\0a\0;\0b\0"sv, "plan.csv")) == Rows { "Gap|É", "a|b" });
}

TEST_CASE("numbers of a CSV keep their comma, and empty fields their places")
{
    CHECK(rows_of(read_foreign_file("Gap;Taux;Note\nA;12,5;\n;;x\n", "plan.csv")) == Rows { "Gap|Taux|Note", "A|12,5|", "||x" });
}
