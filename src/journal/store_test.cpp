#include "journal/store.hpp"
#include "support/engines.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using namespace toguna::journal;
using test::expect_success;

namespace {

Instant const morning = *Instant::from_iso("2026-11-23T08:00:00Z");

struct Journal {
    db::Database& db;
    SeededChance chance { 3 };

    void record(Event const& event, Actor const& actor = { "account", "person", "Awa Sanou", "" })
    {
        expect_success(db.write([&](db::Transaction& tx) { return record_event(tx, actor, event, morning, chance); }));
    }
    ChainReport verify()
    {
        return expect_success(db.read([](db::Reader const& reader) { return verify_chain(reader); }));
    }
    Result<std::int64_t> alter(std::string const& sql)
    {
        return db.write([&](db::Transaction& tx) { return tx.execute_raw(sql); });
    }
    /// What somebody with the database file in hand could do.
    void without_triggers()
    {
        expect_success(db.write([&](db::Transaction& tx) -> Result<void> {
            if (tx.engine() == db::Engine::Sqlite) {
                TRY(tx.execute_raw("DROP TRIGGER journal_event_no_update"));
                TRY(tx.execute_raw("DROP TRIGGER journal_event_no_delete"));
                TRY(tx.execute_raw("DROP TRIGGER journal_actor_no_update"));
            } else {
                TRY(tx.execute_raw("DROP TRIGGER journal_event_no_change ON journal_event"));
                TRY(tx.execute_raw("DROP TRIGGER journal_actor_no_update ON journal_actor"));
            }
            return {};
        }));
    }
    void fill()
    {
        for (auto const* const object : { "first", "second", "third", "fourth" })
            record({ "test.changed", object, "body", R"({"n":1})", R"({"n":2})" });
    }
};

} // namespace

TEST_CASE("events come back newest first, with who did it and what changed")
{
    test::for_each_engine([](db::Database& db) {
        Journal journal { db };
        journal.fill();
        journal.record({ "test.refused", "fifth", "other", "", R"({"reason":"no right"})", true }, { "", "", "ligne de commande", "Issa" });
        db.read([&](db::Reader const& reader) -> Result<void> {
            auto const events = expect_success(list_events(reader, {}));
            REQUIRE(events.size() == 5);
            CHECK(events[0].event.refused);
            CHECK(events[0].actor.on_behalf_of == "Issa");
            CHECK(events[1].event.after == R"({"n":2})");
            CHECK(events[1].at == morning);
            CHECK(expect_success(list_events(reader, { .body = "other" })).size() == 1);
            CHECK(expect_success(list_events(reader, { .object = "second" })).at(0).sequence == 2);
            CHECK(expect_success(list_events(reader, { .kind = "test.changed", .limit = 2, .offset = 1 })).at(0).event.object == "third");
            CHECK(expect_success(count_events(reader, { .body = "body" })) == 4);
            CHECK(expect_success(events_after(reader, 3, 10)).size() == 2);
            return {};
        });
    });
}

TEST_CASE("an untouched journal is whole, an empty one too")
{
    test::for_each_engine([](db::Database& db) {
        Journal journal { db };
        CHECK_FALSE(journal.verify().broken_at);
        journal.fill();
        auto const report = journal.verify();
        CHECK(report.events == 4);
        CHECK(report.head.size() == 64);
        CHECK_FALSE(report.broken_at);
    });
}

TEST_CASE("a transaction that fails leaves neither change nor event")
{
    test::for_each_engine([](db::Database& db) {
        Journal journal { db };
        journal.fill();
        auto const failed = db.write([&](db::Transaction& tx) -> Result<void> {
            TRY(record_event(tx, {}, { "test.changed", "lost" }, morning, journal.chance));
            return fail(ErrorKind::Conflict, tr("Somebody was faster."));
        });
        CHECK_FALSE(failed);
        journal.fill();
        auto const report = journal.verify();
        CHECK(report.events == 8);
        CHECK_FALSE(report.broken_at);
    });
}

TEST_CASE("the tables refuse to change or remove an event")
{
    test::for_each_engine([](db::Database& db) {
        Journal journal { db };
        journal.fill();
        CHECK_FALSE(journal.alter("UPDATE journal_event SET kind = 'test.nothing' WHERE sequence = 2"));
        CHECK_FALSE(journal.alter("DELETE FROM journal_event WHERE sequence = 2"));
        CHECK_FALSE(journal.alter("UPDATE journal_actor SET name = 'Issa'"));
        CHECK_FALSE(journal.verify().broken_at);
    });
}

TEST_CASE("whoever gets around the triggers is found: a changed field, a removed row, a cut end, another name")
{
    struct Tampering {
        char const* sql;
        std::int64_t found_at;
    };
    static std::vector<Tampering> const tamperings {
        { "UPDATE journal_event SET after = '{\"n\":3}' WHERE sequence = 2", 2 },
        { "UPDATE journal_event SET person = 'other' WHERE sequence = 3", 3 },
        { "DELETE FROM journal_actor WHERE event IN (SELECT id FROM journal_event WHERE sequence = 3)", 0 },
        { "UPDATE journal_actor SET name = 'Issa' WHERE event IN (SELECT id FROM journal_event WHERE sequence = 1)", 1 },
        { "UPDATE journal_event SET hash = former_hash WHERE sequence = 4", 4 },
    };
    test::for_each_engine([](db::Database& db) {
        for (std::size_t index = 0; index < tamperings.size(); ++index) {
            CAPTURE(tamperings[index].sql);
            if (index == 0) {
                Journal journal { db };
                journal.fill();
                journal.without_triggers();
            }
            Journal journal { db };
            auto const undone = db.write([&](db::Transaction& tx) -> Result<void> {
                TRY(tx.execute_raw(tamperings[index].sql));
                CHECK(TRY(verify_chain(tx)).broken_at.value_or(0) == tamperings[index].found_at);
                return fail(ErrorKind::Conflict, tr("Undo."));
            });
            CHECK_FALSE(undone);
        }
    });
}

TEST_CASE("events removed from the middle or cut off at the end are missed")
{
    test::for_each_engine([](db::Database& db) {
        Journal journal { db };
        journal.fill();
        journal.without_triggers();
        expect_success(journal.alter("DELETE FROM journal_actor"));
        expect_success(journal.alter("DELETE FROM journal_event WHERE sequence = 4"));
        CHECK(journal.verify().broken_at == 4);
        expect_success(journal.alter("DELETE FROM journal_event WHERE sequence = 2"));
        CHECK(journal.verify().broken_at == 3);
    });
}

TEST_CASE("a person's name is forgotten and the chain stays whole")
{
    test::for_each_engine([](db::Database& db) {
        Journal journal { db };
        journal.fill();
        journal.record({ "test.changed", "fifth" }, { "a2", "issa", "Issa Barry", "" });
        CHECK(expect_success(db.write([&](db::Transaction& tx) { return erase_names(tx, "issa"); })) == 1);
        auto const events = expect_success(db.read([](db::Reader const& reader) { return list_events(reader, {}); }));
        CHECK(events[0].actor.name.empty());
        CHECK(events[1].actor.name == "Awa Sanou");
        auto const report = journal.verify();
        CHECK_FALSE(report.broken_at);
        CHECK(report.erased_names == 1);
    });
}
