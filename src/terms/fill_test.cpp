#include "formats/outside_reader.hpp"
#include "terms/test_documents.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace toguna;
using namespace toguna::terms;
using namespace toguna::terms::test_data;

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string refusal(std::string_view source, std::string_view language = "fr")
{
    auto const parsed = parse_template(source, language);
    return parsed ? "" : parsed.error().fields.at(0).message.debug_string();
}

std::string filled_text(std::string_view source, PlaceValues const& values)
{
    return lines_of(fill(test::expect_success(parse_template(source, "fr")), values, {}).document);
}

std::vector<std::string_view> codes(std::vector<Place const*> const& places)
{
    std::vector<std::string_view> found;
    for (auto const* place : places)
        found.push_back(place->code);
    return found;
}

/// As it is printed: by pdftotext from our PDF, by python-docx from our DOCX.
void check_paper(FilledTerms const& terms)
{
    auto const pdf = formats::outside::pdf_text(formats::write_pdf(terms.document));
    auto const docx = formats::outside::docx_text(formats::write_docx(terms.document));
    for (auto const& paper : { pdf, docx })
        for (auto const mark : { "[", "]", "{", "}", "…" })
            CHECK_FALSE_MESSAGE(contains(paper, mark), mark, " in ", paper);
}

struct Sample {
    std::string name;
    std::string code;
    TermsFacts facts;
};

std::vector<Sample> samples()
{
    return { { "co-coordination-nutrition", "co-coordination.fr", nutrition() }, { "co-coordination-north", "co-coordination.fr", food_security_in_the_north() },
        { "co-coordination-english", "co-coordination.en", nutrition() }, { "engagement-filled", "engagement.fr", nutrition() },
        { "engagement-blank", "engagement.fr", without_engagement(nutrition()) }, { "engagement-english", "engagement.en", nutrition() },
        { "pool-coordinator", "pool-coordinator.fr", donors_pool() }, { "working-group", "working-group.fr", working_group() }, { "thematic-group", "thematic-group.fr", thematic_group() } };
}

} // namespace

TEST_CASE("every shipped template is a sound template, and its samples leave nothing to fill in a sentence")
{
    for (auto const& shipped : shipped_templates())
        CHECK_MESSAGE(parse_template(source_of(shipped), shipped.language), shipped.code);
    for (auto const& sample : samples()) {
        CAPTURE(sample.name);
        auto const terms = filled(sample.code, sample.facts);
        for (auto const* place : terms.missing)
            FAIL_CHECK("missing: " << place->code);
        check_paper(terms);
    }
}

TEST_CASE("the words of the documents are those of the golden files (TOGUNA_UPDATE_GOLDEN=1 accepts a change)")
{
    for (auto const& sample : samples()) {
        auto const path = "src/terms/golden/" + sample.name + ".md";
        auto const written = lines_of(filled(sample.code, sample.facts).document);
        if (std::getenv("TOGUNA_UPDATE_GOLDEN"))
            std::ofstream(path) << written;
        std::ifstream golden(path);
        CHECK_MESSAGE(written == std::string(std::istreambuf_iterator<char>(golden), {}), path);
    }
}

TEST_CASE("changing the agency once changes it in every paragraph of two clusters")
{
    for (auto facts : { nutrition(), food_security_in_the_north() }) {
        auto const before = *facts.lead_agency;
        facts.lead_agency = Party { "Organisation mondiale de la Santé", "OMS" };
        auto const terms = filled("co-coordination.fr", facts);
        auto const pdf = formats::outside::pdf_text(formats::write_pdf(terms.document));
        CHECK_FALSE(contains(pdf, before.acronym));
        CHECK_FALSE(contains(pdf, before.name));
        CHECK(contains(pdf, "aider l’OMS"));
        CHECK(contains(pdf, "L’Organisation mondiale de la Santé (OMS)"));
        CHECK_FALSE(contains(formats::outside::docx_text(formats::write_docx(terms.document)), before.acronym));
    }
}

TEST_CASE("a national and a regional co-coordination of one cluster are two documents")
{
    auto regional = nutrition();
    regional.level = bodies::label_of(bodies::MandateLevel::Regional);
    regional.areas = { "Sahel" };
    CHECK(contains(lines_of(filled("co-coordination.fr", nutrition()).document), "# Co-coordination du cluster Nutrition au niveau national\n"));
    auto const text = lines_of(filled("co-coordination.fr", regional).document);
    CHECK(contains(text, "au niveau régional"));
    CHECK(contains(text, "Sahel"));
}

TEST_CASE("what is missing is named, and never a bracket in the document")
{
    auto facts = nutrition();
    facts.co_agency.reset();
    facts.norm.reset();
    facts.signed_on.reset();
    auto const terms = filled("co-coordination.fr", facts);
    CHECK_FALSE(terms.is_complete());
    CHECK(codes(terms.missing) == std::vector<std::string_view> { "co_agency_name", "norm", "co_agency" });
    CHECK(codes(terms.by_hand) == std::vector<std::string_view> { "co_agency_name", "signed_on" });
    CHECK(contains(lines_of(terms.document), "de ……………………"));
    auto forgotten = nutrition();
    forgotten.lead_agency = Party { "[l’agence chef de file]", "[X]" };
    CHECK(codes(filled("co-coordination.fr", forgotten).missing) == std::vector<std::string_view> { "lead_agency_name", "lead_agency" });
}

TEST_CASE("the engagement form fits one A4 page, blank with dots and filled, with its eight commitments ticked")
{
    for (auto const& [facts, is_blank] : { std::pair(nutrition(), false), std::pair(without_engagement(nutrition()), true) }) {
        for (auto const code : { "engagement.fr", "engagement.en" }) {
            auto const terms = filled(code, facts);
            CHECK(terms.is_complete());
            auto const pdf = formats::write_pdf(terms.document);
            auto const properties = formats::outside::pdf_properties(pdf);
            CHECK(contains(properties, "Pages:           1"));
            CHECK(contains(properties, "(A4)"));
            auto const text = formats::outside::pdf_text(pdf);
            CHECK(std::count(text.begin(), text.end(), '.') > (is_blank ? 300 : 0));
            CHECK(contains(text, "Save the Children") == !is_blank);
        }
    }
    auto const form = lines_of(filled("engagement.fr", nutrition()).document);
    for (auto const responsibility : bodies::responsibilities())
        CHECK(contains(form, "☒ **" + words_of("fr")(bodies::label_of(responsibility)) + "**"));
}

TEST_CASE("a template is refused with its line when it names an unknown place, leaves a block open or would print a bracket")
{
    CHECK(contains(refusal("# Titre\n\n{{ agense }}"), "Line 3: nobody knows the place “agense”"));
    CHECK(contains(refusal("a\n{{#if zone}}\nb"), "Line 2: this block is not closed"));
    CHECK(contains(refusal("a\n{{/if}}"), "Line 2: this closes a block"));
    CHECK(contains(refusal("{{#each engagements}}{{#if zone}}{{/each}}{{/if}}"), "this closes a block"));
    CHECK(contains(refusal("a\n\nLe cluster [X]"), "Line 3: “[” would be printed"));
    CHECK(contains(refusal("a { b"), "“{” would be printed"));
    CHECK(contains(refusal("{{ zone"), "two braces open a place"));
    CHECK(contains(refusal("{{ fonction }}"), "inside"));
    CHECK(contains(refusal("{{ fonctions }}"), "is a list"));
    CHECK(contains(refusal("{{#each zone}}{{/each}}"), "is one thing"));
    CHECK(contains(refusal("  \n "), "Write the text"));
    CHECK(contains(refusal(std::string(longest_template + 1, 'a')), "60,000"));
    std::string deep;
    for (int level = 0; level < 5000; ++level)
        deep += "{{#if zone}}";
    CHECK(contains(refusal(deep), "too deep"));
    CHECK(contains(refusal("{{ lead agency }}", "fr"), "nobody knows"));
    CHECK(refusal("{{ lead agency }}", "en").empty());
    CHECK(refusal("- [ ] case\n- [x] cochée").empty());
}

TEST_CASE("places forgive accents, case and apostrophes, and take the articles that stand before them")
{
    PlaceValues values;
    values.set("lead_agency", organization_noun("", "UNICEF"));
    values.set("country", country_noun("Mali"));
    CHECK(contains(filled_text("{{ De l'Agence chef de file }} {{ à agence chef de file }} {{en pays}}", values), "De l’UNICEF à l’UNICEF au Mali"));
    values.set("lead_agency", organization_noun("Programme alimentaire mondial", "PAM"));
    CHECK(contains(filled_text("{{ de l'agence chef de file }}, {{ L’agence chef de file }}", values), "du PAM, Le PAM"));
}

TEST_CASE("a value is never read as a mark of the template")
{
    PlaceValues values;
    values.set("body", "# Groupe *A* | B **C** {{ zone }} 1. x");
    values.set("area", "- Nord\n- Sud");
    auto const text = filled_text("{{ instance }}\n\n| {{ instance }} | {{ zone }} |\n|---|---|\n| a | b |", values);
    CHECK(contains(text, "\n# Groupe *A* | B **C** {{ zone }} 1. x\n"));
    CHECK(contains(text, "| # Groupe *A* | B **C** {{ zone }} 1. x | - Nord\n- Sud |"));
}

TEST_CASE("a charter of several lines keeps its paragraphs and its list")
{
    PlaceValues values;
    values.set("objectives", "Agir ensemble *toujours*\n- Éviter les doublons\n- # Couvrir\n\nEt rendre compte");
    CHECK(filled_text("{{#if objectifs}}\n{{ objectifs }}\n{{/if}}\nFin", values) == "# \nAgir ensemble *toujours*\n- Éviter les doublons\n- # Couvrir\nEt rendre compte\nFin\n");
}

TEST_CASE("conditions, repetitions, lists, tables and form lines make the blocks that were meant")
{
    PlaceValues values;
    values.add("members", { { "member", Noun { "PAM" } } });
    values.add("members", { { "member", Noun { "AER" } } });
    values.set("duty_station", "Mopti");
    auto const text = filled_text("# Titre\n## Un\n{{#si zone}}\nnon\n{{sinon}}\noui {{! remarque }}\n{{/si}}\n\n{{#chaque membres}}\n1. {{ membre }}\n{{/chaque}}\n\nLieu : .... {{ lieu d'affectation }}\nDate : ....\n---\n"
                                  "- [ ] a\n- [x] b\n  suite\n\n___ Pour A | Nom\n___ Pour B | Nom\n\nligne\nsuivante **forte** et *penchée*, l'eau : oui",
        values);
    CHECK(text == "# Titre\n## Un\noui\n1. PAM\n2. AER\nLieu\u00A0: ____ Mopti\nDate\u00A0: ____ \n---\n☐ a\n☒ b suite\n| Pour A | Pour B |\n| Nom \n\n | Nom \n\n |\nligne suivante **forte** et penchée, l’eau\u00A0: oui\n");
}
