#include "people/acronym_store.hpp"
#include "people/test_directory.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::people;
using test::expect_success;

namespace {

Acronym known(std::string text, std::string french, std::string english = {}, std::optional<geography::CountryCode> country = {})
{
    return { AcronymId::trusted(""), country, std::move(text), std::move(french), std::move(english) };
}

std::vector<Acronym> const field { known("PTF", "partenaires techniques et financiers", "technical and financial partners"), known("3W", "qui fait quoi, où"), known("3W/5W", "qui, quoi, où, quand, pour qui"),
    known("COS", "comité \"stratégique\""), known("SHA", "sha d’ailleurs", "", geography::CountryCode::trusted("NER")), known("SHA", "secrétariat à l’harmonisation", "", geography::CountryCode::trusted("MLI")) };

std::string expanded(std::string_view text, std::optional<geography::CountryCode> country = {}, std::string_view language = "fr") { return expand_acronyms(text, field, language, country).markup(); }

} // namespace

TEST_CASE("an acronym is explained where it is first read, as a whole word, in its own letters")
{
    CHECK(expanded("Les PTF et le PTF") == "Les <abbr title=\"partenaires techniques et financiers\">PTF</abbr> et le PTF");
    CHECK(expanded("(PTF)", {}, "en") == "(<abbr title=\"technical and financial partners\">PTF</abbr>)");
    CHECK(expanded("PTFs, ptf, éPTF, PTFé") == "PTFs, ptf, éPTF, PTFé");
    CHECK(expanded("«\u00a0PTF\u00a0»") == "«\u00a0<abbr title=\"partenaires techniques et financiers\">PTF</abbr>\u00a0»");
    CHECK(expanded("l’PTF").find("<abbr") != std::string::npos);
    CHECK(expanded("").empty());
}

TEST_CASE("the longer acronym is tried first, and joined words fall apart when they are none")
{
    CHECK(expanded("3W/5W puis 3W") == "<abbr title=\"qui, quoi, où, quand, pour qui\">3W/5W</abbr> puis <abbr title=\"qui fait quoi, où\">3W</abbr>");
    CHECK(expanded("PTF/COS") == "<abbr title=\"partenaires techniques et financiers\">PTF</abbr>/<abbr title=\"comité &quot;stratégique&quot;\">COS</abbr>");
}

TEST_CASE("what people typed stays text, whatever it holds")
{
    CHECK(expanded("<b>PTF</b>") == "&lt;b&gt;<abbr title=\"partenaires techniques et financiers\">PTF</abbr>&lt;/b&gt;");
    CHECK(expanded("a & b \xff") == "a &amp; b \xff");
}

TEST_CASE("a country's own meaning is for that country only")
{
    CHECK(expanded("SHA") == "SHA");
    CHECK(expanded("SHA", geography::CountryCode::trusted("MLI")) == "<abbr title=\"secrétariat à l’harmonisation\">SHA</abbr>");
}

TEST_CASE("an acronym is one word with a meaning in one language at least")
{
    CHECK(checked(known(" PTF ", "x"))->text == "PTF");
    CHECK(checked(known("3W/5W", "x")));
    CHECK_FALSE(checked(known("deux mots", "x")));
    CHECK_FALSE(checked(known("PTF", " ")));
    CHECK_FALSE(checked(known("", "x")));
    CHECK_FALSE(checked(known(std::string(21, 'A'), "x")));
}

TEST_CASE("the acronyms of the field come with the program; administrators add, correct and remove, others read")
{
    test::for_each_engine([](db::Database& db) {
        TestDirectory directory { db };
        auto const list = directory.get("/acronyms");
        for (auto const* const text : { "PTF", "COS", "GTT", "EHP", "CCPM", "PRH", "3W/5W", "NFI/AME", "PSEA", "AAP", "SCAP", "SHA", "CSLP", "SWAP" })
            CHECK_MESSAGE(shows(list, std::string(">") + text + "<"), text);
        auto const twice = directory.post("/acronyms", { { "text", "PTF" }, { "french", "autre chose" } });
        CHECK(twice.status == 422);
        CHECK(shows(twice, "autre chose"));
        CHECK(directory.post("/acronyms", { { "text", "PTF" }, { "french", "autre chose" }, { "country", "NER" } }).status == 303);
        CHECK(directory.post("/acronyms", { { "text", "CRIS" }, { "french", "cellule régionale" } }).status == 303);
        auto const all = expect_success(db.read([](db::Reader const& reader) { return list_acronyms(reader); }));
        auto const cris = std::find_if(all.begin(), all.end(), [](auto const& acronym) { return acronym.text == "CRIS"; });
        REQUIRE(cris != all.end());
        auto const page = "/acronyms/" + cris->id.text();
        CHECK(shows(directory.get(page), "cellule régionale"));
        CHECK(directory.post(page, { { "text", "CRIS" }, { "french", "cellule de crise" }, { "version", "1" } }).status == 303);
        CHECK(directory.post(page, { { "text", "CRIS" }, { "french", "autre" }, { "version", "1" } }).status == 409);
        auto const secours = directory.add_organization("Secours du Sahel");
        auto const awa = directory.add_person("Awa Sanou", secours, "Point focal CRIS");
        CHECK(shows(directory.get("/people/" + awa.text()), "Point focal <abbr title=\"cellule de crise\">CRIS</abbr>"));
        directory.sign_in_as(awa, "Awa Sanou");
        CHECK(directory.get("/acronyms").status == 200);
        CHECK(directory.post(page + "/removal").status == 403);
        directory.sign_in_administrator();
        CHECK(directory.post(page + "/removal").status == 303);
        CHECK(directory.get(page).status == 404);
    });
}
