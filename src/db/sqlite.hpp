#pragma once
/// One SQLite connection. Only src/db includes this.

#include "db/connection.hpp"

#include <sqlite3.h>

#include <unordered_map>

namespace toguna::db {

enum class SqliteAccess { Read, Write };

class SqliteConnection final : public Connection {
public:
    static Result<std::unique_ptr<SqliteConnection>> open(std::string const& path, SqliteAccess access, Counters& counters);
    ~SqliteConnection() override;

    Engine engine() const override { return Engine::Sqlite; }
    bool is_usable() const { return !is_in_transaction(); }

    /// BEGIN, SAVEPOINT … : not counted, and possible after a failure.
    Result<void> control(std::string_view sql);
    bool is_in_transaction() const { return !sqlite3_get_autocommit(m_handle); }
    /// True when a deferred foreign key still points to nothing; COMMIT would fail for every function of the batch.
    bool has_dangling_reference() const;
    /// While true, a statement outside a transaction is refused: SQLite ends the transaction by itself when the disk
    /// is full, and what follows would otherwise be committed statement by statement.
    void expect_transaction(bool expected) { m_expects_transaction = expected; }

    /// Pages in the write-ahead log after the last commit.
    int log_pages() const { return m_log_pages; }
    void checkpoint(int mode) { sqlite3_wal_checkpoint_v2(m_handle, nullptr, mode, nullptr, nullptr); }

    /// How long a lock is waited for, here only or as usual.
    void be_patient_for(int milliseconds) { sqlite3_busy_timeout(m_handle, milliseconds); }
    void be_patient();

    sqlite3* handle() const { return m_handle; }

protected:
    Result<std::int64_t> run_now(Statement const& statement, Values values, Visit const& visit) override;

private:
    struct Prepared {
        sqlite3_stmt* statement = nullptr;
        std::vector<int> values; ///< which value each parameter of SQLite's own numbering stands for
        bool is_running = false;
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    struct Run;

    SqliteConnection(sqlite3* handle, Counters& counters) : Connection(counters), m_handle(handle) { }

    Result<Prepared> prepare(std::string_view name, std::string_view sql, std::string_view* rest);
    Result<Prepared*> prepared(std::string_view name, std::string_view sql);
    Result<std::int64_t> step(Prepared& prepared, std::string_view name, Values values, Visit const& visit);
    Result<std::int64_t> run_script(Statement const& statement, Values values, Visit const& visit);
    Error error(std::string_view name) const;

    sqlite3* m_handle;
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> m_prepared;
    bool m_expects_transaction = false;
    int m_log_pages = 0;
};

/// The refusal for what SQLite last said on this connection.
Error sqlite_error(sqlite3* handle, std::string_view statement);

} // namespace toguna::db
