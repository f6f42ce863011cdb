#include "app/data_archive.hpp"

#include "app/archive_file.hpp"
#include "app/table_list.hpp"
#include "base/hash.hpp"
#include "db/migrations.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <sodium.h>

#include <filesystem>
#include <fstream>

namespace toguna::app {

namespace {

namespace files = std::filesystem;

std::string last_migration() { return db::all_migrations().empty() ? std::string() : std::string(db::all_migrations().back().name); }

Result<void> add_library(ArchiveWriter& archive, std::string const& files_directory)
{
    std::error_code problem;
    if (!files::is_directory(files_directory, problem))
        return {};
    for (auto const& entry : files::recursive_directory_iterator(files_directory))
        if (entry.is_regular_file())
            TRY(archive.add_file("files/" + files::relative(entry.path(), files_directory).generic_string(), entry.path().string()));
    return {};
}

Result<void> extract_library(ArchiveReader const& archive, std::string const& files_directory)
{
    for (auto const& [name, checksum] : archive.entries())
        if (name.starts_with("files/"))
            TRY(archive.extract(name, files_directory + "/" + name.substr(6)));
    return {};
}

db::Value stored_value(Column const& column, boost::json::value const& value)
{
    if (value.is_null())
        return std::nullopt;
    if (column.type == ColumnType::Real)
        return value.to_number<double>();
    if (value.is_number())
        return value.to_number<std::int64_t>();
    std::string const text(value.as_string());
    if (column.type != ColumnType::Blob)
        return text;
    db::Blob blob(text.size());
    std::size_t length = 0;
    sodium_base642bin(blob.data(), blob.size(), text.data(), text.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL);
    blob.resize(length);
    return blob;
}

std::string insert_statement(Table const& table)
{
    std::string names;
    std::string places;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        names += (index ? ", " : "") + table.columns[index].name;
        places += fmt::format("{}${}", index ? ", " : "", index + 1);
    }
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name, names, places);
}

tl::unexpected<Error> other_release(std::string detail)
{
    return fail(ErrorKind::Invalid, tr("This archive was written by another release of Toguna. Import it with that release, then update."), std::move(detail));
}

Result<void> import_row(db::Transaction& tx, Table const& table, std::string const& insert, std::string_view line)
{
    boost::system::error_code problem;
    auto const row = boost::json::parse(line, problem);
    if (problem || !row.is_object() || row.as_object().size() != table.columns.size())
        return other_release("row of " + table.name);
    std::vector<db::Value> values;
    for (auto const& column : table.columns) {
        auto const* value = row.as_object().if_contains(column.name);
        if (!value)
            return other_release("no column " + column.name + " in " + table.name);
        values.push_back(stored_value(column, *value));
    }
    TRY(tx.execute_raw(insert, values));
    return {};
}

/// What migrations themselves put in (the first catalogue, countries) makes room for what the archive holds.
Result<void> clear_seeds(db::Transaction& tx, std::vector<Table> const& tables)
{
    std::int64_t accounts = 0;
    TRY(tx.each_raw("SELECT count(*) FROM accounts_account", {}, [&](db::Row const& row) { accounts = row.integer(0); }));
    std::int64_t events = 0;
    TRY(tx.each_raw("SELECT count(*) FROM journal_event", {}, [&](db::Row const& row) { events = row.integer(0); }));
    if (accounts > 0 || events > 0)
        return fail(ErrorKind::Conflict, tr("The database already holds data. Import into an empty one: choose another --data folder or --database."));
    for (auto const& table : tables)
        if (table.name != "journal_event")
            TRY(tx.execute_raw("DELETE FROM " + table.name));
    return {};
}

} // namespace

Result<DataDigest> export_all(db::Database& database, std::string const& files_directory, std::string const& path, Instant now, Progress const& progress)
{
    auto archive = TRY(ArchiveWriter::create(path));
    auto const digest = TRY(database.read([&](db::Reader const& db) -> Result<DataDigest> {
        for (auto const& table : TRY(data_tables(db))) {
            auto const file_path = fmt::format("{}/{}.jsonl", archive.scratch(), table.name);
            std::ofstream file(file_path, std::ios::binary);
            TRY(db.each_raw(select_all(table), {}, [&](db::Row const& row) { file << row_as_json(table, row) << '\n'; }));
            if (!file.flush())
                return fail(ErrorKind::Unavailable, tr("{path} cannot be written. Check the free space and the rights of the folder.", { { "path", path } }), table.name);
            TRY(archive.add_file("tables/" + table.name + ".jsonl", file_path));
        }
        return data_digest(db, progress);
    }));
    TRY(add_library(archive, files_directory));
    TRY(archive.finish("export", { { "written_at", now.to_iso() }, { "last_migration", last_migration() }, { "digest", digest.digest } }));
    return digest;
}

Result<DataDigest> import_all(db::Database& database, std::string const& files_directory, std::string const& path, Progress const& progress)
{
    auto const archive = TRY(ArchiveReader::open(path));
    if (archive.kind() != "export")
        return fail(ErrorKind::Invalid, tr("{path} is a backup of an embedded database: use « toguna restore ».", { { "path", path } }));
    if (auto const found = archive.fields().find("last_migration"); found == archive.fields().end() || found->second != last_migration())
        return other_release("last migration differs");

    auto const digest = TRY(database.write([&](db::Transaction& tx) -> Result<DataDigest> {
        auto const tables = TRY(data_tables(tx));
        // Rows come table by table in the order of names; who points to whom is checked when all are there.
        TRY(tx.execute_raw(tx.engine() == db::Engine::Sqlite ? "PRAGMA defer_foreign_keys = ON" : "SET CONSTRAINTS ALL DEFERRED"));
        TRY(clear_seeds(tx, tables));
        for (auto const& table : tables) {
            auto const insert = insert_statement(table);
            std::int64_t rows = 0;
            TRY(archive.each_line("tables/" + table.name + ".jsonl", [&](std::string_view line) -> Result<void> {
                if (progress && ++rows % 10'000 == 0)
                    progress(table.name, rows);
                return import_row(tx, table, insert, line);
            }));
        }
        auto const written = TRY(data_digest(tx));
        if (auto const expected = archive.fields().find("digest"); expected == archive.fields().end() || expected->second != written.digest)
            return fail(ErrorKind::Internal, tr("What was written differs from the archive; nothing was kept."), "digest differs");
        return written;
    }));
    TRY(extract_library(archive, files_directory));
    return digest;
}

Result<void> backup(db::Database& database, std::string const& files_directory, std::string const& path, Instant now, Progress const& progress)
{
    if (database.engine() == db::Engine::Postgresql) {
        TRY(export_all(database, files_directory, path, now, progress));
        return {};
    }
    auto archive = TRY(ArchiveWriter::create(path));
    auto const copy = archive.scratch() + "/toguna.db";
    TRY(database.backup_to(copy));
    TRY(archive.add_file("toguna.db", copy));
    TRY(add_library(archive, files_directory));
    return archive.finish("backup", { { "written_at", now.to_iso() }, { "last_migration", last_migration() } });
}

Result<void> restore(std::string const& path, std::string const& data_directory)
{
    auto const archive = TRY(ArchiveReader::open(path));
    if (archive.kind() != "backup")
        return fail(ErrorKind::Invalid, tr("{path} is an export: use « toguna import ».", { { "path", path } }));
    auto const target = data_directory + "/toguna.db";
    std::error_code problem;
    if (files::exists(target, problem))
        return fail(ErrorKind::Conflict, tr("{path} already holds a database. Restore into an empty folder, or move the old one away first.", { { "path", data_directory } }));
    files::create_directories(data_directory, problem);
    // The database appears under its name only when all of it is there and the engine finds it sound.
    auto const temporary = target + ".restoring";
    TRY(archive.extract("toguna.db", temporary));
    {
        auto const database = TRY(db::Database::open({ "sqlite:" + temporary, 1 }));
        if (auto const wrong = TRY(database->integrity_problem()); !wrong.empty())
            return fail(ErrorKind::Invalid, tr("The database in this backup is damaged. Take an older backup."), wrong);
    }
    for (auto const* rest : { "-wal", "-shm" })
        files::remove(temporary + rest, problem);
    TRY(extract_library(archive, data_directory + "/files"));
    files::rename(temporary, target, problem);
    if (problem)
        return fail(ErrorKind::Unavailable, tr("{path} cannot be written. Check the free space and the rights of the folder.", { { "path", target } }), problem.message());
    return {};
}

} // namespace toguna::app
