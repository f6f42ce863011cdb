#include "mail/personal_link.hpp"
#include "support/engines.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using test::expect_success;
using test::for_each_engine;

namespace {

Instant const day_of_mail = *Instant::from_iso("2026-11-23T08:00:00.000Z");

mail::PersonalLink answer_link(bool single_use)
{
    return { .purpose = "actions.answer", .person = "awa", .object = "action-1", .expires_at = day_of_mail + std::chrono::days(14), .single_use = single_use };
}

std::string create_link(db::Database& db, mail::PersonalLink const& link)
{
    return expect_success(db.write([&](db::Transaction& tx) { return mail::create_personal_link(tx, link, day_of_mail, system_chance()); }));
}

Result<mail::PersonalLink> find_link(db::Database& db, std::string const& purpose, std::string const& secret, Instant now)
{
    return db.read([&](db::Reader const& reader) { return mail::find_personal_link(reader, purpose, secret, now); });
}

Result<void> spend_link(db::Database& db, std::string const& secret, Instant now)
{
    return db.write([&](db::Transaction& tx) { return mail::spend_personal_link(tx, "actions.answer", secret, now); });
}

} // namespace

TEST_CASE("a link opens what it was made for, for whom it was made")
{
    for_each_engine([](db::Database& db) {
        auto const secret = create_link(db, answer_link(false));
        auto const link = expect_success(find_link(db, "actions.answer", secret, day_of_mail));
        CHECK(link.person == "awa");
        CHECK(link.object == "action-1");
        CHECK_FALSE(link.single_use);
        CHECK(link.expires_at == day_of_mail + std::chrono::days(14));
    });
}

TEST_CASE("unknown, expired, spent and foreign links are refused with one and the same sentence")
{
    for_each_engine([](db::Database& db) {
        auto const secret = create_link(db, answer_link(true));
        auto const unknown = find_link(db, "actions.answer", "nothing", day_of_mail);
        auto const foreign = find_link(db, "accounts.sign_in", secret, day_of_mail);
        auto const expired = find_link(db, "actions.answer", secret, day_of_mail + std::chrono::days(14));
        expect_success(spend_link(db, secret, day_of_mail));
        auto const spent = find_link(db, "actions.answer", secret, day_of_mail);
        for (auto const* const refused : { &unknown, &foreign, &expired, &spent }) {
            REQUIRE_FALSE(*refused);
            CHECK(refused->error().kind == ErrorKind::NotFound);
            CHECK(refused->error().message.debug_string() == unknown.error().message.debug_string());
        }
        CHECK(expired.error().detail.find("expired") != std::string::npos);
        CHECK(spent.error().detail.find("spent") != std::string::npos);
    });
}

TEST_CASE("a link for one use is spent once, another as often as one likes")
{
    for_each_engine([](db::Database& db) {
        auto const once = create_link(db, answer_link(true));
        CHECK(spend_link(db, once, day_of_mail));
        auto const again = spend_link(db, once, day_of_mail);
        REQUIRE_FALSE(again);
        CHECK(again.error().kind == ErrorKind::Conflict);

        auto const often = create_link(db, answer_link(false));
        CHECK(spend_link(db, often, day_of_mail));
        CHECK(spend_link(db, often, day_of_mail));
    });
}

TEST_CASE("the database holds no secret of a link, only its hash")
{
    for_each_engine([](db::Database& db) {
        auto const secret = create_link(db, answer_link(false));
        expect_success(db.read([&](db::Reader const& reader) {
            return reader.each_raw("SELECT * FROM mail_personal_link", {}, [&](db::Row const& row) {
                for (int column = 0; column < 4; ++column)
                    CHECK(row.text(column).find(secret) == std::string_view::npos);
            });
        }));
    });
}
