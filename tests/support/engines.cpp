#include "support/engines.hpp"

#include "db/migrations.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

namespace toguna::test {

namespace {

std::unique_ptr<db::Database> open_database(std::string const& url) { return expect_success(db::Database::open({ url, 4 })); }

void migrate_all(db::Database& database)
{
    auto const migrations = db::all_migrations();
    TemporaryDirectory const backups;
    auto const report = db::migrate(database, { migrations.begin(), migrations.end() }, backups.path(), *Instant::from_iso("2026-11-23T08:00:00Z"));
    expect_success(report);
}

/// A migrated SQLite file, made once per test program.
std::string const& sqlite_template()
{
    static TemporaryDirectory const directory;
    static std::string const path = [] {
        migrate_all(*open_database("sqlite:" + (directory / "template.db")));
        return directory / "template.db";
    }();
    return path;
}

void run_on_sqlite(bool is_migrated, std::function<void(db::Database&)> const& body)
{
    TemporaryDirectory const directory;
    if (is_migrated)
        std::filesystem::copy_file(sqlite_template(), directory / "toguna.db");
    auto const database = open_database("sqlite:" + (directory / "toguna.db"));
    body(*database);
}

void run(bool is_migrated, std::function<void(db::Database&)> const& body)
{
    SUBCASE("SQLite") { run_on_sqlite(is_migrated, body); }
}

} // namespace

TemporaryDirectory::TemporaryDirectory()
{
    auto pattern = (std::filesystem::temp_directory_path() / "toguna-test-XXXXXX").string();
    if (!mkdtemp(pattern.data()))
        throw std::runtime_error("no temporary directory: " + pattern);
    m_path = pattern;
}

TemporaryDirectory::~TemporaryDirectory()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

void for_each_engine(std::function<void(db::Database&)> const& body) { run(true, body); }

void for_each_empty_engine(std::function<void(db::Database&)> const& body) { run(false, body); }

} // namespace toguna::test
