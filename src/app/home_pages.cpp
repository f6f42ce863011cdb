#include "app/home_pages.hpp"

#include "accounts/store.hpp"
#include "app/about.html.hpp"
#include "app/demo/people.hpp"
#include "app/export_pages.hpp"
#include "app/front.html.hpp"
#include "app/home_reading.hpp"
#include "app/home.html.hpp"
#include "journal/event.hpp"
#include "web/assets.hpp"
#include "web/configuration.hpp"
#include "web/layout.hpp"
#include "web/session.hpp"
#include "web/style_guide.hpp"

namespace toguna::app {

namespace {

std::vector<FrontVisitor> front_visitors(web::Localization const& language)
{
    std::vector<FrontVisitor> visitors;
    for (auto const& visitor : demo::visitors())
        visitors.push_back({ std::string(visitor.key), std::string(demo::find_demo_person(visitor.key)->name), language(visitor.role) });
    return visitors;
}

Result<web::Reply> show_front(web::Context& context)
{
    FrontView view;
    view.is_set_up = TRY(context.db.read([](db::Reader const& reader) { return accounts::count_accounts(reader); })) > 0;
    if (context.configuration.demo && view.is_set_up)
        view.visitors = front_visitors(context.language);
    return web::page(context, { context.language.t("Who does what, and by when"), {}, "/", html::front(view, context.templates()) });
}

/// GET / — « Que dois-je faire ? »
Result<web::Reply> show_home(web::Request const&, web::Context& context)
{
    if (!context.visitor)
        return show_front(context);
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const view = home_view(TRY(read_home(reader, *context.visitor, context.today())), context.language);
        return web::page(context, { context.language.t("What do I have to do?"), {}, "/", html::home(view, context.templates()) });
    });
}

/// GET /about
Result<web::Reply> show_about(web::Request const&, web::Context& context)
{
    auto const& language = context.language;
    AboutView view;
    view.facts = { { language.t("Version"), web::escaped(TOGUNA_VERSION) }, { language.t("Licence"), web::escaped(language.t("Apache 2.0: free to use, study, change and share")) },
        { language.t("Time zone"), web::escaped(context.time_zone()) } };
    view.may_export = context.visitor && context.visitor->administrator;
    return web::page(context, { language.t("About Toguna"), { { language.t("Home"), "/" } }, {}, html::about(view, context.templates()) });
}

/// Both GET, for the printed links, and POST, for the buttons of the front page. Only the demonstration has such doors.
Result<web::Reply> create_demonstration_session(web::Request const& request, web::Context& context)
{
    auto const* person = demo::find_demo_person(request.parameters.at("person"));
    if (!context.configuration.demo || !person)
        return fail(ErrorKind::NotFound, tr("This page does not exist."), "one-click sign-in outside of the demonstration");
    return context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        auto const found = TRY(accounts::find_account_by_email(tx, demo::email_of(*person)));
        if (!found || found->account.closed)
            return fail(ErrorKind::NotFound, tr("{name} has no account in this installation. Fill an empty one with « toguna demo ».", { { "name", person->name } }));
        auto const& account = found->account;
        auto const secret = TRY(web::start_session(tx, account.id.text(), context.now, context.chance));
        TRY(accounts::record_sign_in(tx, account.id, context.now));
        journal::Event const event { .kind = "accounts.signed_in", .object = account.id.text(), .after = R"({"by":"demonstration"})" };
        TRY(journal::record_event(tx, { account.id.text(), account.person.text(), account.name }, event, context.now, context.chance));
        auto reply = web::see_other("/");
        web::put_session_cookie(reply, request, secret);
        return reply;
    });
}

/// Pages about people's work are not for search engines.
Result<web::Reply> show_robots(web::Request const&, web::Context&)
{
    return web::Reply { 200, "text/plain; charset=utf-8", "User-agent: *\nDisallow: /\n" };
}

/// Browsers that do not read <link rel="icon"> ask for this address.
Result<web::Reply> show_favicon(web::Request const&, web::Context&) { return web::see_other(web::asset_path("favicon.svg")); }

} // namespace

web::Feature feature()
{
    using enum web::Method;
    web::Feature feature { .name = "app",
        .routes = {
            { Get, "/", show_home, web::anyone() },
            { Get, "/about", show_about, web::anyone() },
            { Get, "/demo/sign-in/:person", create_demonstration_session, web::anyone() },
            { Post, "/demo/sign-in/:person", create_demonstration_session, web::anyone() },
            { Get, "/robots.txt", show_robots, web::anyone() },
            { Get, "/favicon.ico", show_favicon, web::anyone() },
        },
        .menu = { { tr("Home"), "/" } } };
    for (auto const& group : { export_routes(), web::style_guide_routes() })
        feature.routes.insert(feature.routes.end(), group.begin(), group.end());
    return feature;
}

} // namespace toguna::app
