#include "app/data_archive.hpp"
#include "app/demo/demonstration.hpp"
#include "db/migrations.hpp"
#include "documents/file_store.hpp"
#include "journal/event.hpp"
#include "support/engines.hpp"

#include <doctest/doctest.h>

using namespace toguna;
using test::expect_success;
using test::for_each_engine;
using test::TemporaryDirectory;

namespace {

Instant const autumn = *Instant::from_iso("2026-11-23T08:00:00Z");

void fill_demonstration_at(db::Database& database, Instant now)
{
    expect_success(database.write([&](db::Transaction& tx) { return app::demo::fill(tx, now); }));
}

std::string digest(db::Database& database)
{
    return expect_success(database.read([](db::Reader const& db) { return app::data_digest(db); })).digest;
}

/// The digest of the demonstration on SQLite, and an export of it.
std::string export_from_sqlite(TemporaryDirectory const& directory, std::string const& archive)
{
    auto const database = expect_success(db::Database::open({ "sqlite:" + (directory / "source.db"), 1 }));
    std::vector<db::Migration> const migrations(db::all_migrations().begin(), db::all_migrations().end());
    expect_success(db::migrate(*database, migrations, directory / "backups", autumn));
    fill_demonstration_at(*database, autumn);
    return expect_success(app::export_all(*database, directory / "files", archive, autumn, {})).digest;
}

} // namespace

TEST_CASE("what leaves one engine comes back in the other without a difference")
{
    for_each_engine([](db::Database& target) {
        TemporaryDirectory const directory;
        auto const archive = directory / "tout.toguna";
        auto const source = export_from_sqlite(directory, archive);
        CHECK(expect_success(app::import_all(target, directory / "copy", archive, {})).digest == source);
        CHECK(digest(target) == source);
        CHECK_FALSE(expect_success(target.read([](db::Reader const& db) { return journal::verify_chain(db); })).broken_at);

        auto const second = directory / "encore.toguna";
        CHECK(expect_success(app::export_all(target, directory / "copy", second, autumn, {})).digest == source);
        CHECK(app::import_all(target, directory / "copy", second, {}).error().kind == ErrorKind::Conflict);
    });
}

TEST_CASE("the same day gives the same demonstration country, whatever the engine")
{
    static std::string first;
    for_each_engine([](db::Database& database) {
        fill_demonstration_at(database, autumn);
        if (first.empty())
            first = digest(database);
        CHECK(digest(database) == first);
    });
}

TEST_CASE("the demonstration country can be founded on any day of the year")
{
    for (auto const* day : { "2026-01-01T00:05:00Z", "2026-02-04T10:00:00Z", "2027-03-31T23:59:00Z", "2028-02-29T12:00:00Z", "2026-08-15T06:00:00Z", "2026-12-31T23:00:00Z" }) {
        CAPTURE(day);
        TemporaryDirectory const directory;
        auto const database = expect_success(db::Database::open({ "sqlite:" + (directory / "toguna.db"), 1 }));
        std::vector<db::Migration> const migrations(db::all_migrations().begin(), db::all_migrations().end());
        expect_success(db::migrate(*database, migrations, directory / "backups", autumn));
        fill_demonstration_at(*database, *Instant::from_iso(day));
    }
}

TEST_CASE("a file that somebody handed in leaves with everything, and comes back byte for byte with its hash")
{
    for_each_engine([](db::Database& target) {
        TemporaryDirectory const directory;
        auto const source = expect_success(db::Database::open({ "sqlite:" + (directory / "source.db"), 1 }));
        std::vector<db::Migration> const migrations(db::all_migrations().begin(), db::all_migrations().end());
        expect_success(db::migrate(*source, migrations, directory / "backups", autumn));
        SeededChance chance { 4 };
        std::string bytes = "%PDF-1.7\n";
        while (bytes.size() < 1'500'000)
            bytes += std::string("\0\n\xFF\x80 signature", 14);
        bytes += "\n%%EOF";
        auto const file = expect_success(source->write([&](db::Transaction& tx) -> Result<documents::StoredFile> {
            return documents::insert_file(tx, TRY(documents::accepted("lettre.pdf", bytes, "scan")), "", {}, autumn, chance);
        }));
        auto const archive = directory / "tout.toguna";
        expect_success(app::export_all(*source, directory / "files", archive, autumn, {}));
        expect_success(app::import_all(target, directory / "copy", archive, {}));
        CHECK(expect_success(target.read([&](db::Reader const& db) -> Result<std::string> { return documents::read_bytes(db, TRY(documents::find_file(db, file.id))); })) == bytes);
    });
}
