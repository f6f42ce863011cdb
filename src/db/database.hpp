#pragma once
/// The database: SQLite on a laptop, PostgreSQL for many offices, the same SQL text on both.
///
/// A `Reader` sees one consistent state. A `Transaction` is a Reader that may also write: it is given to a
/// function by `Database::write`, which commits when the function succeeds and rolls back when it fails.

#include "base/result.hpp"
#include "db/query.hpp"

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace toguna::db {

using Blob = std::vector<std::uint8_t>;

/// What may be bound to a `:name`. Booleans, dates, instants and ids convert to what both engines store.
class Value {
public:
    Value(std::nullopt_t) { }
    Value(bool value) : m_value(value) { }
    Value(int value) : m_value(std::int64_t { value }) { }
    Value(std::int64_t value) : m_value(value) { }
    Value(std::size_t value) : m_value(static_cast<std::int64_t>(value)) { }
    Value(double value) : m_value(value) { }
    Value(std::string value) : m_value(std::move(value)) { }
    Value(std::string_view value) : m_value(std::string(value)) { }
    Value(char const* value) : m_value(std::string(value)) { }
    Value(Blob value) : m_value(std::move(value)) { }
    Value(Date value) : m_value(value.to_iso()) { }
    Value(Instant value) : m_value(value.to_iso()) { }
    template<class T>
        requires requires(T const& id) { { id.text() } -> std::convertible_to<std::string>; }
    Value(T const& id) : m_value(std::string(id.text())) { }
    template<class T>
    Value(std::optional<T> const& value)
    {
        if (value)
            *this = Value(*value);
    }

    using Stored = std::variant<std::monostate, bool, std::int64_t, double, std::string, Blob>;
    Stored const& stored() const { return m_value; }

private:
    Stored m_value;
};

struct Parameter {
    std::string_view name;
    Value value;
};

/// A view of parameters, for the length of a call: `{ { "body", id }, { "year", 2026 } }`, or a vector that was filled.
class Parameters {
public:
    Parameters() = default;
    Parameters(std::initializer_list<Parameter> list) : Parameters(list.begin(), list.size()) { }
    Parameters(std::vector<Parameter> const& list) : Parameters(list.data(), list.size()) { }
    Parameter const* begin() const { return m_first; }
    Parameter const* end() const { return m_first + m_count; }
    std::size_t size() const { return m_count; }

private:
    Parameters(Parameter const* first, std::size_t count) : m_first(first), m_count(count) { }
    Parameter const* m_first = nullptr;
    std::size_t m_count = 0;
};

/// One row while it is being read. Columns by position, from 0, in the order of the SELECT.
/// Reading NULL into a type that cannot hold it, or a text that is no date into a Date, is a bug: it throws.
class Row {
public:
    virtual ~Row() = default;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual std::string_view text(int column) const = 0;
    virtual Blob blob(int column) const = 0;
    virtual int column_count() const = 0;
    virtual std::string_view column_name(int column) const = 0;

    bool boolean(int column) const;
    Date date(int column) const;
    Instant instant(int column) const;
    std::string string(int column) const { return std::string(text(column)); }
    template<class IdType>
    IdType id(int column) const { return IdType::trusted(string(column)); }

    std::optional<std::int64_t> optional_integer(int column) const;
    std::optional<std::string> optional_string(int column) const;
    std::optional<Date> optional_date(int column) const;
    std::optional<Instant> optional_instant(int column) const;
    template<class IdType>
    std::optional<IdType> optional_id(int column) const
    {
        if (is_null(column))
            return {};
        return id<IdType>(column);
    }
};

enum class Engine { Sqlite, Postgresql };

class Connection;

class Reader {
public:
    explicit Reader(Connection& connection) : m_connection(connection) { }
    Reader(Reader const&) = delete;

    Engine engine() const;

    /// Every row, read by `read`, in the order of the query.
    template<class Read>
    auto all(Query const& query, Parameters parameters, Read const& read) const -> Result<std::vector<std::invoke_result_t<Read, Row const&>>>
    {
        std::vector<std::invoke_result_t<Read, Row const&>> rows;
        TRY(each(query, parameters, [&](Row const& row) { rows.push_back(read(row)); }));
        return rows;
    }

    /// The first row, or nothing.
    template<class Read>
    auto first(Query const& query, Parameters parameters, Read const& read) const -> Result<std::optional<std::invoke_result_t<Read, Row const&>>>
    {
        std::optional<std::invoke_result_t<Read, Row const&>> found;
        TRY(each(query, parameters, [&](Row const& row) {
            if (!found)
                found.emplace(read(row));
        }));
        return found;
    }

    /// One number: count(*), a version. Zero rows is a bug.
    Result<std::int64_t> number(Query const& query, Parameters parameters = {}) const;

    /// Row by row. PostgreSQL hands over the result of a named query as a whole; for tables that should not be held in
    /// memory at once, each_raw fetches a thousand rows at a time.
    Result<void> each(Query const& query, Parameters parameters, std::function<void(Row const&)> const& visit) const;

    /// For tables named at run time (export, copy, verify): SQL with $1, $2 …, never with a reader's words in it.
    Result<void> each_raw(std::string const& sql, std::vector<Value> const& values, std::function<void(Row const&)> const& visit) const;

protected:
    Connection& m_connection;
};

/// A statement that fails ends the transaction on both engines: what follows fails with the same error, and nothing is
/// written even if the function then returns a success.
class Transaction : public Reader {
public:
    using Reader::Reader;

    /// Runs a statement and says how many rows it changed. A broken unique or foreign key is a Conflict.
    Result<std::int64_t> execute(Query const& query, Parameters parameters = {});
    /// Without values, `sql` may hold several statements.
    Result<std::int64_t> execute_raw(std::string const& sql, std::vector<Value> const& values = {});
};

/// Counts since the database was opened; the benchmark and the constant-statements test read them.
struct Statistics {
    std::uint64_t statements = 0;
    std::uint64_t commits = 0;
};

/// Statements the calling thread has run so far, on any database: the difference around a page is what the page cost.
std::uint64_t statements_on_this_thread();

struct Options {
    /// "sqlite:/path/toguna.db" or "postgresql://user@host/name" (libpq address).
    std::string url;
    int readers = 4;
};

class Database {
public:
    static Result<std::unique_ptr<Database>> open(Options const& options);
    virtual ~Database() = default;

    virtual Engine engine() const = 0;

    /// Reads one consistent state. Never waits for a writer.
    template<class Function>
    auto read(Function const& function) -> std::invoke_result_t<Function, Reader const&>
    {
        using Outcome = std::invoke_result_t<Function, Reader const&>;
        std::optional<Outcome> outcome;
        if (auto done = run_read([&](Reader const& reader) { outcome.emplace(function(reader)); }); !done)
            return tl::unexpected<Error>(std::move(done).error());
        return std::move(*outcome);
    }

    /// Runs `function` in a transaction; returns only when what it wrote is durable (group commit), or with the
    /// error and nothing written. The function may be run again after a serialization failure: it has no other effects.
    template<class Function>
    auto write(Function const& function) -> std::invoke_result_t<Function, Transaction&>
    {
        using Outcome = std::invoke_result_t<Function, Transaction&>;
        std::optional<Outcome> outcome;
        auto done = run_write([&](Transaction& transaction) -> Result<void> {
            outcome.emplace(function(transaction));
            if (!*outcome)
                return tl::unexpected<Error>(outcome->error());
            return {};
        });
        if (!done)
            return tl::unexpected<Error>(std::move(done).error());
        return std::move(*outcome);
    }

    virtual Statistics statistics() const = 0;

    /// A consistent copy of a running SQLite database; Invalid on PostgreSQL (use pg_dump, see docs/reliability.md).
    virtual Result<void> backup_to(std::string const& path) = 0;
    /// The engine's own check of its file; an empty text when it is sound, else what is wrong.
    virtual Result<std::string> integrity_problem() = 0;

protected:
    virtual Result<void> run_read(std::function<void(Reader const&)> const& function) = 0;
    virtual Result<void> run_write(std::function<Result<void>(Transaction&)> const& function) = 0;
};

} // namespace toguna::db
