#include "web/session.hpp"

#include "support/engines.hpp"
#include "web/configuration.hpp"
#include "web/feature.hpp"
#include "web/once.hpp"
#include "web/transfer.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

using namespace toguna;
using namespace toguna::web;
using test::expect_success;
using test::for_each_engine;

namespace {

Instant const morning = *Instant::from_iso("2026-11-23T08:00:00Z");

std::string sign_in(db::Database& database, std::string_view account, Instant now = morning)
{
    return expect_success(database.write([&](db::Transaction& tx) { return start_session(tx, account, now, system_chance()); }));
}

std::optional<Session> session_of(db::Database& database, std::string_view secret, Instant now)
{
    return expect_success(database.read([&](db::Reader const& db) { return find_session(db, secret, now); }));
}

Request once_request(std::string note)
{
    Request request;
    request.method = Method::Post;
    request.path = "/plans/a/actions";
    request.form.add("once", "token-of-the-page");
    request.form.add("note", std::move(note));
    return request;
}

/// A context around one database, for functions that need little else.
class TestContext {
public:
    explicit TestContext(db::Database& database)
        : context { .db = database, .configuration = m_configuration, .chance = system_chance(), .now = morning, .language = localization("en"),
            .file_language = localization("en", Medium::File), .visitor = {}, .csrf_token = "csrf-of-the-session", .notice = {}, .authorizer = m_authorizer, .menu = m_menu }
    {
    }

private:
    Configuration m_configuration;
    Authorizer m_authorizer;
    std::vector<MenuEntry> m_menu;

public:
    Context context;
};

} // namespace

TEST_CASE("who signs in is known by the secret, and the database does not hold it")
{
    for_each_engine([](db::Database& database) {
        auto const secret = sign_in(database, "awa");
        auto const session = session_of(database, secret, morning);
        REQUIRE(session);
        CHECK(session->account == "awa");
        CHECK(session->id != secret);
        CHECK(session->csrf.size() == 43);
        CHECK_FALSE(session_of(database, session->id, morning));
        CHECK_FALSE(session_of(database, "", morning));
    });
}

TEST_CASE("a session ends two weeks after its last page and three months after its beginning")
{
    for_each_engine([](db::Database& database) {
        auto const secret = sign_in(database, "awa");
        auto now = morning;
        CHECK_FALSE(session_of(database, secret, now + session_idle_time));
        for (int day = 0; day < 100; ++day, now = now + std::chrono::hours(24))
            if (auto const session = session_of(database, secret, now); session && is_due_for_touch(*session, now))
                expect_success(database.write([&](db::Transaction& tx) { return touch_session(tx, *session, now); }));
        CHECK(session_of(database, secret, morning + std::chrono::hours(24 * 89)));
        CHECK_FALSE(session_of(database, secret, morning + std::chrono::hours(24 * 90)));
    });
}

TEST_CASE("reading pages writes the last use every ten minutes at most")
{
    Session session;
    session.last_seen = morning;
    CHECK_FALSE(is_due_for_touch(session, morning + std::chrono::minutes(9)));
    CHECK(is_due_for_touch(session, morning + std::chrono::minutes(10)));
}

TEST_CASE("signing out everywhere ends the other sessions of that account alone")
{
    for_each_engine([](db::Database& database) {
        auto const here = sign_in(database, "awa");
        auto const phone = sign_in(database, "awa");
        auto const other = sign_in(database, "brahima");
        auto const kept = session_of(database, here, morning)->id;
        CHECK(expect_success(database.read([&](db::Reader const& db) { return sessions_of(db, "awa", morning); })).size() == 2);
        CHECK(expect_success(database.write([&](db::Transaction& tx) { return end_sessions_of(tx, "awa", kept); })) == 1);
        CHECK(session_of(database, here, morning));
        CHECK_FALSE(session_of(database, phone, morning));
        CHECK(session_of(database, other, morning));
        expect_success(database.write([&](db::Transaction& tx) { return end_session(tx, kept); }));
        CHECK_FALSE(session_of(database, here, morning));
        CHECK(expect_success(database.write([&](db::Transaction& tx) { return remove_expired_sessions(tx, morning + session_idle_time); })) == 1);
    });
}

TEST_CASE("all processes on one database sign with the same key")
{
    for_each_engine([](db::Database& database) {
        auto const key = expect_success(signing_key(database, morning, system_chance()));
        CHECK(key.size() == 43);
        CHECK(expect_success(signing_key(database, morning, system_chance())) == key);
    });
}

TEST_CASE("a form sent ten times at once acts once and is answered alike")
{
    for_each_engine([](db::Database& database) {
        std::atomic<int> alike = 0;
        std::vector<std::thread> senders;
        for (int count = 0; count < 10; ++count)
            senders.emplace_back([&] {
                TestContext given(database);
                auto const request = once_request("Abris livrés");
                auto const reply = database.write([&](db::Transaction& tx) {
                    return once(tx, request, given.context, [&]() -> Result<Reply> {
                        TRY(start_session(tx, "effect", morning, system_chance()));
                        return see_other("/plans/a");
                    });
                });
                alike += reply && reply->status == 303 && header_of(*reply, "location") == "/plans/a";
            });
        for (auto& sender : senders)
            sender.join();
        CHECK(alike == 10);
        CHECK(expect_success(database.read([](db::Reader const& db) { return sessions_of(db, "effect", morning); })).size() == 1);
    });
}

TEST_CASE("the same token with other content is refused, with another session it is another form, after a failure it is free")
{
    for_each_engine([](db::Database& database) {
        TestContext given(database);
        auto const send = [&](std::string note, Result<Reply> outcome) {
            return database.write([&](db::Transaction& tx) { return once(tx, once_request(note), given.context, [&] { return outcome; }); });
        };
        CHECK_FALSE(send("one", fail(ErrorKind::Invalid, tr("No."))));
        CHECK(send("one", see_other("/a")));
        auto const other = send("two", see_other("/b"));
        REQUIRE_FALSE(other);
        CHECK(other.error().kind == ErrorKind::Invalid);
        given.context.csrf_token = "another session";
        CHECK(send("two", see_other("/b")));
        CHECK(expect_success(database.write([](db::Transaction& tx) { return remove_old_once(tx, morning + std::chrono::hours(24 * 8)); })) == 2);
    });
}
