#include "formats/cell_text.hpp"
#include "formats/number_format.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::formats;

TEST_CASE("spaces of every kind become one plain space and empty lines disappear")
{
    CHECK(tidy_text("  Suivi\xC2\xA0 et\t\xE2\x80\xAF""évaluation \r\n\r\n \v fin ") == "Suivi et évaluation\nfin");
    CHECK(tidy_text("coor\xC2\xAD""di\xE2\x80\x8Bna\x01tion") == "coordination");
    CHECK(tidy_text("caf\xE9 \xED\xA0\x80") == "caf\xEF\xBF\xBD \xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(tidy_text("un\xE2\x80\xA8""deux") == "un\ndeux");
}

TEST_CASE("bullets go away, and a cell where every line had one is a list")
{
    auto const list = text_cell("• Former\n•Suivre\n- Évaluer");
    CHECK(list.text == "Former\nSuivre\nÉvaluer");
    CHECK(list.is_list);
    auto const mixed = text_cell("Objectifs\n- Former");
    CHECK(mixed.text == "Objectifs\nFormer");
    CHECK_FALSE(mixed.is_list);
}

TEST_CASE("a lone dash, a negative number and a numbered title are no list")
{
    CHECK(text_cell("-").text == "-");
    CHECK(text_cell("–").text == "–");
    CHECK(text_cell("-5").text == "-5");
    CHECK(text_cell("1. Coordination").text == "1. Coordination");
    auto const steps = text_cell("1. Former\n2. Suivre");
    CHECK(steps.text == "Former\nSuivre");
    CHECK(steps.is_list);
}

TEST_CASE("numbers are printed as people see them")
{
    auto const printed = [](double value, std::string_view code) { return print_number(value, number_format_of_code(code)).text; };
    CHECK(printed(3, "General") == "3");
    CHECK(printed(0.1 + 0.2, "General") == "0.3");
    CHECK(printed(1234567, "#,##0") == "1234567");
    CHECK(printed(2.345, "0.00") == "2.35");
    CHECK(printed(2, "0.00") == "2");
    CHECK(printed(0.4, "0%") == "40 %");
    CHECK(printed(0.405, "0.0%") == "40.5 %");
    CHECK(printed(-0.0, "0") == "0");
    CHECK(printed(12, "0\" jours\"") == "12");
    CHECK(printed(1.5, "[h]:mm") == "36:00");
    CHECK(printed(45139.999999, "dd/mm/yyyy hh:mm") == "2023-08-02");
    CHECK(printed(1e18, "General") == "1000000000000000000");
}

TEST_CASE("letters in quotes, brackets or after a backslash do not make a date")
{
    CHECK(number_format_of_code("0 \"années\"").kind == NumberKind::Fixed);
    CHECK(number_format_of_code("[Red]0.00").kind == NumberKind::Fixed);
    CHECK(number_format_of_code("0\\d").kind == NumberKind::Fixed);
    CHECK(number_format_of_code("[$-40C]d mmmm yyyy;@").kind == NumberKind::Date);
    CHECK(number_format_of_code("mmmm").kind == NumberKind::Date);
    CHECK(number_format_of_code("h:mm AM/PM").kind == NumberKind::Time);
    CHECK(number_format_of_code("@").kind == NumberKind::General);
}

TEST_CASE("Excel's day that never was, and days out of every calendar, stay numbers")
{
    CHECK_FALSE(print_number(60, { NumberKind::Date }).date);
    CHECK(print_number(59, { NumberKind::Date }).date == Date::from(1900, 2, 28));
    CHECK(print_number(61, { NumberKind::Date }).date == Date::from(1900, 3, 1));
    CHECK(print_number(-4, { NumberKind::Date }).text == "-4");
    CHECK(print_number(9e9, { NumberKind::Date }).text == "9000000000");
}
