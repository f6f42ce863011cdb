#include "support/engines.hpp"

#include "db/migrations.hpp"

#include <doctest/doctest.h>

#include <libpq-fe.h>
#include <unistd.h>

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

/// The address of the server, or empty: then PostgreSQL is left out.
std::string server_address()
{
    char const* const url = std::getenv("TOGUNA_TEST_POSTGRESQL");
    return url ? url : "";
}

/// The same server and settings, another database.
std::string address_of(std::string const& database)
{
    auto const url = server_address();
    auto const settings = url.find('?');
    auto const host_end = url.find('/', url.find("//") + 2);
    return url.substr(0, host_end) + "/" + database + (settings == url.npos ? "" : url.substr(settings));
}

/// Outside a transaction, as CREATE DATABASE demands.
void run_on_server(std::string const& sql)
{
    std::unique_ptr<PGconn, decltype(&PQfinish)> const connection(PQconnectdb(server_address().c_str()), PQfinish);
    std::unique_ptr<PGresult, decltype(&PQclear)> const result(PQexec(connection.get(), sql.c_str()), PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK)
        throw std::runtime_error(sql + ": " + PQerrorMessage(connection.get()));
}

/// A database that is dropped at the end.
class PostgresqlDatabaseForTest {
public:
    explicit PostgresqlDatabaseForTest(std::string const& cloned_from)
    {
        static int count = 0;
        m_name = "toguna_test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
        run_on_server("CREATE DATABASE " + m_name + " TEMPLATE " + cloned_from);
    }
    ~PostgresqlDatabaseForTest()
    {
        try {
            run_on_server("DROP DATABASE IF EXISTS " + m_name + " WITH (FORCE)");
        } catch (std::exception const&) {
            // the server is private to the tests: one database too many harms nobody
        }
    }
    std::string const& name() const { return m_name; }

private:
    std::string m_name;
};

/// A migrated PostgreSQL database, made once per test program.
std::string const& postgresql_template()
{
    static PostgresqlDatabaseForTest const made("template0");
    static bool const is_migrated = [] {
        migrate_all(*open_database(address_of(made.name())));
        return true;
    }();
    (void)is_migrated;
    return made.name();
}

void run_on_postgresql(bool is_migrated, std::function<void(db::Database&)> const& body)
{
    PostgresqlDatabaseForTest const made(is_migrated ? postgresql_template() : "template0");
    auto const database = open_database(address_of(made.name()));
    body(*database);
}

void run(bool is_migrated, std::function<void(db::Database&)> const& body)
{
    SUBCASE("on SQLite") { run_on_sqlite(is_migrated, body); }
    if (!server_address().empty()) {
        SUBCASE("on PostgreSQL") { run_on_postgresql(is_migrated, body); }
    }
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
