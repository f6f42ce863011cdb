#include "geography/p_code.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::geography;

TEST_CASE("a P-code is written in capitals, whatever was typed")
{
    CHECK(PCode::parse(" bf4903 ")->text() == "BF4903");
    CHECK(PCode::parse("TCD19")->text() == "TCD19");
    CHECK(PCode::parse("IQG01Q01N01")->text() == "IQG01Q01N01");
}

TEST_CASE("what cannot be a P-code is refused with a sentence")
{
    for (auto const* const text : { "", "BF", "4903", "BF-4903", "Kaya", "B4903", "BF4903 01", "BF49030000000000000000", "=A1" })
        CHECK_MESSAGE(!PCode::parse(text), text);
}

TEST_CASE("Chad's areas are the same under TD and TCD")
{
    auto const chad = CountryCode::trusted("TCD");
    CHECK(with_other_prefix(*PCode::parse("TD19"), "TD", chad)->text() == "TCD19");
    CHECK(with_other_prefix(*PCode::parse("TCD19"), "TD", chad)->text() == "TD19");
    CHECK(place_digits(*PCode::parse("TCD1901"), "TD", chad) == "1901");
    CHECK_FALSE(with_other_prefix(*PCode::parse("NE001"), "TD", chad));
    CHECK(place_digits(*PCode::parse("MLI05"), "ML", CountryCode::trusted("MLI")) == "05");
}

TEST_CASE("each level of a country has codes of one length")
{
    CHECK(expected_place_length(CountryCode::trusted("BFA"), 3) == 6u);
    CHECK(expected_place_length(CountryCode::trusted("NER"), 2) == 6u);
    CHECK(expected_place_length(CountryCode::trusted("TCD"), 2) == 4u);
    CHECK_FALSE(expected_place_length(CountryCode::trusted("TCD"), 3));
    CHECK_FALSE(expected_place_length(CountryCode::trusted("FRA"), 1));
}
