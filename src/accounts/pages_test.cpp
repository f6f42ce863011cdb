#include "accounts/feature.hpp"
#include "accounts/set_up.hpp"
#include "accounts/store.hpp"
#include "bodies/rights_store.hpp"
#include "mail/outbox_store.hpp"
#include "support/engines.hpp"
#include "web/configuration.hpp"
#include "web/rate_limit.hpp"
#include "web/router.hpp"
#include "web/session.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::accounts;
using test::expect_success;

namespace {

using Typed = std::vector<std::pair<std::string, std::string>>;

std::string const long_password = "les chèvres broutent le soir";

/// The pages of accounts in process; `now` moves, `visitor` is whom the session would give.
struct Door {
    db::Database& db;
    web::Configuration configuration = {};
    SeededChance chance { 23 };
    web::Authorizer authorizer = bodies::authorizer();
    std::vector<web::MenuEntry> menu = {};
    web::SignInThrottle throttle = {};
    std::optional<web::Visitor> visitor = {};
    Instant now = *Instant::from_iso("2026-11-23T12:00:00Z");
    web::Router router { accounts::feature().routes };

    web::Reply send(web::Method method, std::string const& path, Typed const& fields = {})
    {
        web::Request request;
        request.method = method;
        request.path = request.target = path;
        request.remote_address = "192.0.2.7";
        request.form.add("csrf", "token");
        for (auto const& [name, value] : fields)
            request.form.add(name, value);
        web::Context context { .db = db, .configuration = configuration, .chance = chance, .now = now, .language = web::localization("fr"),
            .file_language = web::localization("fr", web::Medium::File), .visitor = visitor, .csrf_token = "token", .notice = {}, .authorizer = authorizer, .menu = menu };
        context.signing_key = "key";
        context.sign_in_throttle = &throttle;
        return web::answer(router, std::move(request), context);
    }
    web::Reply get(std::string const& path) { return send(web::Method::Get, path); }
    web::Reply post(std::string const& path, Typed const& fields = {}) { return send(web::Method::Post, path, fields); }

    void set_up_awa()
    {
        auto const code = *expect_success(set_up_code(db, chance));
        REQUIRE(post("/set-up", { { "code", code }, { "full_name", "Awa Sanou" }, { "email", "awa@exemple.org" }, { "password", long_password } }).status == 303);
    }
    Account awa()
    {
        return expect_success(db.read([](db::Reader const& reader) { return find_account_by_email(reader, "awa@exemple.org"); }))->account;
    }
    void sign_in_awa() { visitor = expect_success(db.read([&](db::Reader const& reader) { return find_visitor(reader, awa().id.text()); })); }
    /// The address in the mail that waits, and the mail's text.
    std::pair<std::string, std::string> claim_link()
    {
        auto const message = expect_success(db.write([&](db::Transaction& tx) { return mail::claim_next_message(tx, now, now + std::chrono::minutes(1)); }));
        REQUIRE(message);
        auto const& text = message->message.text;
        auto const start = text.find("/sign-in/link/");
        return { text.substr(start, text.find_first_of("\r\n ", start) - start), text };
    }
};

std::string header_of_reply(web::Reply const& reply, std::string_view wanted)
{
    for (auto const& [name, value] : reply.headers)
        if (name == wanted)
            return value;
    return {};
}

bool has(web::Reply const& reply, std::string_view text) { return reply.body.find(text) != std::string::npos; }

} // namespace

TEST_CASE("a new installation asks for the code of the terminal, says all that is wrong, and then never again")
{
    test::for_each_engine([](db::Database& db) {
        Door door { db };
        CHECK(header_of_reply(door.get("/sign-in"), "Location") == "/set-up");
        auto const refused = door.post("/set-up", { { "code", "AAAA-AAAA" }, { "full_name", "" }, { "email", "awa" }, { "password", "court" } });
        CHECK(refused.status == 422);
        CHECK(has(refused, "n’est pas une adresse électronique"));
        CHECK(has(refused, "au moins 12 caractères"));
        CHECK_FALSE(has(refused, "court"));
        CHECK(door.post("/set-up", { { "code", "AAAA-AAAA" }, { "full_name", "Awa" }, { "email", "" }, { "password", long_password } }).status == 422);
        CHECK(has(door.post("/set-up", { { "code", "AAAA-AAAA" }, { "full_name", "Awa" }, { "email", "a@b.org" }, { "password", long_password } }), "Ce n’est pas le code"));
        door.set_up_awa();
        CHECK(door.get("/set-up").status == 404);
        CHECK(has(door.get("/sign-in"), "Mot de passe"));
    });
}

TEST_CASE("the right password gives a session; a wrong one and an unknown address get the same page")
{
    test::for_each_engine([](db::Database& db) {
        Door door { db };
        door.set_up_awa();
        auto const welcome = door.post("/sign-in", { { "email", "AWA@exemple.org" }, { "password", long_password }, { "next", "/bodies" } });
        CHECK(welcome.status == 303);
        CHECK(header_of_reply(welcome, "Location") == "/bodies");
        CHECK(header_of_reply(welcome, "Set-Cookie").find("toguna_session=") != std::string::npos);
        for (auto const* const elsewhere : { "https://evil.example", "//evil.example", "/\\evil.example" })
            CHECK(header_of_reply(door.post("/sign-in", { { "email", "awa@exemple.org" }, { "password", long_password }, { "next", elsewhere } }), "Location") == "/");

        auto wrong = door.post("/sign-in", { { "email", "awa@exemple.org" }, { "password", "les moutons broutent" } });
        auto unknown = door.post("/sign-in", { { "email", "isa@exemple.org" }, { "password", long_password } });
        CHECK(wrong.status == 422);
        CHECK(unknown.status == 422);
        unknown.body.replace(unknown.body.find("isa@exemple.org"), 15, "awa@exemple.org");
        CHECK(wrong.body == unknown.body);
        CHECK_FALSE(has(wrong, "moutons"));
    });
}

TEST_CASE("guessing is stopped with a sentence")
{
    test::for_each_engine([](db::Database& db) {
        Door door { db };
        int status = 0;
        for (int guess = 0; guess < 12 && status != 503; ++guess)
            status = door.post("/sign-in/link", { { "email", "awa@exemple.org" } }).status;
        CHECK(status == 503);
    });
}

TEST_CASE("an e-mailed link shows a button, signs in once, and dies after fifteen minutes")
{
    test::for_each_engine([](db::Database& db) {
        Door door { db };
        door.set_up_awa();
        auto const known = door.post("/sign-in/link", { { "email", "awa@exemple.org" } });
        auto const unknown = door.post("/sign-in/link", { { "email", "isa@exemple.org" } });
        CHECK(known.status == unknown.status);
        CHECK(known.body == unknown.body);
        auto const [link, text] = door.claim_link();
        CHECK(text.find("Bonjour Awa Sanou,") != std::string::npos);
        CHECK(door.get(link).status == 200);
        CHECK(door.get(link).status == 200);
        auto const welcome = door.post(link);
        CHECK(welcome.status == 303);
        CHECK(header_of_reply(welcome, "Set-Cookie").find("toguna_session=") != std::string::npos);
        CHECK(door.post(link).status >= 400);

        door.now = door.now + std::chrono::minutes(5);
        door.post("/sign-in/link", { { "email", "awa@exemple.org" } });
        auto const late = door.claim_link().first;
        door.now = door.now + std::chrono::minutes(15);
        CHECK(door.get(late).status == 404);
        CHECK(door.post(late).status == 404);
    });
}

TEST_CASE("an administrator invites, closes and reopens; the invited one signs in and chooses a password")
{
    test::for_each_engine([](db::Database& db) {
        Door door { db };
        door.set_up_awa();
        CHECK(header_of_reply(door.get("/accounts"), "Location").starts_with("/sign-in"));
        door.sign_in_awa();
        CHECK(door.post("/accounts", { { "full_name", "Issa Barry" }, { "email", "issa@exemple.org" }, { "language", "en" } }).status == 303);
        auto const again = door.post("/accounts", { { "full_name", "Issa Barry" }, { "email", "issa@exemple.org" }, { "language", "fr" } });
        CHECK(again.status == 422);
        CHECK(has(again, "Un compte se connecte déjà avec"));
        auto const [link, text] = door.claim_link();
        CHECK(text.find("Awa Sanou invites you") != std::string::npos);
        CHECK(header_of_reply(door.post(link), "Location") == "/account");

        auto const issa = expect_success(db.read([](db::Reader const& reader) { return find_account_by_email(reader, "issa@exemple.org"); }))->account;
        CHECK(door.post("/accounts/" + issa.id.text() + "/closure").status == 303);
        CHECK(has(door.get("/accounts"), "Compte fermé"));
        CHECK(door.post("/accounts/" + issa.id.text() + "/reopening").status == 303);
        CHECK(door.post("/accounts/" + door.awa().id.text() + "/closure").status == 409);

        door.visitor = web::Visitor { issa.id.text(), issa.person.text(), issa.name, false };
        CHECK(door.get("/accounts").status == 403);
        CHECK(has(door.get("/account"), "Vous n’avez pas encore de mot de passe"));
        CHECK(door.post("/account/password", { { "password", "Issa Barry 2026" } }).status == 422);
        CHECK(door.post("/account/password", { { "password", "trois mots au hasard" } }).status == 303);
        CHECK(door.post("/account/password", { { "password", "quatre mots au hasard" }, { "current_password", "faux" } }).status == 422);
        CHECK(door.post("/account", { { "full_name", "BARRY Issa" }, { "language", "fr" }, { "version", "1" } }).status == 303);
        CHECK(has(door.get("/account"), "BARRY Issa"));
        CHECK(door.post("/sign-out").status == 303);
    });
}
