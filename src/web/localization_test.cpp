#include "web/localization.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::web;

namespace {

auto const& french = localization("fr");
auto const& french_file = localization("fr", Medium::File);
auto const& english = localization("en");

Date day(int year, unsigned month, unsigned day_of_month) { return *Date::from(year, month, day_of_month); }

} // namespace

TEST_CASE("a French reader reads dates as they are written in a letter")
{
    CHECK(french.date(day(2017, 2, 7)) == "7 février 2017");
    CHECK(french.full_date(day(2017, 2, 7)) == "mardi 7 février 2017");
    CHECK(french.short_date(day(2017, 2, 7)) == "07/02/2017");
    CHECK(french.month({ 2023, 8 }) == "août 2023");
    CHECK(french.month_name(12) == "décembre");
}

TEST_CASE("the first of a month is an ordinal in French, and only the first")
{
    CHECK(french.date(day(2025, 8, 1)) == "1er août 2025");
    CHECK(french.date(day(2025, 8, 11)) == "11 août 2025");
    CHECK(english.date(day(2025, 8, 1)) == "1 August 2025");
}

TEST_CASE("an English reader reads the same dates in British order")
{
    CHECK(english.date(day(2017, 2, 7)) == "7 February 2017");
    CHECK(english.full_date(day(2017, 2, 5)) == "Sunday 5 February 2017");
    CHECK(english.short_date(day(2017, 2, 7)) == "07/02/2017");
}

TEST_CASE("an hour is shown in the time of the country")
{
    auto const instant = *Instant::from_iso("2017-02-07T23:30:00Z");
    CHECK(french.time(instant, "Africa/Ouagadougou") == "23\u00A0h\u00A030");
    CHECK(french.date_time(instant, "Africa/Niamey") == "8 février 2017 à 0\u00A0h\u00A030");
    CHECK(english.time(instant, "Africa/Ndjamena") == "00:30");
    CHECK(local_date(instant, "Africa/Niamey") == day(2017, 2, 8));
    CHECK(local_date(instant, "Africa/Bamako") == day(2017, 2, 7));
    CHECK(local_minute_of_day(instant, "Asia/Kathmandu") == 5 * 60 + 15);
}

TEST_CASE("an unknown time zone is read as UTC rather than failing a page")
{
    CHECK(local_minute_of_day(*Instant::from_iso("2017-02-07T10:30:00Z"), "Africa/Nowhere") == 630);
}

TEST_CASE("thousands are kept together by a narrow space on a page and a plain no-break space in a file")
{
    CHECK(french.number(12'400'000) == "12\u202F400\u202F000");
    CHECK(french_file.number(12'400'000) == "12\u00A0400\u00A0000");
    CHECK(english.number(12'400'000) == "12,400,000");
    CHECK(french.number(0) == "0");
    CHECK(french.number(999) == "999");
    CHECK(french.number(-1000) == "\u22121\u202F000");
}

TEST_CASE("a percentage drops its decimals when they say nothing, and an unknown one is not zero")
{
    CHECK(french.percent(*Percentage::from_hundredths(77'00)) == "77\u202F%");
    CHECK(french.percent(*Percentage::from_hundredths(72'65)) == "72,65\u202F%");
    CHECK(french_file.percent(*Percentage::from_hundredths(72'05)) == "72,05\u00A0%");
    CHECK(french.percent(*Percentage::from_hundredths(0)) == "0\u202F%");
    CHECK(french.percent({}) == "n.d.");
    CHECK(english.percent(*Percentage::from_hundredths(77'00)) == "77%");
    CHECK(english.percent({}) == "n/a");
}

TEST_CASE("a list of names ends with « et »")
{
    CHECK(french.list({}).empty());
    CHECK(french.list({ "Nutrition" }) == "Nutrition");
    CHECK(french.list({ "Nutrition", "Santé" }) == "Nutrition et Santé");
    CHECK(french.list({ "Nutrition", "Santé", "EHA" }) == "Nutrition, Santé et EHA");
    CHECK(english.list({ "Nutrition", "Health", "WASH" }) == "Nutrition, Health and WASH");
}

TEST_CASE("names are sorted as a French reader expects: accents beside their letters")
{
    CHECK(french.less("école", "zèbre"));
    CHECK(french.less("Ecole", "éducation"));
    CHECK(french.less("Koné", "Konaté") == false);
    CHECK(french.less("kone", "Kone"));
    CHECK_FALSE(french.less("Koné", "Koné"));
}

TEST_CASE("a sentence takes its dates and numbers in the reader's conventions")
{
    auto const text = tr("{number}%", { { "number", 1250 } });
    CHECK(french(text) == "1\u202F250\u202F%");
    CHECK(french_file(text) == "1\u00A0250\u00A0%");
    CHECK(french(tr("{date} at {time}", { { "date", day(2025, 1, 1) }, { "time", tr("n/a") } })) == "1er janvier 2025 à n.d.");
}

TEST_CASE("a sentence nobody translated is said in English rather than not at all")
{
    CHECK(french(tr("Nobody translated {what} yet.", { { "what", "this" } })) == "Nobody translated this yet.");
    CHECK(french(trn("{count} sheep", "{count} sheeps", 0)) == "0 sheeps");
}

TEST_CASE("a place nobody filled stays visible, and braces in a value are only text")
{
    CHECK(english(tr("From {start} to {end}", { { "start", "{end}" } })) == "From {end} to {end}");
    CHECK(english(tr("An open { brace")) == "An open { brace");
}

TEST_CASE("a language nobody knows is answered in French")
{
    CHECK(localization("tlh").language() == "fr");
    CHECK(languages().front() == "fr");
}
