#include "accounts/closing_jobs.hpp"
#include "accounts/store.hpp"
#include "people/merge_store.hpp"
#include "people/person_store.hpp"
#include "support/engines.hpp"
#include "web/configuration.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::accounts;
using people::PersonId;
using test::expect_success;

namespace {

Instant const noon = *Instant::from_iso("2026-11-23T12:00:00Z");

struct Desk {
    db::Database& db;
    SeededChance chance { 31 };
    web::Configuration configuration = {};

    std::pair<PersonId, AccountId> add(std::string name, std::string email, bool administrator = false)
    {
        people::Person const person { new_id<people::PersonTag>(noon, chance), std::move(name) };
        auto const account = new_id<AccountTag>(noon, chance);
        expect_success(db.write([&](db::Transaction& tx) -> Result<void> {
            TRY(people::insert_person(tx, person, noon));
            return insert_account(tx, { account, person.id, email, "hash", administrator }, noon);
        }));
        return { person.id, account };
    }
    Result<void> run(Result<void> (*job)(jobs::Job const&, jobs::JobContext&), PersonId const& person)
    {
        jobs::JobContext context { db, configuration, chance, noon };
        return job({ jobs::JobId::trusted(""), "", R"({"object":")" + person.text() + R"("})" }, context);
    }
    Account account(AccountId const& id)
    {
        return expect_success(db.read([&](db::Reader const& reader) { return find_account(reader, id); }));
    }
};

} // namespace

TEST_CASE("the account of an erased person is closed and keeps neither address nor password")
{
    test::for_each_engine([](db::Database& db) {
        Desk desk { db };
        auto const administrator = desk.add("Mariam Diallo", "mariam@exemple.org", true);
        auto const awa = desk.add("Awa Sanou", "awa@exemple.org");
        expect_success(desk.run(forget_erased, awa.first));
        expect_success(desk.run(forget_erased, awa.first));
        auto const account = desk.account(awa.second);
        CHECK(account.closed);
        CHECK(account.email.find("awa") == std::string::npos);
        CHECK_FALSE(expect_success(db.read([&](db::Reader const& reader) { return find_account_by_email(reader, "awa@exemple.org"); })));
        CHECK(desk.run(forget_erased, administrator.first).error().kind == ErrorKind::Conflict);
    });
}

TEST_CASE("of two merged persons with an account each, the account of the duplicate is closed; a single account follows its person")
{
    test::for_each_engine([](db::Database& db) {
        Desk desk { db };
        desk.add("Mariam Diallo", "mariam@exemple.org", true);
        auto const kept = desk.add("Awa Sanou", "awa@exemple.org");
        auto const lost = desk.add("Sanou Awa", "a.sanou@exemple.org");
        auto const merge = [&](PersonId const& loser, PersonId const& winner) {
            expect_success(db.write([&](db::Transaction& tx) { return people::merge_persons(tx, loser, winner, [&] { return new_id<people::ContactDetailTag>(noon, desk.chance); }, noon); }));
            expect_success(desk.run(close_merged, loser));
        };
        merge(lost.first, kept.first);
        CHECK(desk.account(lost.second).closed);
        CHECK_FALSE(desk.account(kept.second).closed);
        people::Person const other { new_id<people::PersonTag>(noon, desk.chance), "A. Sanou" };
        expect_success(db.write([&](db::Transaction& tx) { return people::insert_person(tx, other, noon); }));
        merge(kept.first, other.id);
        CHECK(desk.account(kept.second).person == other.id);
        CHECK_FALSE(desk.account(kept.second).closed);
    });
}
