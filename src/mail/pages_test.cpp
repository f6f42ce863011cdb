#include "mail/pages.hpp"
#include "mail/outbox_store.hpp"
#include "support/engines.hpp"
#include "web/configuration.hpp"
#include "web/feature.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using test::expect_success;
using test::for_each_engine;

namespace {

/// The pages of mail in process, as an administrator sees them.
struct MailPages {
    db::Database& db;
    web::Configuration configuration {};
    SeededChance chance { 7 };
    Instant now = *Instant::from_iso("2026-11-23T08:00:00.000Z");
    web::Router router { mail::routes() };
    web::Authorizer authorizer = [](db::Reader const&, web::Visitor const*, web::Right, std::string_view, Instant) { return Result<void> {}; };
    std::vector<web::MenuEntry> menu {};

    web::Reply answer(web::Method method, std::string const& path)
    {
        web::Context context { db, configuration, chance, now, web::localization("fr"), web::localization("fr", web::Medium::File),
            web::Visitor { .account = "a", .person = "", .name = "Mariam", .administrator = true }, "token", "", authorizer, menu };
        web::Request request;
        request.method = method;
        request.path = request.target = path;
        request.form.add("csrf", "token");
        return web::answer(router, std::move(request), context);
    }
    mail::OutboxId enqueue_and_refuse(std::string const& subject)
    {
        mail::Envelope const envelope { .message = { {}, { "", "awa@eau.example" }, subject, "…" }, .key = subject, .kind = "test" };
        return expect_success(db.write([&](db::Transaction& tx) -> Result<mail::OutboxId> {
            TRY(mail::enqueue(tx, envelope, now, chance));
            auto const claimed = TRY(mail::claim_next_message(tx, now, now));
            TRY(mail::mark_unsent(tx, claimed->id, "550 5.1.1 <inconnu>", {}, now));
            return claimed->id;
        }));
    }
};

bool contains(web::Reply const& reply, std::string_view words) { return reply.body.find(words) != std::string::npos; }

} // namespace

TEST_CASE("without any mail the page says what will be listed, and that no server is set")
{
    for_each_engine([](db::Database& db) {
        MailPages pages { db };
        auto const reply = pages.answer(web::Method::Get, "/mail");
        CHECK(reply.status == 200);
        CHECK(contains(reply, "Aucun courriel pour l’instant"));
        CHECK(contains(reply, "smtp_url"));
    });
}

TEST_CASE("a refused mail is shown with the server's words, and one button sends it again")
{
    for_each_engine([](db::Database& db) {
        MailPages pages { db };
        auto const id = pages.enqueue_and_refuse("Rappel <b>");
        auto const listed = pages.answer(web::Method::Get, "/mail");
        CHECK(contains(listed, "Rappel &lt;b&gt;"));
        CHECK(contains(listed, "550 5.1.1 &lt;inconnu&gt;"));
        CHECK(contains(listed, "Refusé"));
        CHECK(contains(listed, "action=\"/mail/" + id.text() + "/delivery\""));

        auto const retried = pages.answer(web::Method::Post, "/mail/" + id.text() + "/delivery");
        CHECK(retried.status == 303);
        CHECK(contains(pages.answer(web::Method::Get, "/mail"), "En attente"));
        CHECK(pages.answer(web::Method::Post, "/mail/" + id.text() + "/delivery").status == 409);
    });
}

TEST_CASE("a long log is read 25 mails at a time")
{
    for_each_engine([](db::Database& db) {
        MailPages pages { db };
        for (int number = 0; number < 30; ++number)
            pages.enqueue_and_refuse("Rappel n° " + std::to_string(number));
        CHECK(contains(pages.answer(web::Method::Get, "/mail"), "30 courriels"));
        CHECK(contains(pages.answer(web::Method::Get, "/mail"), "page=2"));
    });
}
