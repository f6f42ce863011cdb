#include "db/pool.hpp"
#include "db/postgresql.hpp"
#include "db/refusal.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

namespace toguna::db {

namespace {

using namespace std::chrono_literals;

/// A transaction that met others is run again this often at most; one whose server went away, less often and slower:
/// three seconds in all, so that a page answers before its reader gives up.
constexpr int most_attempts = 10;
constexpr int most_connections_lost = 5;
constexpr auto rest_after_loss = 200ms;

/// From this attempt on, those who run again wait in line, so that each of them gets through.
constexpr int attempts_before_waiting_in_line = 3;
constexpr auto enter_line = "SELECT pg_advisory_lock(7406191)";
constexpr auto leave_line = "SELECT pg_advisory_unlock(7406191)";

/// SERIALIZABLE gives what SQLite's single writer gives: what a function has read is still true when it commits.
constexpr auto begin_write = "BEGIN ISOLATION LEVEL SERIALIZABLE";
constexpr auto begin_read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

class PostgresqlDatabase final : public Database {
public:
    PostgresqlDatabase(std::string url, int readers)
        : m_url(std::move(url))
        , m_readers(static_cast<std::size_t>(std::max(readers, 1)), [this] { return PostgresqlConnection::open(m_url, m_counters); })
        , m_writers(static_cast<std::size_t>(std::max(readers / 2, 2)), [this] { return PostgresqlConnection::open(m_url, m_counters); })
    {
    }

    /// Fails early when the server cannot be reached.
    Result<void> try_connection()
    {
        TRY(m_readers.take());
        return {};
    }

    Engine engine() const override { return Engine::Postgresql; }
    Statistics statistics() const override { return { m_counters.statements, m_counters.commits }; }

    Result<void> backup_to(std::string const&) override
    {
        return fail(ErrorKind::Invalid, tr("Only a SQLite database is copied this way. Back up PostgreSQL with pg_dump, as docs/reliability.md explains."));
    }
    Result<std::string> integrity_problem() override;

protected:
    Result<void> run_read(std::function<void(Reader const&)> const& function) override;
    Result<void> run_write(std::function<Result<void>(Transaction&)> const& function) override;

private:
    using ConnectionPool = Pool<PostgresqlConnection>;

    Result<ConnectionPool::Lease> begin(ConnectionPool& pool, char const* sql, bool waits_in_line);
    Result<void> commit(PostgresqlConnection& connection);
    Result<void> run_once(PostgresqlConnection& connection, std::function<Result<void>(Transaction&)> const& function);

    std::string const m_url;
    Counters m_counters;
    ConnectionPool m_readers;
    ConnectionPool m_writers;
};

/// Ends a transaction that was not committed, whatever happened in it, and leaves the line.
struct EndOfTransaction {
    PostgresqlConnection& connection;
    bool is_in_line = false;
    ~EndOfTransaction()
    {
        if (!connection.is_lost() && !connection.is_usable())
            (void)connection.control("ROLLBACK");
        if (is_in_line && !connection.is_lost())
            (void)connection.control(leave_line);
        connection.forget_failure();
    }
};

/// A connection that went stale while idle is found out here, where nothing is lost yet: all idle ones are dropped
/// and a new one is opened.
Result<PostgresqlDatabase::ConnectionPool::Lease> PostgresqlDatabase::begin(ConnectionPool& pool, char const* sql, bool waits_in_line)
{
    for (bool is_second_try = false;; is_second_try = true) {
        auto lease = TRY(pool.take());
        if (waits_in_line)
            (void)lease->control(enter_line);
        auto begun = lease->control(sql);
        if (begun)
            return lease;
        if (!lease->is_lost() || is_second_try)
            return fail(std::move(begun).error());
        pool.drop_idle();
    }
}

Result<void> PostgresqlDatabase::run_read(std::function<void(Reader const&)> const& function)
{
    auto const lease = TRY(begin(m_readers, begin_read, false));
    EndOfTransaction const end { *lease };
    function(Reader(*lease));
    return {};
}

Result<void> PostgresqlDatabase::commit(PostgresqlConnection& connection)
{
    auto const word = connection.control("COMMIT");
    if (!word && connection.is_lost())
        return fail(refusal(Complaint::UnknownFate, "commit", word.error().detail));
    if (!word)
        return fail(word.error());
    if (*word != "COMMIT")
        return fail(refusal(Complaint::Fault, "commit", "the server answered " + *word));
    m_counters.commits.fetch_add(1, std::memory_order_relaxed);
    return {};
}

Result<void> PostgresqlDatabase::run_once(PostgresqlConnection& connection, std::function<Result<void>(Transaction&)> const& function)
{
    Transaction transaction(connection);
    auto outcome = function(transaction);
    if (connection.failure())
        return fail(outcome ? *connection.failure() : std::move(outcome).error());
    TRY(std::move(outcome));
    return {};
}

Result<void> PostgresqlDatabase::run_write(std::function<Result<void>(Transaction&)> const& function)
{
    InsideWrite const inside(*this);
    int losses = 0;
    for (int attempt = 1;; ++attempt) {
        bool const waits_in_line = attempt > attempts_before_waiting_in_line && losses == 0;
        auto lease = begin(m_writers, begin_write, waits_in_line);
        if (!lease) {
            if (losses == 0 || losses >= most_connections_lost)
                return fail(std::move(lease).error());
            std::this_thread::sleep_for(rest_after_loss * ++losses);
            continue;
        }
        auto& connection = **lease;
        EndOfTransaction const end { connection, waits_in_line };

        auto outcome = run_once(connection, function);
        if (outcome) {
            outcome = commit(connection);
            if (outcome || connection.is_lost())
                return outcome; // recorded; or nobody knows, and twice would be worse
        }
        if (connection.is_lost() && losses < most_connections_lost) {
            m_writers.drop_idle();
            std::this_thread::sleep_for(rest_after_loss * ++losses);
            continue;
        }
        if (!connection.met_others() || attempt >= most_attempts)
            return outcome;
    }
}

Result<std::string> PostgresqlDatabase::integrity_problem()
{
    std::string problem;
    TRY(read([&](Reader const& db) {
        return db.each_raw("SELECT checksum_failures FROM pg_stat_database WHERE datname = current_database()", {}, [&](Row const& row) {
            if (auto const failures = row.optional_integer(0).value_or(0))
                problem = std::to_string(failures) + " pages of the server's files failed their checksum";
        });
    }));
    return problem;
}

} // namespace

Result<std::unique_ptr<Database>> open_postgresql(std::string const& url, int readers)
{
    auto database = std::make_unique<PostgresqlDatabase>(url, readers);
    TRY(database->try_connection());
    return database;
}

} // namespace toguna::db
