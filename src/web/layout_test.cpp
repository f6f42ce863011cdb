#include "web/configuration.hpp"
#include "web/feature.hpp"
#include "web/layout.hpp"
#include "web/style_guide.hpp"

#include "support/engines.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::web;

namespace {

/// A signed-in coordinator in front of a page; `change` makes it somebody else or another moment.
void with_context(std::function<void(Context&)> const& body)
{
    test::for_each_empty_engine([&](db::Database& database) {
        Configuration const configuration;
        SeededChance chance(1);
        Authorizer const authorizer = [](auto const&, auto const*, auto, auto, auto) { return Result<void>(); };
        std::vector<MenuEntry> const menu { { tr("Home"), "/" }, { tr("Tables"), "/administration", true } };
        Context context { database, configuration, chance, *Instant::from_iso("2026-11-23T10:00:00Z"), localization("fr"), localization("fr", Medium::File),
            Visitor { "account", "person", "Aminata <Sawadogo>", false }, "secret", "", authorizer, menu };
        body(context);
    });
}

bool has(std::string const& body, std::string_view text) { return body.find(text) != std::string::npos; }

int count(std::string const& body, std::string_view text)
{
    int found = 0;
    for (auto at = body.find(text); at != std::string::npos; at = body.find(text, at + 1))
        ++found;
    return found;
}

Page plan_page()
{
    Page content;
    content.title = "Plan d’action 2026";
    content.trail = { { "Accueil", "/" }, { "Cluster Nutrition", "/bodies/nut" } };
    content.active_menu = "/";
    content.content = SafeHtml::trusted("<p>Contenu</p>");
    return content;
}

} // namespace

TEST_CASE("a page says its language, its title once as heading, and who is signed in")
{
    with_context([](Context& context) {
        auto const reply = page(context, plan_page());
        CHECK(reply.status == 200);
        CHECK(has(reply.body, "<html lang=\"fr\">"));
        CHECK(has(reply.body, "<title>Plan d’action 2026 – Toguna</title>"));
        CHECK(count(reply.body, "<h1>") == 1);
        CHECK(has(reply.body, "Aminata &lt;Sawadogo&gt;"));
        CHECK(has(reply.body, "<a href=\"/\" aria-current=\"page\">Accueil</a>"));
        CHECK(has(reply.body, "<a href=\"/language/en\" lang=\"en\" hreflang=\"en\">English</a>"));
        CHECK(has(reply.body, "name=\"csrf\" value=\"secret\""));
        CHECK(has(reply.body, "class=\"skip\" href=\"#content\""));
    });
}

TEST_CASE("the frame of a page costs less than three kilobytes before compression")
{
    with_context([](Context& context) { CHECK(page(context, plan_page()).body.size() < 3000); });
}

TEST_CASE("a page with errors says so in its title, before anything else")
{
    with_context([](Context& context) {
        auto content = plan_page();
        content.has_errors = true;
        CHECK(has(page(context, content, 422).body, "<title>Erreur\u00A0: Plan d’action 2026 – Toguna</title>"));
    });
}

TEST_CASE("the menu shows administration to administrators only, and nothing to strangers")
{
    with_context([](Context& context) {
        CHECK_FALSE(has(page(context, plan_page()).body, "/administration"));
        context.visitor->administrator = true;
        CHECK(has(page(context, plan_page()).body, "/administration"));
        context.visitor.reset();
        auto const stranger = page(context, plan_page()).body;
        CHECK_FALSE(has(stranger, "class=\"menu\""));
        CHECK(has(stranger, "href=\"/sign-in\""));
    });
}

TEST_CASE("a page opened from a personal link shows neither menu nor account, whoever is signed in")
{
    with_context([](Context& context) {
        auto content = plan_page();
        content.bare = true;
        auto const body = page(context, content).body;
        CHECK_FALSE(has(body, "class=\"menu\""));
        CHECK_FALSE(has(body, "Aminata"));
        CHECK_FALSE(has(body, "/sign-in"));
    });
}

TEST_CASE("what was just recorded is said once, to everybody's ears")
{
    with_context([](Context& context) {
        context.notice = "Enregistré.";
        CHECK(has(page(context, plan_page()).body, "<p class=\"notice\" role=\"status\">Enregistré.</p>"));
    });
}

TEST_CASE("a refusal says what happened and what to do; a fault of ours gives a reference")
{
    with_context([](Context& context) {
        auto const missing = error_page(context, { ErrorKind::NotFound, tr("This page does not exist.") }, "a1b2c3");
        CHECK(missing.status == 404);
        CHECK(has(missing.body, "<h1>Page introuvable</h1>"));
        CHECK(has(missing.body, "Cette page n’existe pas."));
        CHECK_FALSE(has(missing.body, "a1b2c3"));
        auto const fault = error_page(context, { ErrorKind::Internal, tr("This page does not exist."), {}, "secret detail" }, "a1b2c3");
        CHECK(fault.status == 500);
        CHECK(has(fault.body, "Référence à citer\u00A0: a1b2c3"));
        CHECK_FALSE(has(fault.body, "secret detail"));
    });
}

TEST_CASE("the error summary leads to each field, and is not there when nothing is wrong")
{
    with_context([](Context& context) {
        Error const error { ErrorKind::Invalid, tr("This cannot be accepted"), { { "title", tr("Note") }, { "due", tr("Due") } } };
        auto const summary = error_summary(context, error).markup();
        CHECK(has(summary, "<a href=\"#title\">Note</a>"));
        CHECK(has(summary, "<a href=\"#due\">Échéance</a>"));
        CHECK(has(summary, "Il y a un problème"));
        CHECK(error_summary(context, { ErrorKind::Invalid, {} }).empty());
        CHECK(has(error_summary(context, { ErrorKind::Invalid, tr("Note") }).markup(), "<li>Note</li>"));
    });
}

TEST_CASE("the pages of a list keep its filters and skip what is far away")
{
    with_context([](Context& context) {
        Request request;
        request.path = "/actions";
        request.query.add("body", "n&t");
        request.query.add("page", "5");
        auto const links = pagination_links(context, request, paginate(1200, "5")).markup();
        CHECK(has(links, "href=\"/actions?body=n%26t&amp;page=6\""));
        CHECK(has(links, "<b aria-current=\"page\">5</b>"));
        CHECK(count(links, "<li>…</li>") == 2);
        CHECK(has(links, "Lignes 101 à 125 sur 1\u202F200"));
        CHECK(pagination_links(context, request, paginate(25, "")).empty());
    });
}

TEST_CASE("the style guide exists in a demonstration only")
{
    with_context([](Context& context) { CHECK(show_style_guide({}, context).error().kind == ErrorKind::NotFound); });
    with_context([](Context& context) {
        Configuration demonstration;
        demonstration.demo = true;
        Context with_demo { context.db, demonstration, context.chance, context.now, context.language, context.file_language, {}, "", "", context.authorizer, context.menu };
        CHECK(show_style_guide({}, with_demo)->body.size() < 14'000);
    });
}
