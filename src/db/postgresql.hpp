#pragma once
/// One PostgreSQL connection. Only src/db includes this.

#include "db/connection.hpp"

#include <libpq-fe.h>

#include <map>

namespace toguna::db {

struct FreeResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using PostgresqlResult = std::unique_ptr<PGresult, FreeResult>;

class PostgresqlConnection final : public Connection {
public:
    static Result<std::unique_ptr<PostgresqlConnection>> open(std::string const& url, Counters& counters);
    ~PostgresqlConnection() override;

    Engine engine() const override { return Engine::Postgresql; }
    /// Neither broken nor in the middle of something.
    bool is_usable() const { return !m_is_lost && PQtransactionStatus(m_handle) == PQTRANS_IDLE; }
    /// The server went away, became a standby, or forgot what was prepared: only a new connection helps.
    bool is_lost() const { return m_is_lost; }
    /// The last error says that the same transaction may succeed when run again: 40001 or 40P01.
    bool met_others() const { return m_met_others; }

    /// BEGIN, COMMIT, SET …: not counted, and possible after a failure. Returns the server's word for it ("COMMIT",
    /// "ROLLBACK"): committing a failed transaction succeeds with the word ROLLBACK.
    Result<std::string> control(char const* sql);

protected:
    Result<std::int64_t> run_now(Statement const& statement, Values values, Visit const& visit) override;

private:
    PostgresqlConnection(PGconn* handle, Counters& counters) : Connection(counters), m_handle(handle) { }

    Result<PostgresqlResult> checked(PGresult* result, std::string_view statement);
    Result<PostgresqlResult> run_prepared(Statement const& statement, Values values);
    Result<PostgresqlResult> run_once(std::string_view name, std::string const& sql, Values values);
    Result<std::int64_t> run_with_cursor(Statement const& statement, Values values, Visit const& visit);
    Error error(PGresult const* result, std::string_view statement);

    PGconn* m_handle;
    std::map<std::string, std::string, std::less<>> m_prepared; ///< SQL → its name on the server
    int m_cursors = 0;
    bool m_is_lost = false;
    bool m_met_others = false;
};

} // namespace toguna::db
