#include "formats/outside_reader.hpp"
#include "formats/vcard.hpp"

#include "base/id.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::formats;

namespace {

VCard only_card(std::string_view bytes)
{
    auto const cards = read_vcards(bytes);
    REQUIRE(cards);
    REQUIRE(cards->size() == 1);
    return cards->front();
}

std::string value_of(VCard const& card, std::string_view name)
{
    auto const* const property = card.find(name);
    return property ? property->text() : std::string("(none)");
}

} // namespace

TEST_CASE("a card of vCard 4.0 is read with its folds, escapes, groups and quoted parameters")
{
    auto const card = only_card("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Awa Sanou\\, conseill\r\n ère\r\nitem1.ORG:Élan rural\\; Nord;Nutrition\r\n"
                                "TEL;VALUE=uri;TYPE=\"work,cell\":tel:+226-70-00-00-01\r\nNOTE:une ligne\\nune autre\r\nEND:VCARD\r\n");
    CHECK(value_of(card, "FN") == "Awa Sanou, conseillère");
    REQUIRE(card.find("ORG"));
    CHECK(card.find("ORG")->components == std::vector<std::string> { "Élan rural; Nord", "Nutrition" });
    CHECK(card.find("TEL")->is_of_type("CELL"));
    CHECK_FALSE(card.find("TEL")->is_of_type("home"));
    CHECK(value_of(card, "NOTE") == "une ligne\nune autre");
}

TEST_CASE("a card of an old telephone, in quoted-printable and Latin letters, is read too")
{
    auto const card = only_card("BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:A=C3=AFssata=\n Kon=C3=A9\nTEL;CELL:70000002\n"
                                "ORG;QUOTED-PRINTABLE:Soci=E9t=E9\nEND:VCARD\n");
    CHECK(value_of(card, "FN") == "Aïssata Koné");
    CHECK(value_of(card, "ORG") == "Société");
    CHECK(card.find("TEL")->is_of_type("cell"));
}

TEST_CASE("a file of cards cut short is refused, and one beyond the limits too")
{
    CHECK_FALSE(read_vcards("BEGIN:VCARD\nFN:Awa"));
    ReadLimits limits;
    limits.rows = 1;
    auto const refused = read_vcards("BEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\nEND:VCARD\n", limits);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::TooLarge);
    CHECK(is_vcard("\xEF\xBB\xBF\r\nbegin:vcard\r\n"));
    CHECK_FALSE(is_vcard("Nom;Organisation"));
}

TEST_CASE("what is written is read back the same, whatever the letters")
{
    SeededChance chance { 2026 };
    std::vector<std::string_view> const pieces { "é", "ɛ", ";", ",", "\\", "\n", " ", "a", "Koné", ":", "=", "\"", "😀", "n" };
    for (int trial = 0; trial < 300; ++trial) {
        std::array<std::uint8_t, 64> bytes {};
        chance.fill(bytes);
        VCard card;
        std::vector<std::string> components(1 + bytes[0] % 3);
        for (std::size_t place = 1; place < bytes.size(); ++place)
            components[place % components.size()] += pieces[bytes[place] % pieces.size()];
        card.properties.push_back({ "ORG", { { "TYPE", "work,a:b" } }, components });
        std::vector<VCard> const cards { card, card };
        auto const written = write_vcards(cards);
        auto const read = read_vcards(written);
        REQUIRE(read);
        CHECK(*read == cards);
        for (std::size_t start = 0; start < written.size();) {
            auto const end = written.find("\r\n", start);
            REQUIRE(end != std::string::npos);
            CHECK(end - start <= 75);
            start = end + 2;
        }
    }
}

TEST_CASE("an independent reader of cards reads ours")
{
    VCard card;
    card.properties = { { "FN", {}, { "KONE Sanaba SIDIBE, fille d’Aïssata ; responsable du suivi et de l’évaluation des programmes" } },
        { "N", {}, { "KONE Sanaba SIDIBE", "", "", "", "" } }, { "ORG", {}, { "Élan rural; Nord" } }, { "EMAIL", { { "TYPE", "work" } }, { "sanaba@example.org" } } };
    auto const printed = outside::output_of("/usr/bin/python3 tests/reference/read_vcard.py", write_vcards({ &card, 1 }));
    CHECK(printed == "fn=KONE Sanaba SIDIBE, fille d’Aïssata ; responsable du suivi et de l’évaluation des programmes\nn=KONE Sanaba SIDIBE\norg=Élan rural; Nord\nemail=sanaba@example.org\n");
}
