#include "people/read_date.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using people::read_date;

TEST_CASE("a date is read as people of the field write it")
{
    auto const today = *Date::from(2026, 11, 23);
    auto const seventh = Date::from(2026, 2, 7);
    for (auto const* const words : { "7/2/2026", "07-02-2026", "7.2.26", "7 février 2026", "le 7 FEVRIER", "7 fév. 2026", "7 February 2026", "2026-02-07" })
        CHECK_MESSAGE(read_date(words, today) == seventh, words);
    CHECK(read_date("1er août 2026", today) == Date::from(2026, 8, 1));
    CHECK(read_date("aujourd’hui", today) == today);
    CHECK(read_date("demain", today) == today.plus_days(1));
    CHECK(read_date("dans 7 jours", today) == today.plus_days(7));
    CHECK(read_date("in 2 weeks", today) == today.plus_days(14));
}

TEST_CASE("what is no date is not guessed")
{
    auto const today = *Date::from(2026, 11, 23);
    for (auto const* const words : { "", "bientôt", "30 février 2026", "31/11/2026", "7 jui 2026", "2026", "7/2/2026/1", "0/0/0", "99999/1/1", "-1/2/2026x" })
        CHECK_MESSAGE(!read_date(words, today), words);
}
