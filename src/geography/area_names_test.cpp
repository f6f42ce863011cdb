#include "geography/area_names.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace toguna;
using namespace toguna::geography;

namespace {

AdminAreaId area_id(char letter) { return AdminAreaId::trusted(std::string(25, letter)); }

KnownArea known(char id, int level, std::string_view name, std::optional<char> parent = {}, std::optional<std::string> code = {})
{
    return { area_id(id), level, parent ? std::optional(area_id(*parent)) : std::nullopt, code ? std::optional(PCode::trusted(*code)) : std::nullopt, { name_key(name) } };
}

/// A corner of Burkina Faso.
std::vector<KnownArea> const centre_nord {
    known('r', 1, "Centre-Nord", {}, "BF49"), known('e', 1, "Centre-Est", {}, "BF48"), known('s', 2, "Sanmatenga", 'r', "BF4903"), known('n', 2, "Namentenga", 'r', "BF4902"),
    known('b', 2, "Boulgou", 'e', "BF4801"), known('k', 3, "Kaya", 's', "BF490304"), known('1', 3, "Boussouma", 's', "BF490302"), known('2', 3, "Boussouma", 'b', "BF480106"),
    known('l', 3, "Boulsa", 'n', "BF490202"), known('x', 1, "Kadiogo"), known('y', 2, "Kadiogo", 'x'),
};

AreaMatch recognise(std::vector<std::string_view> path, std::optional<int> level = {}) { return recognise_area(centre_nord, path, level); }

bool offers(AreaMatch const& match, char id) { return std::find(match.candidates.begin(), match.candidates.end(), area_id(id)) != match.candidates.end(); }

} // namespace

TEST_CASE("an area is recognised without accents, capitals and hyphens, and by its code")
{
    CHECK(recognise({ "CENTRE NORD" }).exact == area_id('r'));
    CHECK(recognise({ "centre-nord", "kaya" }).exact == area_id('k'));
    CHECK(recognise({ "bf490304" }).exact == area_id('k'));
    CHECK(recognise({ "" }).exact == std::nullopt);
    CHECK(recognise({ "Gao" }).candidates.empty());
}

TEST_CASE("« Sanmentenga » is as near to Sanmatenga as to Namentenga: both are offered, none is chosen")
{
    for (auto const& path : { std::vector<std::string_view> { "Sanmentenga" }, std::vector<std::string_view> { "Centre-Nord", "Sanmentenga" } }) {
        auto const match = recognise(path);
        CHECK_FALSE(match.exact);
        CHECK(offers(match, 's'));
        CHECK(offers(match, 'n'));
    }
}

TEST_CASE("a child that is spelt right decides which parent was meant")
{
    CHECK(recognise({ "Centre-Nord", "Sanmentenga", "Kaya" }).exact == area_id('k'));
    CHECK(recognise({ "Sanmentenga", "Boulsa" }).exact == area_id('l'));
    CHECK(recognise({ "Sanmentenga", "Boussouma" }).exact == area_id('1'));
}

TEST_CASE("a name that two areas bear is decided by the parent, and left to a person without one")
{
    CHECK_FALSE(recognise({ "Boussouma" }).exact);
    CHECK(recognise({ "Boussouma" }).candidates.size() == 2);
    CHECK(recognise({ "Boulgou", "Boussouma" }).exact == area_id('2'));
    CHECK_FALSE(recognise({ "Kadiogo" }).exact);
    CHECK(recognise({ "Kadiogo" }, 2).exact == area_id('y'));
}

TEST_CASE("one typing error is taken only where a written parent agrees")
{
    CHECK_FALSE(recognise({ "Sanmatanga" }).exact);
    CHECK(offers(recognise({ "Sanmatanga" }), 's'));
    CHECK(recognise({ "Centre-Nord", "Sanmatanga" }).exact == area_id('s'));
    CHECK_FALSE(recognise({ "Centre-Est", "Sanmatanga" }).exact);
}

TEST_CASE("a name right by itself under a parent that is none of its own is asked about")
{
    auto const match = recognise({ "Boulgou", "Kaya" });
    CHECK_FALSE(match.exact);
    CHECK(offers(match, 'k'));
    CHECK_FALSE(recognise({ "Boulgou", "BF490304" }).exact);
}
