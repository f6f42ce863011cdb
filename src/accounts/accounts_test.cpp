#include "accounts/account.hpp"
#include "accounts/password.hpp"
#include "accounts/set_up.hpp"
#include "accounts/store.hpp"
#include "people/person_store.hpp"
#include "support/engines.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>

using namespace toguna;
using namespace toguna::accounts;
using test::expect_success;

namespace {

Instant const first_morning = *Instant::from_iso("2026-11-23T08:00:00Z");
/// Hashing as cheap as the library allows: the rules are tested, not the machine.
HashCost const cheap { 1, 8192 };

FirstAdministrator awa(Chance& chance, std::string hash = "hash")
{
    return { new_id<people::PersonTag>(first_morning, chance), new_id<AccountTag>(first_morning, chance), "Awa Sanou", "Awa@Exemple.org", "fr", std::move(hash) };
}

std::string refusal_of(std::string_view password)
{
    auto const checked = check_password(password, "awa.sanou@exemple.org", "Awa Sanou");
    return checked ? std::string() : checked.error().fields.at(0).message.debug_string();
}

} // namespace

TEST_CASE("a password is long; what it is made of is its owner's business")
{
    for (auto const* const good : { "les chèvres broutent le soir", "quatre mots au hasard", "xkqzvbhwtrpm", "Tiébélé-Gaoua-Pô-11" })
        CHECK_MESSAGE(refusal_of(good).empty(), good);
    CHECK(refusal_of("court").find("at least 12 characters; this one has 5") != std::string::npos);
    CHECK(refusal_of(std::string(201, 'x')).find("at most 200") != std::string::npos);
}

TEST_CASE("eleven accented letters are eleven characters, not more")
{
    CHECK_FALSE(refusal_of("éàèùçôêîûëï").empty());
}

TEST_CASE("the passwords that are tried first are refused")
{
    for (auto const* const bad : { "motdepasse2026", "MotDePasse!!!!", "aaaaaaaaaaaaaaa", "123456789012", "abcdefghijklm", "cluster2026!!", "Burkina Faso 2026", "azertyuiop123",
             "passwordpassword", "awa.sanou@exemple.org", "Awa Sanou 2026", "awasanouawasanou", "121212121212" })
        CHECK_MESSAGE(!refusal_of(bad).empty(), bad);
}

TEST_CASE("a password is known by its hash only, and an empty hash is never right")
{
    auto const hash = expect_success(hash_password("les chèvres broutent le soir", cheap));
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(check_against("les chèvres broutent le soir", hash, cheap).right);
    CHECK_FALSE(check_against("les chèvres broutent le soir", hash, cheap).needs_rehash);
    CHECK_FALSE(check_against("les moutons broutent le soir", hash, cheap).right);
    CHECK_FALSE(check_against("", "", cheap).right);
    CHECK_FALSE(check_against("x", "no hash at all", cheap).right);
}

TEST_CASE("a hash made at a lower cost is renewed")
{
    auto const hash = expect_success(hash_password("les chèvres broutent le soir", cheap));
    CHECK(check_against("les chèvres broutent le soir", hash, { 2, 16384 }).needs_rehash);
}

TEST_CASE("only who reads the terminal becomes the first administrator, and only once")
{
    test::for_each_engine([](db::Database& db) {
        SeededChance chance { 5 };
        auto const set_up_with = [&](std::string_view code) {
            return db.write([&](db::Transaction& tx) { return set_up(tx, awa(chance), code, first_morning); });
        };
        CHECK(set_up_with("").error().fields.at(0).field == "code");
        auto const old = *expect_success(set_up_code(db, chance));
        auto const code = *expect_success(set_up_code(db, chance));
        CHECK(code.size() == 9);
        CHECK(set_up_with(old).error().fields.at(0).field == "code");
        auto typed = " " + code;
        std::transform(typed.begin(), typed.end(), typed.begin(), [](char character) { return static_cast<char>(std::tolower(character)); });
        expect_success(set_up_with(typed));
        CHECK(set_up_with(code).error().kind == ErrorKind::Conflict);
        CHECK_FALSE(expect_success(set_up_code(db, chance)));
    });
}

TEST_CASE("an account is found by its address in any case, and signs in as its person until it is closed")
{
    test::for_each_engine([](db::Database& db) {
        SeededChance chance { 5 };
        auto const code = *expect_success(set_up_code(db, chance));
        auto const administrator = awa(chance);
        expect_success(db.write([&](db::Transaction& tx) { return set_up(tx, administrator, code, first_morning); }));
        auto const found = expect_success(db.read([](db::Reader const& reader) { return find_account_by_email(reader, "AWA@exemple.org "); }));
        REQUIRE(found);
        CHECK(found->account.name == "Awa Sanou");
        CHECK(found->account.administrator);
        CHECK_FALSE(expect_success(db.read([](db::Reader const& reader) { return find_account_by_email(reader, "issa@exemple.org"); })));
        auto const visitor = [&](AccountId const& id) { return expect_success(db.read([&](db::Reader const& reader) { return find_visitor(reader, id.text()); })); };
        CHECK(visitor(administrator.account)->name == "Awa Sanou");

        auto const close = [&](AccountId const& id) { return db.write([&](db::Transaction& tx) { return close_account(tx, id, first_morning); }); };
        CHECK(close(administrator.account).error().kind == ErrorKind::Conflict);

        people::Person const issa { new_id<people::PersonTag>(first_morning, chance), "Issa Barry", "issa@exemple.org" };
        auto const id = new_id<AccountTag>(first_morning, chance);
        auto const invite = [&] {
            return db.write([&](db::Transaction& tx) { return insert_account(tx, { id, issa.id, "issa@exemple.org" }, first_morning); });
        };
        expect_success(db.write([&](db::Transaction& tx) { return people::insert_person(tx, issa, first_morning); }));
        expect_success(invite());
        CHECK(invite().error().fields.at(0).field == "email");
        CHECK_FALSE(visitor(id)->administrator);
        expect_success(close(id));
        CHECK_FALSE(visitor(id));
        expect_success(db.write([&](db::Transaction& tx) { return reopen_account(tx, id); }));
        CHECK(visitor(id));
    });
}
