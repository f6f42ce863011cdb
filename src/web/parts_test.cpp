#include "web/choice_field.html.hpp"
#include "web/layout_view.hpp"
#include "web/style_guide.hpp"
#include "web/style_guide.html.hpp"
#include "web/text_area.html.hpp"
#include "web/text_field.html.hpp"

#include <doctest/doctest.h>

#include <regex>
#include <set>

using namespace toguna;
using namespace toguna::web;

namespace {

TemplateContext const french_page { localization("fr"), "secret" };

bool has(SafeHtml const& html, std::string_view text) { return html.markup().find(text) != std::string::npos; }

std::vector<std::string> all_matches(std::string const& text, char const* pattern)
{
    std::regex const expression(pattern);
    std::vector<std::string> found;
    for (std::sregex_iterator match(text.begin(), text.end(), expression), end; match != end; ++match)
        found.push_back((*match)[1]);
    return found;
}

} // namespace

TEST_CASE("a field that is wrong says so beside it, and a screen reader hears it with the hint")
{
    TextField const field { { .name = "people", .label = "Personnes", .hint = "Un nombre", .error = "Écrivez un nombre." }, "<vingt>" };
    auto const html = part::text_field(field, french_page);
    CHECK(has(html, "aria-describedby=\"people-hint people-error\""));
    CHECK(has(html, "aria-invalid=\"true\""));
    CHECK(has(html, "<span class=\"unseen\">Erreur\u00A0:</span> Écrivez un nombre."));
    CHECK(has(html, "value=\"&lt;vingt&gt;\""));
    CHECK_FALSE(has(html, "facultatif"));
}

TEST_CASE("an optional field is marked in words, never by an asterisk")
{
    auto const html = part::text_field(TextField { { .name = "note", .label = "Note", .optional = true } }, french_page);
    CHECK(has(html, "(facultatif)"));
    CHECK_FALSE(has(html, "*"));
}

TEST_CASE("a text that starts with an empty line comes back as it was typed")
{
    CHECK(has(part::text_area(TextArea { { .name = "note", .label = "Note" }, "\nVu." }, french_page), ">\n\nVu.</textarea>"));
}

TEST_CASE("the error summary leads to the first of several choices")
{
    ChoiceField const field { { .name = "answer", .label = "État" }, { { "done", "Fait" }, { "blocked", "Bloqué" } }, { "blocked" } };
    auto const html = part::choice_field(field, french_page);
    CHECK(has(html, "id=\"answer\""));
    CHECK(has(html, "id=\"answer-2\" name=\"answer\" value=\"blocked\" type=\"radio\" checked"));
}

TEST_CASE("every field of the style guide has its label and every name on the page is used once")
{
    for (auto const* language : { "fr", "en" }) {
        TemplateContext const context { localization(language), "secret" };
        auto const html = part::style_guide(style_guide_view(context.language), context).markup();
        auto const ids = all_matches(html, " id=\"([^\"]+)\"");
        std::set<std::string> const unique(ids.begin(), ids.end());
        CHECK(unique.size() == ids.size());
        for (auto const& label : all_matches(html, "<label for=\"([^\"]+)\""))
            CHECK(unique.count(label) == 1);
        for (auto const& list : all_matches(html, "aria-describedby=\"([^\" ]+)"))
            CHECK(unique.count(list) == 1);
    }
}

TEST_CASE("every state has a word, a shape and a colour")
{
    std::set<std::string_view> classes;
    for (int look = 0; look <= static_cast<int>(Look::Weak); ++look)
        classes.insert(class_of(static_cast<Look>(look)));
    CHECK(classes.size() == 12);
}

TEST_CASE("a form carries its secret")
{
    CHECK(csrf_field(french_page).markup() == "<input type=\"hidden\" name=\"csrf\" value=\"secret\">");
    CHECK(csrf_field({ localization("fr"), "\"><b>" }).markup() == "<input type=\"hidden\" name=\"csrf\" value=\"&quot;&gt;&lt;b&gt;\">");
}

TEST_CASE("a list of 60 rows has three pages, and a page that does not exist gives the nearest")
{
    CHECK(paginate(60, "2").page == 2);
    CHECK(paginate(60, "2").pages == 3);
    CHECK(paginate(60, "99").page == 3);
    CHECK(paginate(60, "-4").page == 1);
    CHECK(paginate(60, "deux").page == 1);
    CHECK(paginate(0, "").pages == 1);
}
