#include "web/site.hpp"

#include "support/engines.hpp"
#include "web/assets.hpp"
#include "web/layout.hpp"
#include "web/log.hpp"
#include "web/once.hpp"
#include "web/transfer.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::web;
using test::expect_success;
using test::for_each_engine;

namespace {

Instant const morning = *Instant::from_iso("2026-11-23T08:00:00Z");

Result<Reply> show_form(Request const&, Context& context)
{
    return page(context, { .title = "Formulaire", .trail = {}, .active_menu = {}, .content = csrf_field(context.templates()) });
}

Result<Reply> show_plain(Request const&, Context& context)
{
    return page(context, { .title = "Accueil", .trail = {}, .active_menu = {}, .content = {}, .bare = true });
}

Result<Reply> receive_form(Request const& request, Context& context)
{
    return with_notice(request, context, see_other("/form"), tr("This page does not exist."));
}

Result<Reply> break_down(Request const&, Context&) { throw std::runtime_error("detail of a bug"); }

Feature pages_for_test()
{
    auto const object = [](db::Reader const&, Request const& request) -> Result<std::string> {
        if (request.parameters.at("body") == "unknown")
            return fail(ErrorKind::NotFound, tr("This page does not exist."));
        return request.parameters.at("body");
    };
    return { .name = "test",
        .routes = {
            { Method::Get, "/", show_plain, anyone() },
            { Method::Get, "/form", show_form, anyone() },
            { Method::Post, "/form", receive_form, anyone() },
            { Method::Get, "/r/:secret", show_form, personal_link() },
            { Method::Get, "/mine", show_plain, signed_in() },
            { Method::Get, "/settings", show_plain, administrator() },
            { Method::Get, "/bodies/:body", show_plain, by_right(Right { "edit" }, object) },
            { Method::Get, "/bug", break_down, anyone() },
        },
        .menu = { { tr("This page does not exist."), "/mine" } } };
}

/// A browser that keeps its cookies, before a site on a fresh database.
class Visit {
public:
    explicit Visit(db::Database& database)
        : m_site(SiteParts { .database = database,
            .configuration = m_configuration,
            .chance = system_chance(),
            .clock = [this] { return now; },
            .features = { feature(), pages_for_test() },
            .authorizer = [](db::Reader const&, Visitor const* visitor, Right, std::string_view object, Instant) -> Result<void> {
                if (visitor && object == "abris")
                    return {};
                return fail(ErrorKind::Forbidden, tr("This page does not exist."), "no mandate");
            },
            .find_visitor = [](db::Reader const&, std::string_view account) -> Result<std::optional<Visitor>> {
                if (account == "closed")
                    return std::nullopt;
                return Visitor { std::string(account), "", "Awa Ouédraogo", account == "administrator" };
            },
            .on_refused = [this](Request const&, Context const&, Error const&) { ++refusals; },
            .signing_key = "key of the test" })
    {
        set_up_log(LogFormat::Text, [this](std::string_view line) { log += line; });
        m_database = &database;
    }
    ~Visit() { set_up_log(LogFormat::Text, [](std::string_view) {}); }

    Reply get(std::string path, Method method = Method::Get)
    {
        Request request;
        request.method = method;
        return send(std::move(request), std::move(path));
    }
    Reply post(std::string path, std::vector<std::pair<std::string, std::string>> const& fields)
    {
        Request request;
        request.method = Method::Post;
        for (auto const& [name, value] : fields)
            request.form.add(name, value);
        return send(std::move(request), std::move(path));
    }
    void sign_in(std::string_view account)
    {
        cookies["toguna_session"] = expect_success(m_database->write([&](db::Transaction& tx) { return start_session(tx, account, now, system_chance()); }));
    }
    Site& site() { return m_site; }

    std::map<std::string, std::string> cookies;
    std::map<std::string, std::string> headers;
    Instant now = morning;
    int refusals = 0;
    std::string log;

private:
    Reply send(Request request, std::string path)
    {
        request.target = path;
        request.path = path.substr(0, path.find('?'));
        for (auto const& [name, value] : headers)
            request.headers[name] = value;
        for (auto const& [name, value] : cookies)
            request.headers["cookie"] += name + "=" + value + "; ";
        auto reply = m_site.handle(std::move(request));
        for (auto const& [name, value] : reply.headers)
            if (name == "Set-Cookie") {
                auto const equals = value.find('=');
                auto const text = value.substr(equals + 1, value.find(';') - equals - 1);
                if (text.empty())
                    cookies.erase(value.substr(0, equals));
                else
                    cookies[value.substr(0, equals)] = text;
            }
        return reply;
    }

    db::Database* m_database = nullptr;
    Configuration m_configuration;
    Site m_site;
};

std::string token_in(Reply const& reply)
{
    auto const at = reply.body.find("name=\"csrf\" value=\"");
    return at == std::string::npos ? "" : reply.body.substr(at + 19, reply.body.find('"', at + 19) - at - 19);
}

bool says(Reply const& reply, std::string_view words) { return reply.body.find(words) != std::string::npos; }

} // namespace

TEST_CASE("a visitor who sends back the page's form is heard, and reads the notice once")
{
    for_each_engine([](db::Database& database) {
        Visit visit(database);
        auto const token = token_in(visit.get("/form"));
        REQUIRE_FALSE(token.empty());
        CHECK(visit.post("/form", { { "csrf", token } }).status == 303);
        CHECK(says(visit.get("/form"), "role=\"status\""));
        CHECK_FALSE(says(visit.get("/form"), "role=\"status\""));
    });
}

TEST_CASE("a form without our token is refused, and what was typed comes back to be copied")
{
    for_each_engine([](db::Database& database) {
        Visit visit(database);
        auto const token = token_in(visit.get("/form"));
        Visit other(database);
        for (auto const& foreign : { std::string(), std::string("x"), token.substr(1), token_in(other.get("/form")) }) {
            auto const reply = visit.post("/form", { { "csrf", foreign }, { "note", "Trois jours de <texte>" }, { "password", "mil et mangues" } });
            CHECK(reply.status == 403);
            CHECK(says(reply, "Trois jours de &lt;texte&gt;"));
            CHECK_FALSE(says(reply, "mangues"));
        }
        visit.headers["sec-fetch-site"] = "cross-site";
        CHECK(visit.post("/form", { { "csrf", token } }).status == 403);
    });
}

TEST_CASE("a form opened before the session ended is refused after it")
{
    for_each_engine([](db::Database& database) {
        Visit visit(database);
        visit.sign_in("awa");
        auto const token = token_in(visit.get("/form"));
        CHECK(visit.post("/form", { { "csrf", token } }).status == 303);
        visit.now = morning + session_idle_time + std::chrono::hours(1);
        CHECK(visit.post("/form", { { "csrf", token } }).status == 403);
    });
}

TEST_CASE("each page opens for those its route names and for nobody else")
{
    for_each_engine([](db::Database& database) {
        Visit visit(database);
        for (auto const* path : { "/mine?page=2", "/settings", "/bodies/abris" })
            CHECK(visit.get(path).status == 303);
        CHECK(header_of(visit.get("/mine?page=2"), "location") == "/sign-in?next=%2Fmine%3Fpage%3D2");
        visit.sign_in("awa");
        CHECK(visit.get("/mine").status == 200);
        CHECK(visit.get("/settings").status == 403);
        CHECK(visit.get("/bodies/abris").status == 200);
        CHECK(visit.get("/bodies/sante").status == 403);
        CHECK(visit.get("/bodies/unknown").status == 404);
        CHECK(visit.refusals == 2);
        visit.sign_in("administrator");
        CHECK(visit.get("/settings").status == 200);
        CHECK(header_of(visit.get("/settings"), "cache-control") == "no-store");
        visit.sign_in("closed");
        CHECK(visit.get("/mine").status == 303);
    });
}

TEST_CASE("a page behind a personal link sends its address nowhere and stays in no memory")
{
    for_each_engine([](db::Database& database) {
        Visit visit(database);
        auto const secret = new_secret(system_chance());
        auto const reply = visit.get("/r/" + secret);
        CHECK(reply.status == 200);
        CHECK(header_of(reply, "referrer-policy") == "no-referrer");
        CHECK(header_of(reply, "cache-control") == "no-store");
        CHECK(visit.log.find("/r/***") != std::string::npos);
        CHECK(visit.log.find(secret) == std::string::npos);
    });
}

TEST_CASE("a page that does not exist, a wrong method and a bug are each said as what they are")
{
    for_each_engine([](db::Database& database) {
        Visit visit(database);
        CHECK(visit.get("/nowhere").status == 404);
        CHECK(visit.get("/form", Method::Head).status == 200);
        auto const wrong = visit.post("/mine", {});
        CHECK(wrong.status == 405);
        CHECK(header_of(wrong, "allow") == "GET, HEAD");
        auto const bug = visit.get("/bug");
        CHECK(bug.status == 500);
        CHECK_FALSE(says(bug, "detail of a bug"));
        CHECK(visit.log.find("detail of a bug") != std::string::npos);
    });
}

TEST_CASE("a reader who only reads gets no cookie")
{
    for_each_engine([](db::Database& database) {
        Visit visit(database);
        visit.get("/");
        CHECK(visit.cookies.empty());
        visit.get("/form");
        CHECK(visit.cookies.count("toguna_visitor") == 1);
    });
}

TEST_CASE("the language chosen is kept, and leads back to the page")
{
    for_each_engine([](db::Database& database) {
        Visit visit(database);
        CHECK(says(visit.get("/"), "lang=\"fr\""));
        visit.headers = { { "host", "toguna.test" }, { "referer", "http://toguna.test/form?x=1" } };
        CHECK(header_of(visit.get("/language/en"), "location") == "/form?x=1");
        CHECK(says(visit.get("/"), "lang=\"en\""));
        visit.headers["referer"] = "http://elsewhere.example/form";
        CHECK(header_of(visit.get("/language/fr"), "location") == "/");
        CHECK(visit.get("/language/xx").status == 404);
    });
}

TEST_CASE("cookies over TLS belong to this host alone")
{
    Request request;
    request.secure = true;
    Reply reply;
    put_session_cookie(reply, request, "secret");
    auto const cookie = header_of(reply, "set-cookie");
    CHECK(cookie == "__Host-toguna_session=secret; Path=/; HttpOnly; SameSite=Lax; Max-Age=7776000; Secure");
}

TEST_CASE("a notice that we did not sign is not shown")
{
    Request request;
    request.headers["cookie"] = "toguna_notice=UGF5ZXogaWNp.0123";
    CHECK(read_notice(request, "key").empty());
    CHECK(read_notice(request, "").empty());
}

TEST_CASE("the style sheet is kept for a year under an address of its content")
{
    auto const path = asset_path("style.css");
    auto const reply = expect_success(asset_reply(path.substr(8), "br"));
    CHECK(header_of(reply, "cache-control") == "public, max-age=31536000, immutable");
    CHECK(header_of(reply, "content-encoding") == "br");
    CHECK(reply.body.size() < expect_success(asset_reply(path.substr(8), "")).body.size());
    CHECK_FALSE(asset_reply("style.000000000000.css", "br"));
    CHECK_FALSE(asset_reply("fr.mo", ""));
    CHECK_THROWS(asset_path("fr.mo"));
}

TEST_CASE("health is one word, without session or cookie")
{
    for_each_engine([](db::Database& database) {
        Visit visit(database);
        auto const reply = visit.get("/healthz");
        CHECK(reply.status == 200);
        CHECK(reply.body == "ok\n");
        CHECK(visit.cookies.empty());
        CHECK(says(visit.site().refusal_page(413), "20"));
    });
}
