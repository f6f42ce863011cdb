#include "db/connection.hpp"
#include "db/storable_text.hpp"

#include <algorithm>
#include <stdexcept>

namespace toguna::db {

namespace {

thread_local std::uint64_t thread_statements = 0;
thread_local Database const* thread_writes_to = nullptr;

/// The values in the order of the query's numbers. A name too few or too many is a bug.
std::vector<Value const*> values_in_order(Query const& query, Parameters parameters)
{
    std::vector<Value const*> values;
    values.reserve(query.parameters.size());
    for (auto const& wanted : query.parameters) {
        auto const given = std::find_if(parameters.begin(), parameters.end(), [&](Parameter const& parameter) { return parameter.name == wanted; });
        if (given == parameters.end())
            throw std::logic_error(std::string(query.name) + " needs a value for :" + std::string(wanted));
        values.push_back(&given->value);
    }
    for (auto const& given : parameters)
        if (std::find(query.parameters.begin(), query.parameters.end(), given.name) == query.parameters.end())
            throw std::logic_error(std::string(query.name) + " knows no :" + std::string(given.name));
    return values;
}

std::vector<Value const*> pointers_to(std::vector<Value> const& values)
{
    std::vector<Value const*> pointers;
    pointers.reserve(values.size());
    for (auto const& value : values)
        pointers.push_back(&value);
    return pointers;
}

bool are_storable(Values values)
{
    return std::all_of(values.begin(), values.end(), [](Value const* value) {
        auto const* const text = std::get_if<std::string>(&value->stored());
        return !text || is_storable_text(*text);
    });
}

Statement named(Query const& query, Engine engine)
{
    return { query.name, engine == Engine::Sqlite ? query.sqlite : query.postgresql, true };
}

Statement unnamed(std::string const& sql) { return { std::string_view(sql).substr(0, 60), sql, false }; }

template<class T>
T readable(std::optional<T> value, Row const& row, int column, std::string_view wanted)
{
    if (!value)
        throw_unreadable(row, column, wanted);
    return *value;
}

} // namespace

std::uint64_t statements_on_this_thread() { return thread_statements; }

Result<std::int64_t> Connection::run(Statement const& statement, Values values, Visit const& visit)
{
    if (m_failure)
        return fail(*m_failure);
    ++thread_statements;
    m_counters.statements.fetch_add(1, std::memory_order_relaxed);
    auto outcome = are_storable(values)
        ? run_now(statement, values, visit)
        : fail(ErrorKind::Invalid, tr("A text contains an invisible character that cannot be recorded. Type it again, or paste it as plain text."), std::string(statement.name));
    if (!outcome)
        m_failure = outcome.error();
    return outcome;
}

InsideWrite::InsideWrite(Database const& database) : m_outer(thread_writes_to)
{
    if (m_outer == &database)
        throw std::logic_error("write was called inside the function given to write: pass the transaction on instead");
    thread_writes_to = &database;
}

InsideWrite::~InsideWrite() { thread_writes_to = m_outer; }

void throw_unreadable(Row const& row, int column, std::string_view wanted)
{
    auto const found = row.is_null(column) ? std::string("NULL") : std::string(row.text(column));
    throw std::logic_error("column " + std::string(row.column_name(column)) + " holds « " + found + " », not " + std::string(wanted));
}

bool Row::boolean(int column) const { return integer(column) != 0; }

Date Row::date(int column) const { return readable(Date::from_iso(text(column)), *this, column, "a date"); }

Instant Row::instant(int column) const { return readable(Instant::from_iso(text(column)), *this, column, "an instant"); }

std::optional<std::int64_t> Row::optional_integer(int column) const
{
    return is_null(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<std::string> Row::optional_string(int column) const
{
    return is_null(column) ? std::nullopt : std::optional(string(column));
}

std::optional<Date> Row::optional_date(int column) const
{
    return is_null(column) ? std::nullopt : std::optional(date(column));
}

std::optional<Instant> Row::optional_instant(int column) const
{
    return is_null(column) ? std::nullopt : std::optional(instant(column));
}

Engine Reader::engine() const { return m_connection.engine(); }

Result<std::int64_t> Reader::number(Query const& query, Parameters parameters) const
{
    auto const found = TRY(first(query, parameters, [](Row const& row) { return row.integer(0); }));
    if (!found)
        throw std::logic_error(std::string(query.name) + " gave no row, one number was expected");
    return *found;
}

Result<void> Reader::each(Query const& query, Parameters parameters, std::function<void(Row const&)> const& visit) const
{
    TRY(m_connection.run(named(query, engine()), values_in_order(query, parameters), visit));
    return {};
}

Result<void> Reader::each_raw(std::string const& sql, std::vector<Value> const& values, std::function<void(Row const&)> const& visit) const
{
    TRY(m_connection.run(unnamed(sql), pointers_to(values), visit));
    return {};
}

Result<std::int64_t> Transaction::execute(Query const& query, Parameters parameters)
{
    return m_connection.run(named(query, engine()), values_in_order(query, parameters), {});
}

Result<std::int64_t> Transaction::execute_raw(std::string const& sql, std::vector<Value> const& values)
{
    return m_connection.run(unnamed(sql), pointers_to(values), {});
}

Result<std::unique_ptr<Database>> Database::open(Options const& options)
{
    std::string_view const url = options.url;
    if (url.starts_with("sqlite:") && url.size() > 7)
        return open_sqlite(options.url.substr(7), options.readers);
    if (url.starts_with("postgresql://") || url.starts_with("postgres://"))
        return open_postgresql(options.url, options.readers);
    return fail(ErrorKind::Invalid, tr("The database address must start with “sqlite:” and a file, or with “postgresql://”. It starts with “{start}”.", { { "start", options.url.substr(0, options.url.find(':')) } }));
}

} // namespace toguna::db
