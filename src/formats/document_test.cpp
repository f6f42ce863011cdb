#include "formats/document.hpp"

#include "formats/clean_text.hpp"
#include "formats/docx_body.hpp"
#include "formats/outside_reader.hpp"
#include "formats/sample_plan.hpp"
#include "formats/tone.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <pugixml.hpp>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

using namespace toguna;
using namespace toguna::formats;

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::size_t count_of(std::string_view text, std::string_view part)
{
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

/// The words of cells, which a page may break into lines anywhere.
std::vector<std::string> words_of(DocumentTable const& table)
{
    std::vector<std::string> words;
    for (auto const& row : table.rows)
        for (auto const& cell : row.cells)
            for (auto const& paragraph : cell.paragraphs)
                for (auto const& run : paragraph) {
                    std::string word;
                    for (char const character : run.text + " ") {
                        bool const is_letter = character != ' ' && character != '\n';
                        if (is_letter)
                            word += character;
                        else if (!word.empty())
                            words.push_back(office_text(std::exchange(word, {})));
                    }
                }
    return words;
}

Document with(DocumentTable table)
{
    auto document = sample::plan();
    document.blocks = { std::move(table) };
    return document;
}

/// One element a line, so that a difference can be read.
std::string indented(std::string const& xml)
{
    pugi::xml_document document;
    REQUIRE(document.load_string(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata_single));
    std::ostringstream out;
    document.save(out, " ");
    return std::move(out).str();
}

/// Relative luminance and contrast as WCAG 2.2 defines them.
double luminance(std::uint32_t colour)
{
    auto const linear = [](std::uint32_t channel) {
        auto const value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour >> 16 & 0xFF) + 0.7152 * linear(colour >> 8 & 0xFF) + 0.0722 * linear(colour & 0xFF);
}

double contrast(std::uint32_t ink, std::uint32_t ground)
{
    auto const lighter = std::max(luminance(ink), luminance(ground));
    auto const darker = std::min(luminance(ink), luminance(ground));
    return (lighter + 0.05) / (darker + 0.05);
}

std::string const hostile = std::string("bell\x07 nul") + std::string(1, '\0') + " escape\x1B[0m stray\xFF surrogate\xED\xA0\x80 overlong\xC0\xAF end";

} // namespace

TEST_CASE("text that no file format can hold is dropped or replaced, the rest stays")
{
    CHECK(clean_text("a\x01" "b\tc\r\nd\re") == "ab c\nd\ne");
    CHECK(clean_text("\xFF" "é") == "\xEF\xBF\xBD" "é");
    CHECK(contains(clean_text(hostile), "bell nul escape[0m stray\xEF\xBF\xBD surrogate"));
    CHECK(clean_text("Quoi\u202F?") == "Quoi\u202F?");
    CHECK(office_text("Quoi\u202F?") == "Quoi\u00A0?");
}

TEST_CASE("the ink of every tone is readable on its ground, in colour and as a photocopy")
{
    for (auto const tone : { Tone::None, Tone::Heading, Tone::Section, Tone::Good, Tone::Satisfactory, Tone::Unsatisfactory, Tone::Weak, Tone::Muted }) {
        auto const look = look_of(tone);
        CAPTURE(tone_name(tone));
        CHECK(contrast(look.ink, look.ground) >= 4.5);
    }
    CHECK(contrast(quiet_ink, 0xFFFFFF) >= 4.5);
    CHECK(luminance(look_of(Tone::Good).ground) > luminance(look_of(Tone::Weak).ground));
}

TEST_CASE("the same document gives the same bytes, whenever it is written")
{
    CHECK(write_docx(sample::plan()) == write_docx(sample::plan()));
    CHECK(write_pdf(sample::plan()) == write_pdf(sample::plan()));
}

TEST_CASE("every word of a plan can be found in its PDF")
{
    auto const text = outside::pdf_text(write_pdf(sample::plan()));
    for (auto const& word : words_of(sample::plan_table()))
        if (!contains(text, word.substr(0, word.find("\u00A0")))) // a reader may turn that space into a plain one
            FAIL_CHECK("missing in the PDF: " << word);
    CHECK(contains(text, "Plan d’action du Cluster Abris – 2026"));
    CHECK(contains(text, "Page 1 / 2"));
    CHECK(contains(text, "Page 2 / 2"));
    CHECK(contains(text, "Toguna · état au 23 novembre 2026"));
}

TEST_CASE("a PDF says its title, its day, its language and its structure")
{
    auto const pdf = write_pdf(sample::plan());
    auto const properties = outside::pdf_properties(pdf);
    CHECK(contains(properties, "Plan d’action du Cluster Abris – 2026"));
    CHECK(contains(properties, "Mon Nov 23 03:10:00 2026"));
    CHECK(contains(properties, "Tagged:          yes"));
    CHECK(contains(properties, "(A4)"));
    CHECK(contains(pdf, "/Lang (fr-FR)"));
    auto const structure = outside::output_of("pdfinfo -struct-text", pdf);
    CHECK(contains(structure, "Table"));
    CHECK(contains(structure, "Hebdomadaire"));
    CHECK_FALSE(contains(structure, "Error"));
}

TEST_CASE("a table of 200 rows repeats its head on every page and loses no row")
{
    DocumentTable table { { 1, 3, 1 }, { sample::head() }, "" };
    for (int row = 1; row <= 200; ++row)
        table.rows.push_back({ { sample::cell(fmt::format("Défi{}.", row)), sample::cell("Réunir les membres du groupe"), sample::cell("Août") } });
    auto const pdf = write_pdf(with(table));
    auto const text = outside::pdf_text(pdf);
    for (int row = 1; row <= 200; ++row)
        CHECK(contains(text, fmt::format("Défi{}.", row)));
    auto const pages = count_of(text, "\f");
    CHECK(pages >= 4);
    CHECK(count_of(text, "Actions proposées") == pages);
}

TEST_CASE("a cell longer than a page continues on the next pages without losing a word")
{
    std::string text;
    for (int word = 0; word < 1500; ++word)
        text += fmt::format("mot{} ", word);
    DocumentTable const table { { 1, 1, 1 }, { sample::head(), { { sample::cell("court"), sample::cell(text), sample::cell("Continue") } } }, "" };
    auto const pdf_words = outside::pdf_text(write_pdf(with(table)));
    for (int word = 0; word < 1500; ++word)
        CHECK(contains(pdf_words, fmt::format("mot{}", word)));
    CHECK(contains(outside::docx_text(write_docx(with(table))), "mot1499"));
}

TEST_CASE("a merged cell that outlasts its page continues beside its rows")
{
    DocumentTable table { { 1, 1, 1 }, { sample::head() }, "" };
    std::vector<std::string> actions;
    for (int action = 0; action < 150; ++action)
        actions.push_back(fmt::format("Étape{};", action));
    table.rows.push_back({ { sample::cell("Premier"), sample::list_cell(actions, 120), sample::cell("Juin") } });
    for (int row = 1; row < 120; ++row)
        table.rows.push_back({ { sample::cell(fmt::format("Gap{};", row)), sample::cell("Juin") } });
    table.rows.push_back({ { sample::cell("Dernier"), sample::cell("Fin"), sample::cell("Août") } });
    auto const text = outside::pdf_text(write_pdf(with(table)));
    for (int action = 0; action < 150; ++action)
        CHECK(contains(text, fmt::format("Étape{};", action)));
    for (int row = 1; row < 120; ++row)
        CHECK(contains(text, fmt::format("Gap{};", row)));
    CHECK(contains(text, "Dernier"));
}

TEST_CASE("a section never stands alone at the foot of a page")
{
    for (int rows = 20; rows < 45; ++rows) {
        DocumentTable table { { 1, 1, 1 }, { sample::head() }, "" };
        for (int row = 0; row < rows; ++row)
            table.rows.push_back({ { sample::cell("Gap"), sample::cell("Action"), sample::cell("Juin") } });
        table.rows.push_back({ { sample::cell_across("Redevabilité", 3) } });
        table.rows.push_back({ { sample::cell("Suivant"), sample::cell("Action"), sample::cell("Juin") } });
        auto const text = outside::pdf_text(write_pdf(with(table)));
        auto const section = text.find("Redevabilité");
        CHECK_FALSE(contains(std::string_view(text).substr(section, text.find("Suivant") - section), "\f"));
    }
}

TEST_CASE("hostile and foreign text breaks no file")
{
    DocumentTable table { { 1, 1 }, { { { sample::cell("Texte", Tone::Heading), sample::cell("Autre", Tone::Heading) }, true } }, "<Tableau> & \"Co\"" };
    for (auto const& text : { hostile, std::string(10'000, 'x'), std::string("🙂👩🏽‍🌾 été"), std::string("مرحبا بالعالم"), std::string("ߒߞߏ ߞߊ߲"), std::string("= + - @"), std::string("ligne\nsuivante"),
             std::string("]]> <b>&amp;</b> \" '") })
        table.rows.push_back({ { sample::cell(text), sample::list_cell({ text, "fin" }) } });
    table.rows.push_back({ {} });
    table.rows.push_back({ { { .paragraphs = { {} }, .column_span = 40, .row_span = 900 } } });
    auto const document = with(table);
    CHECK(contains(outside::pdf_text(write_pdf(document)), "bell nul"));
    auto const docx = outside::docx_text(write_docx(document));
    CHECK(contains(docx, "]]> <b>&amp;</b> \" '"));
    CHECK(contains(docx, std::string(10'000, 'x')));
    CHECK(contains(docx, "مرحبا بالعالم"));
    auto const html = write_html(document).markup();
    CHECK(contains(html, "]]&gt; &lt;b&gt;&amp;amp;&lt;/b&gt;"));
    CHECK(contains(html, "ligne<br>suivante"));
    CHECK_FALSE(contains(html, "<b>"));
}

TEST_CASE("an empty document is still a document")
{
    Document const nothing {};
    CHECK(contains(outside::pdf_properties(write_pdf(nothing)), "Pages:           1"));
    CHECK(contains(outside::docx_text(write_docx(nothing)), "footer:"));
    CHECK(write_html(nothing).empty());
    CHECK(contains(outside::pdf_properties(write_pdf(with({ {}, {}, "" }))), "Pages:           1"));
}

TEST_CASE("Word finds real styles, a table with merged cells, header and footer in a DOCX")
{
    auto const plan = outside::docx_text(write_docx(sample::plan()));
    CHECK(contains(plan, "title=Plan d’action du Cluster Abris – 2026 author=Coordination du Cluster Abris language=fr-FR created=2026-11-23 03:10:00"));
    CHECK(contains(plan, "Title: Plan d’action du Cluster Abris – 2026\nSubtitle: République de Sibara · version du 23 novembre 2026\n"));
    CHECK(contains(plan, "table 0: 25 x 3 Table Grid\n"));
    CHECK(contains(plan, "Suivi et évaluation | Suivi et évaluation | Suivi et évaluation\n"));
    CHECK(contains(plan, "Faible participation des organisations nationales | Partager les informations par un bulletin d’une page\u00A0; / Conduire"));
    CHECK(contains(plan, "header: Cluster Abris, Sibara\n"));
    CHECK(contains(plan, "footer: Toguna · état au 23 novembre 2026 -> Page "));

    auto const report = outside::docx_text(write_docx(sample::report()));
    for (auto const* line : { "Lead: Douze", "Heading 1: Où en sommes-nous\u00A0?", "Normal: Le taux d’exécution est de 72,65\u00A0%, contre", "List Bullet: Le livret",
             "Heading 2: Prochaines étapes", "List Number: Publier le bulletin.", "Caption: État des actions", "Small: Source" })
        CHECK(contains(report, line));
}

TEST_CASE("a page of the same document has headings, scopes, spans and tones for its readers")
{
    auto const plan = write_html(sample::plan()).markup();
    CHECK(contains(plan, "<thead>\n<tr><th scope=\"col\" class=\"tone-heading\">Défis et gaps</th>"));
    CHECK(contains(plan, "<th scope=\"rowgroup\" colspan=\"3\" class=\"tone-section\">Suivi et évaluation</th>"));
    CHECK(contains(plan, "<td rowspan=\"3\"><ul><li>Partager"));
    CHECK(contains(plan, "<tr><td>Faible participation des organisations nationales</td></tr>"));
    CHECK(count_of(plan, "<tbody>") == count_of(plan, "</tbody>"));

    auto const report = write_html(sample::report()).markup();
    CHECK(contains(report, "<h2>Où en sommes-nous"));
    CHECK(contains(report, "<h3>Prochaines étapes</h3>"));
    CHECK(contains(report, "<strong>72,65\u00A0%</strong>"));
    CHECK(contains(report, "<caption>État des actions</caption>"));
    CHECK(contains(report, "<td class=\"tone-weak\">Faible</td>"));
}

TEST_CASE("a form has dots where somebody must write, what is known where it is known, and its boxes ticked or empty")
{
    auto document = sample::report();
    document.blocks = { FormLine { "Nom de l’organisation\u00A0:" }, FormLine { "Valable jusqu’au\u00A0:", "31 décembre 2026" },
        FormLine { "Observations de l’organisation, de la coordination, du secrétariat et des membres présents à la réunion\u00A0:" },
        List { { { { "Réunions" } }, { { "Allocations" } } }, false, { true, false } } };
    auto const pdf = outside::pdf_text(write_pdf(document));
    CHECK(contains(pdf, "Nom de l’organisation"));
    CHECK(contains(pdf, "......................................"));
    CHECK(contains(pdf, "31 décembre 2026"));
    CHECK(contains(pdf, "☒"));
    CHECK(contains(pdf, "☐"));
    auto const docx = docx::body(document).document_xml;
    CHECK(count_of(docx, "w:leader=\"dot\"") == 3);
    CHECK(contains(docx, "100001"));
    CHECK(contains(docx, "100002"));
    auto const html = write_html(document).markup();
    CHECK(contains(html, "<span class=\"blank\"></span>"));
    CHECK(contains(html, "<strong>31 décembre 2026</strong>"));
    CHECK(contains(html, "<ul class=\"ticks\">\n<li>☒ Réunions</li>"));
}

TEST_CASE("the words of a report as DOCX are those of the golden file (TOGUNA_UPDATE_GOLDEN=1 accepts a change)")
{
    static constexpr auto golden_path = "src/formats/golden/report.document.xml";
    auto const written = indented(docx::body(sample::report()).document_xml);
    if (std::getenv("TOGUNA_UPDATE_GOLDEN"))
        std::ofstream(golden_path) << written;
    std::ifstream golden(golden_path);
    CHECK(written == std::string(std::istreambuf_iterator<char>(golden), {}));
}
