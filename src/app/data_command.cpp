#include "app/commands.hpp"
#include "app/data_archive.hpp"
#include "app/table_list.hpp"
#include "db/migrations.hpp"
#include "journal/event.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <filesystem>
#include <ostream>

namespace toguna::app {

namespace {

/// « actions_action: 20 000 » on the terminal, a line a step.
Progress progress_on(Surroundings const& surroundings)
{
    return [&surroundings](std::string_view table, std::int64_t rows) { surroundings.messages << table << ": " << surroundings.language.number(rows) << "\n"; };
}

void print(Surroundings const& surroundings, boost::json::object const& json, Text const& sentence)
{
    if (surroundings.json)
        surroundings.out << boost::json::serialize(json) << "\n";
    else
        surroundings.out << surroundings.language(sentence) << "\n";
}

boost::json::object digest_as_json(DataDigest const& digest)
{
    boost::json::object rows;
    for (auto const& [table, count] : digest.rows)
        rows[table] = count;
    return { { "digest", digest.digest }, { "rows", rows } };
}

} // namespace

std::string files_directory(web::Configuration const& configuration) { return configuration.data_directory + "/files"; }

Result<std::unique_ptr<db::Database>> open_database(Surroundings const& surroundings, Migrate migrate)
{
    auto const& configuration = surroundings.configuration;
    auto url = configuration.database_url;
    if (url.empty() && configuration.data_directory.empty())
        return fail(ErrorKind::Invalid, tr("Say where the data is: --data FOLDER for the embedded database, or --database postgresql://…"));
    if (!configuration.data_directory.empty()) {
        std::error_code problem;
        std::filesystem::create_directories(configuration.data_directory, problem);
        if (problem)
            return fail(ErrorKind::Unavailable, tr("The folder {path} cannot be made. Check its rights.", { { "path", configuration.data_directory } }), problem.message());
    }
    if (url.empty())
        url = "sqlite:" + configuration.data_directory + "/toguna.db";
    auto database = TRY(db::Database::open({ url, configuration.worker_threads }));
    std::vector<db::Migration> const migrations(db::all_migrations().begin(), db::all_migrations().end());
    if (migrate == Migrate::Yes) {
        auto const report = TRY(db::migrate(*database, migrations, configuration.data_directory + "/backups", surroundings.now));
        if (!report.backup_path.empty())
            surroundings.messages << surroundings.language(tr("The database was copied to {path} before it was brought up to date.", { { "path", report.backup_path } })) << "\n";
    } else if (!TRY(db::pending_migrations(*database, migrations)).empty()) {
        return fail(ErrorKind::Conflict, tr("The database is empty or was written by an older release. Run « toguna migrate » with the same words first."));
    }
    return database;
}

Result<void> migrate(Surroundings const& surroundings)
{
    auto const database = TRY(open_database(surroundings, Migrate::Yes));
    print(surroundings, { { "up_to_date", true } }, tr("The database is up to date."));
    return {};
}

Result<void> make_backup(Surroundings const& surroundings, std::string const& path)
{
    auto const database = TRY(open_database(surroundings, Migrate::No));
    TRY(backup(*database, files_directory(surroundings.configuration), path, surroundings.now, progress_on(surroundings)));
    print(surroundings, { { "backup", path } }, tr("The backup is in {path}. Keep a copy on another machine.", { { "path", path } }));
    return {};
}

Result<void> restore_backup(Surroundings const& surroundings, std::string const& path)
{
    if (surroundings.configuration.data_directory.empty())
        return fail(ErrorKind::Invalid, tr("Say where to restore: --data FOLDER, an empty one."));
    TRY(restore(path, surroundings.configuration.data_directory));
    print(surroundings, { { "restored", path } }, tr("The backup is restored into {path}.", { { "path", surroundings.configuration.data_directory } }));
    return {};
}

Result<void> export_everything(Surroundings const& surroundings, std::string const& path)
{
    auto const database = TRY(open_database(surroundings, Migrate::No));
    auto const digest = TRY(export_all(*database, files_directory(surroundings.configuration), path, surroundings.now, progress_on(surroundings)));
    auto json = digest_as_json(digest);
    json["export"] = path;
    print(surroundings, json, tr("Everything is in {path}. What identifies the data: {digest}", { { "path", path }, { "digest", digest.digest } }));
    return {};
}

Result<void> import_everything(Surroundings const& surroundings, std::string const& path)
{
    auto const database = TRY(open_database(surroundings, Migrate::Yes));
    auto const digest = TRY(import_all(*database, files_directory(surroundings.configuration), path, progress_on(surroundings)));
    auto json = digest_as_json(digest);
    json["imported"] = path;
    print(surroundings, json, tr("Everything of {path} is imported. What identifies the data: {digest}", { { "path", path }, { "digest", digest.digest } }));
    return {};
}

Result<void> verify(Surroundings const& surroundings)
{
    auto const database = TRY(open_database(surroundings, Migrate::No));
    if (auto const wrong = TRY(database->integrity_problem()); !wrong.empty())
        return fail(ErrorKind::Internal, tr("The database file is damaged. Stop Toguna and restore the last backup with « toguna restore »."), wrong);
    auto const chain = TRY(database->read([](db::Reader const& db) { return journal::verify_chain(db); }));
    if (chain.broken_at)
        return fail(ErrorKind::Internal, tr("The journal was altered: event {sequence} does not follow from the one before.", { { "sequence", *chain.broken_at } }));
    auto const digest = TRY(database->read([](db::Reader const& db) { return data_digest(db); }));
    auto json = digest_as_json(digest);
    json["journal"] = boost::json::object { { "events", chain.events }, { "head", chain.head } };
    json["sound"] = true;
    print(surroundings, json, tr("Sound. The journal holds {events} events and ends with {head}. What identifies the data: {digest}",
        { { "events", chain.events }, { "head", chain.head }, { "digest", digest.digest } }));
    return {};
}

} // namespace toguna::app
