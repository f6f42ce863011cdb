#include "db/pool.hpp"
#include "db/refusal.hpp"
#include "db/sqlite.hpp"
#include "db/write_queue.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <filesystem>

namespace toguna::db {

namespace {

using namespace std::chrono_literals;

/// A batch ends at the latest after this many functions, or when a function ends and the batch is this old.
constexpr int most_functions_of_a_batch = 64;
constexpr auto oldest_batch = 20ms;

/// Pages of 4 KiB in the write-ahead log. From the first on, what no reader needs is moved to the file after each
/// batch; from the second on (64 MiB), the writer waits a little for readers, so that the log starts again.
constexpr int log_pages_to_move = 1000;
constexpr int log_pages_to_restart = 16384;
constexpr int restart_patience_milliseconds = 250;

class SqliteDatabase final : public Database {
public:
    static Result<std::unique_ptr<Database>> open(std::string const& path, int readers)
    {
        std::unique_ptr<SqliteDatabase> database(new SqliteDatabase(path, readers));
        database->m_writer = TRY(SqliteConnection::open(path, SqliteAccess::Write, database->m_counters));
        return database;
    }

    Engine engine() const override { return Engine::Sqlite; }
    Statistics statistics() const override { return { m_counters.statements, m_counters.commits }; }
    Result<void> backup_to(std::string const& path) override;
    Result<std::string> integrity_problem() override;

protected:
    Result<void> run_read(std::function<void(Reader const&)> const& function) override;
    Result<void> run_write(std::function<Result<void>(Transaction&)> const& function) override;

private:
    SqliteDatabase(std::string path, int readers)
        : m_path(std::move(path))
        , m_readers(static_cast<std::size_t>(std::max(readers, 1)), [this] { return SqliteConnection::open(m_path, SqliteAccess::Read, m_counters); })
    {
    }

    Result<void> join_batch();
    Result<void> run_in_savepoint(std::function<Result<void>(Transaction&)> const& function);
    /// `reason` explains why the engine itself ended the transaction, if it did.
    void end_batch(std::optional<Error> reason);
    void tidy_log();

    std::string const m_path;
    Counters m_counters;
    WriteQueue m_queue;
    std::unique_ptr<SqliteConnection> m_writer; ///< touched only in one's turn, as the batch
    std::shared_ptr<WriteBatch> m_batch;
    Pool<SqliteConnection> m_readers;
};

Result<void> SqliteDatabase::run_read(std::function<void(Reader const&)> const& function)
{
    auto const lease = TRY(m_readers.take());
    auto& connection = *lease;
    struct EndOfRead {
        SqliteConnection& connection;
        ~EndOfRead()
        {
            (void)connection.control("ROLLBACK");
            connection.forget_failure();
        }
    };
    TRY(connection.control("BEGIN"));
    EndOfRead const end { connection };
    function(Reader(connection));
    return {};
}

/// Everybody runs their function in their turn on their own thread. The last in line, or who finds the batch full,
/// commits for all; the others wait for that outside their turn. Who comes alone waits for nobody.
Result<void> SqliteDatabase::run_write(std::function<Result<void>(Transaction&)> const& function)
{
    InsideWrite const inside(*this);
    WriteQueue::Turn turn(m_queue);
    TRY(join_batch());
    auto const batch = m_batch;
    ++batch->functions;

    Result<void> outcome;
    std::exception_ptr thrown;
    try {
        outcome = run_in_savepoint(function);
    } catch (...) {
        thrown = std::current_exception();
        outcome = fail({});
    }
    batch->successes += outcome ? 1 : 0;

    bool const is_full = batch->functions >= most_functions_of_a_batch || std::chrono::steady_clock::now() - batch->opened_at >= oldest_batch;
    if (is_full || !m_queue.somebody_waits() || !m_writer->is_in_transaction())
        end_batch(outcome ? std::nullopt : std::optional(outcome.error()));
    turn.leave();
    m_queue.wait_for_end(*batch);

    if (thrown)
        std::rethrow_exception(thrown);
    if (batch->failure)
        return fail(*batch->failure);
    return outcome;
}

Result<void> SqliteDatabase::join_batch()
{
    if (m_batch)
        return {};
    TRY(m_writer->control("BEGIN IMMEDIATE"));
    m_writer->expect_transaction(true);
    m_batch = std::make_shared<WriteBatch>();
    return {};
}

/// What a failing function did is undone; its neighbours in the batch do not notice.
Result<void> SqliteDatabase::run_in_savepoint(std::function<Result<void>(Transaction&)> const& function)
{
    struct Undo {
        SqliteConnection& writer;
        bool is_wanted = true;
        ~Undo()
        {
            writer.forget_failure();
            if (!writer.is_in_transaction())
                return;
            if (is_wanted)
                (void)writer.control("ROLLBACK TO one_function");
            (void)writer.control("RELEASE one_function");
        }
    };
    TRY(m_writer->control("SAVEPOINT one_function"));
    Undo undo { *m_writer };
    Transaction transaction(*m_writer);
    TRY(function(transaction));
    if (m_writer->failure())
        return fail(*m_writer->failure());
    if (m_writer->has_dangling_reference())
        return fail(refusal(Complaint::StillUsed, "commit", "a deferred foreign key points to nothing"));
    undo.is_wanted = false;
    return {};
}

void SqliteDatabase::end_batch(std::optional<Error> reason)
{
    auto const batch = std::exchange(m_batch, nullptr);
    m_writer->expect_transaction(false);
    std::optional<Error> failure;
    if (!m_writer->is_in_transaction()) {
        failure = reason ? std::move(reason) : refusal(Complaint::DiskFault, "batch", "the engine rolled the transaction back");
    } else if (batch->successes == 0) {
        (void)m_writer->control("ROLLBACK");
    } else if (auto committed = m_writer->control("COMMIT"); !committed) {
        failure = std::move(committed).error();
        if (m_writer->is_in_transaction())
            (void)m_writer->control("ROLLBACK");
    } else {
        m_counters.commits.fetch_add(1, std::memory_order_relaxed);
    }
    m_queue.end(*batch, std::move(failure));
    tidy_log();
}

void SqliteDatabase::tidy_log()
{
    if (m_writer->log_pages() < log_pages_to_move)
        return;
    if (m_writer->log_pages() < log_pages_to_restart) {
        m_writer->checkpoint(SQLITE_CHECKPOINT_PASSIVE);
        return;
    }
    m_writer->be_patient_for(restart_patience_milliseconds);
    m_writer->checkpoint(SQLITE_CHECKPOINT_RESTART);
    m_writer->be_patient();
}

Result<void> flush_to_disk(std::string const& path)
{
    int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    bool const is_flushed = file >= 0 && ::fsync(file) == 0;
    int const reason = errno;
    if (file >= 0)
        ::close(file);
    if (!is_flushed)
        return fail(refusal(Complaint::DiskFault, path, std::strerror(reason)));
    return {};
}

Result<void> copy_database(sqlite3* from, std::string const& path)
{
    sqlite3* opened = nullptr;
    int const code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<sqlite3, int (*)(sqlite3*)> const to(opened, sqlite3_close_v2);
    if (code != SQLITE_OK)
        return fail(ErrorKind::Unavailable, tr("The copy “{path}” cannot be written. Check that its folder exists and may be written to.", { { "path", path } }), sqlite3_errmsg(opened));
    auto* const backup = sqlite3_backup_init(to.get(), "main", from, "main");
    if (!backup)
        return fail(sqlite_error(to.get(), "backup"));
    sqlite3_backup_step(backup, -1); // all at once: writers go on in the log meanwhile
    if (sqlite3_backup_finish(backup) != SQLITE_OK)
        return fail(sqlite_error(to.get(), "backup"));
    return {};
}

Result<void> SqliteDatabase::backup_to(std::string const& path)
{
    auto const unfinished = path + ".part";
    std::filesystem::remove(unfinished);
    // A connection of its own: a long copy must not keep a reader from pages.
    auto const source = TRY(SqliteConnection::open(m_path, SqliteAccess::Read, m_counters));
    TRY(copy_database(source->handle(), unfinished));
    TRY(flush_to_disk(unfinished));
    if (std::rename(unfinished.c_str(), path.c_str()) != 0)
        return fail(refusal(Complaint::DiskFault, path, std::strerror(errno)));
    auto const directory = std::filesystem::path(path).parent_path().string();
    return flush_to_disk(directory.empty() ? "." : directory);
}

Result<std::string> SqliteDatabase::integrity_problem()
{
    auto const connection = TRY(SqliteConnection::open(m_path, SqliteAccess::Read, m_counters));
    Reader const reader(*connection);
    std::string problem;
    auto const add = [&](std::string const& line) { problem += (problem.empty() ? "" : "\n") + line; };
    TRY(reader.each_raw("PRAGMA integrity_check(20)", {}, [&](Row const& row) {
        if (row.text(0) != "ok")
            add(row.string(0));
    }));
    TRY(reader.each_raw("PRAGMA foreign_key_check", {}, [&](Row const& row) {
        add("a row of " + row.string(0) + " refers to a missing row of " + row.string(2));
    }));
    return problem;
}

} // namespace

Result<std::unique_ptr<Database>> open_sqlite(std::string const& path, int readers) { return SqliteDatabase::open(path, readers); }

} // namespace toguna::db
