#pragma once
/// What the two drivers are made of. Only src/db includes this.

#include "db/database.hpp"

#include <atomic>
#include <span>

namespace toguna::db {

struct Statement {
    std::string_view name; ///< for the log
    std::string_view sql;
    /// Named queries stay prepared on their connection; text made at run time does not, and without values it may
    /// hold several statements.
    bool is_named = false;
};

using Visit = std::function<void(Row const&)>;
using Values = std::span<Value const* const>;

/// What every connection of one database adds to.
struct Counters {
    std::atomic<std::uint64_t> statements = 0;
    std::atomic<std::uint64_t> commits = 0;
};

/// One conversation with an engine, used by one thread at a time.
///
/// After a statement failed, the transaction around it is lost: every further statement repeats the first error.
/// PostgreSQL demands this; SQLite would go on, and code tested on SQLite alone would then break in the capital.
class Connection {
public:
    explicit Connection(Counters& counters) : m_counters(counters) { }
    Connection(Connection const&) = delete;
    virtual ~Connection() = default;

    virtual Engine engine() const = 0;

    /// Returns how many rows were changed.
    Result<std::int64_t> run(Statement const& statement, Values values, Visit const& visit);

    std::optional<Error> const& failure() const { return m_failure; }
    void forget_failure() { m_failure.reset(); }

protected:
    virtual Result<std::int64_t> run_now(Statement const& statement, Values values, Visit const& visit) = 0;

    Counters& m_counters;

private:
    std::optional<Error> m_failure;
};

/// A column that holds something else than the program asked for: a bug, so it is thrown.
[[noreturn]] void throw_unreadable(Row const& row, int column, std::string_view wanted);

/// Says that the calling thread is inside `write` of this database, and throws when it already was: the inner
/// function would wait for the outer one for ever.
class InsideWrite {
public:
    explicit InsideWrite(Database const& database);
    ~InsideWrite();
    InsideWrite(InsideWrite const&) = delete;

private:
    Database const* m_outer;
};

Result<std::unique_ptr<Database>> open_sqlite(std::string const& path, int readers);
Result<std::unique_ptr<Database>> open_postgresql(std::string const& url, int readers);

} // namespace toguna::db
