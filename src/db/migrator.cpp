#include "db/migrator.hpp"
#include "db/migration_text.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

namespace toguna::db {

namespace {

constexpr auto register_table = R"sql(
CREATE TABLE IF NOT EXISTS db_migration (
  name @text PRIMARY KEY,
  checksum @text NOT NULL,
  applied_at @instant NOT NULL
);)sql";

/// BLAKE2b of the text as it was written, so that it is the same for both engines.
std::string checksum_of(std::string_view sql)
{
    std::array<unsigned char, 32> hash {};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(sql.data()), sql.size(), nullptr, 0);
    std::array<char, 65> hex {};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

using Applied = std::map<std::string, std::string, std::less<>>; // name → checksum

Result<Applied> read_applied(Reader const& db)
{
    bool is_there = false;
    auto const* const question = db.engine() == Engine::Sqlite ? "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'db_migration'"
                                                               : "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'db_migration'";
    TRY(db.each_raw(question, {}, [&](Row const&) { is_there = true; }));
    Applied applied;
    if (is_there)
        TRY(db.each_raw("SELECT name, checksum FROM db_migration", {}, [&](Row const& row) { applied.emplace(row.string(0), row.string(1)); }));
    return applied;
}

std::vector<Migration> in_order(std::vector<Migration> migrations)
{
    std::sort(migrations.begin(), migrations.end(), [](Migration const& a, Migration const& b) { return a.name < b.name; });
    return migrations;
}

Result<void> check_history(Applied const& applied, std::vector<Migration> const& migrations)
{
    for (auto const& [name, checksum] : applied) {
        auto const known = std::find_if(migrations.begin(), migrations.end(), [&](Migration const& migration) { return migration.name == name; });
        if (known == migrations.end())
            return fail(ErrorKind::Conflict,
                tr("This database was written by a newer Toguna: it holds the change “{name}”, which this version does not know. Install that version or a later one, or restore a backup made before the upgrade.", { { "name", name } }));
        if (checksum_of(known->sql) != checksum)
            return fail(ErrorKind::Conflict,
                tr("The migration “{name}” was altered after this database had applied it. Install an unaltered release of Toguna; a new change needs a new migration.", { { "name", name } }));
    }
    return {};
}

/// Returns false when another process applied it in between.
Result<bool> apply(Database& database, Migration const& migration, Instant now)
{
    auto const sql = TRY(migration_text(migration.sql, database.engine()));
    return database.write([&](Transaction& tx) -> Result<bool> {
        // First of all: on PostgreSQL the state a transaction sees is fixed by its first query, after this lock.
        if (tx.engine() == Engine::Postgresql)
            TRY(tx.execute_raw("LOCK TABLE db_migration IN EXCLUSIVE MODE"));
        if (TRY(read_applied(tx)).contains(migration.name))
            return false;
        TRY(tx.execute_raw(sql));
        TRY(tx.execute_raw("INSERT INTO db_migration (name, checksum, applied_at) VALUES ($1, $2, $3)",
            { migration.name, checksum_of(migration.sql), now }));
        return true;
    });
}

/// "before-migration-20261123T031000Z.db": no colon, because people carry these files to Windows machines.
std::string backup_name(Instant now)
{
    auto text = now.to_iso().substr(0, 19);
    std::erase_if(text, [](char character) { return character == '-' || character == ':'; });
    return "before-migration-" + text + "Z.db";
}

Result<std::string> save_copy(Database& database, std::string const& directory, Instant now)
{
    std::error_code problem;
    std::filesystem::create_directories(directory, problem);
    if (problem)
        return fail(ErrorKind::Unavailable, tr("The folder “{path}” for backups cannot be made: the upgrade has not started.", { { "path", directory } }), problem.message());
    auto const path = (std::filesystem::path(directory) / backup_name(now)).string();
    TRY(database.backup_to(path));
    return path;
}

} // namespace

Result<std::vector<std::string>> pending_migrations(Database& database, std::vector<Migration> const& migrations)
{
    auto const applied = TRY(database.read([](Reader const& db) { return read_applied(db); }));
    std::vector<std::string> pending;
    for (auto const& migration : in_order(migrations))
        if (!applied.contains(migration.name))
            pending.emplace_back(migration.name);
    return pending;
}

Result<MigrationReport> migrate(Database& database, std::vector<Migration> migrations, std::string const& backup_directory, Instant now)
{
    migrations = in_order(std::move(migrations));
    auto const applied = TRY(database.read([](Reader const& db) { return read_applied(db); }));
    TRY(check_history(applied, migrations));

    MigrationReport report;
    bool const is_complete = std::all_of(migrations.begin(), migrations.end(), [&](Migration const& migration) { return applied.contains(migration.name); });
    if (is_complete && !migrations.empty())
        return report;
    if (!applied.empty() && database.engine() == Engine::Sqlite)
        report.backup_path = TRY(save_copy(database, backup_directory, now));

    auto const register_sql = TRY(migration_text(register_table, database.engine()));
    TRY(database.write([&](Transaction& tx) { return tx.execute_raw(register_sql); }));
    for (auto const& migration : migrations) {
        if (applied.contains(migration.name))
            continue;
        if (TRY(apply(database, migration, now)))
            report.applied.emplace_back(migration.name);
    }
    return report;
}

} // namespace toguna::db
