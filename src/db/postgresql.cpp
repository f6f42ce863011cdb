#include "db/postgresql.hpp"
#include "db/postgresql_values.hpp"
#include "db/refusal.hpp"

#include <charconv>

namespace toguna::db {

namespace {

/// Rows fetched at a time for what should not be held in memory at once.
constexpr int rows_per_fetch = 1000;

/// Results in forms that PostgresqlRow knows, and no wait without an end for a lock or for a client that hangs.
constexpr auto settings = "SET timezone = 'UTC'; SET datestyle = 'ISO'; SET bytea_output = 'hex'; SET extra_float_digits = 1;"
                          "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '5min'";

Complaint postgresql_complaint(std::string_view state)
{
    if (state == "23505" || state == "23P01")
        return Complaint::AlreadyExists;
    if (state == "23503")
        return Complaint::StillUsed;
    if (state == "23514")
        return Complaint::RuleBroken;
    if (state == "53100")
        return Complaint::DiskFull;
    if (state == "58030")
        return Complaint::DiskFault;
    if (state == "XX001" || state == "XX002")
        return Complaint::Damaged;
    if (state == "40001" || state == "40P01" || state == "55P03" || state.starts_with("53"))
        return Complaint::Busy;
    if (state.starts_with("08") || state.starts_with("57P") || state == "25006")
        return Complaint::Away;
    return Complaint::Fault;
}

/// 25006: a primary that became a standby. 0A000 "cached plan must not change result type" and 26000: another process
/// migrated the tables under a prepared statement, or a pooler gave us another session.
bool needs_new_connection(std::string_view state, std::string_view message)
{
    return postgresql_complaint(state) == Complaint::Away || state == "26000" || (state == "0A000" && message.starts_with("cached plan"));
}

std::string_view or_empty(char const* text) { return text ? text : ""; }

bool is_select(std::string_view sql)
{
    auto const start = sql.find_first_not_of(" \t\r\n");
    return start != sql.npos && (sql.substr(start).starts_with("SELECT") || sql.substr(start).starts_with("select"));
}

void visit_rows(PGresult const* result, Visit const& visit)
{
    for (int line = 0; visit && line < PQntuples(result); ++line)
        visit(PostgresqlRow(result, line));
}

std::int64_t changed_rows(PGresult* result)
{
    std::string_view const count = PQcmdTuples(result);
    std::int64_t number = 0;
    if (PQresultStatus(result) == PGRES_COMMAND_OK || PQnfields(result) > 0)
        std::from_chars(count.data(), count.data() + count.size(), number);
    return std::string_view(PQcmdStatus(result)).starts_with("SELECT") ? 0 : number;
}

} // namespace

Result<std::unique_ptr<PostgresqlConnection>> PostgresqlConnection::open(std::string const& url, Counters& counters)
{
    // What comes before the address may be overruled by it.
    char const* const names[] = { "connect_timeout", "fallback_application_name", "dbname", "client_encoding", nullptr };
    char const* const values[] = { "5", "toguna", url.c_str(), "UTF8", nullptr };
    std::unique_ptr<PostgresqlConnection> connection(new PostgresqlConnection(PQconnectdbParams(names, values, 1), counters));
    if (PQstatus(connection->m_handle) != CONNECTION_OK)
        return fail(refusal(Complaint::Away, "connect", PQerrorMessage(connection->m_handle)));
    PQsetNoticeProcessor(connection->m_handle, [](void*, char const*) {}, nullptr);
    TRY(connection->control(settings));
    return connection;
}

PostgresqlConnection::~PostgresqlConnection() { PQfinish(m_handle); }

/// The primary message names the constraint but not the values: people's data does not belong in a log.
Error PostgresqlConnection::error(PGresult const* result, std::string_view statement)
{
    auto const state = or_empty(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    auto const message = or_empty(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    bool const is_broken = PQstatus(m_handle) != CONNECTION_OK;
    m_is_lost = m_is_lost || is_broken || needs_new_connection(state, message);
    m_met_others = state == "40001" || state == "40P01";
    if (state.empty())
        return refusal(is_broken ? Complaint::Away : Complaint::Fault, statement, PQerrorMessage(m_handle));
    return refusal(postgresql_complaint(state), statement, std::string(state) + " " + std::string(message));
}

Result<PostgresqlResult> PostgresqlConnection::checked(PGresult* given, std::string_view statement)
{
    PostgresqlResult result(given);
    auto const status = PQresultStatus(given);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
        return fail(error(given, statement));
    return result;
}

Result<std::string> PostgresqlConnection::control(char const* sql)
{
    m_met_others = false;
    auto const result = TRY(checked(PQexec(m_handle, sql), sql));
    return std::string(PQcmdStatus(result.get()));
}

Result<PostgresqlResult> PostgresqlConnection::run_prepared(Statement const& statement, Values values)
{
    auto found = m_prepared.find(statement.sql);
    if (found == m_prepared.end()) {
        auto const name = "q" + std::to_string(m_prepared.size() + 1);
        std::string const sql(statement.sql);
        TRY(checked(PQprepare(m_handle, name.c_str(), sql.c_str(), 0, nullptr), statement.name));
        found = m_prepared.emplace(sql, name).first;
    }
    PostgresqlParameters const parameters(values);
    return checked(PQexecPrepared(m_handle, found->second.c_str(), parameters.count(), parameters.pointers(), parameters.lengths(), parameters.formats(), 0),
        statement.name);
}

Result<PostgresqlResult> PostgresqlConnection::run_once(std::string_view name, std::string const& sql, Values values)
{
    if (values.empty()) // the simple protocol takes several statements
        return checked(PQexec(m_handle, sql.c_str()), name);
    PostgresqlParameters const parameters(values);
    return checked(PQexecParams(m_handle, sql.c_str(), parameters.count(), nullptr, parameters.pointers(), parameters.lengths(), parameters.formats(), 0), name);
}

/// A cursor, unlike libpq's row-by-row mode, lets the visitor run other statements meanwhile.
Result<std::int64_t> PostgresqlConnection::run_with_cursor(Statement const& statement, Values values, Visit const& visit)
{
    auto const cursor = "toguna_" + std::to_string(++m_cursors);
    TRY(run_once(statement.name, "DECLARE " + cursor + " NO SCROLL CURSOR FOR " + std::string(statement.sql), values));
    auto const fetch = "FETCH " + std::to_string(rows_per_fetch) + " FROM " + cursor;
    for (bool is_more = true; is_more;) {
        auto const rows = TRY(run_once(statement.name, fetch, {}));
        visit_rows(rows.get(), visit);
        is_more = PQntuples(rows.get()) == rows_per_fetch;
    }
    TRY(run_once(statement.name, "CLOSE " + cursor, {}));
    return 0;
}

Result<std::int64_t> PostgresqlConnection::run_now(Statement const& statement, Values values, Visit const& visit)
{
    m_met_others = false;
    if (!statement.is_named && visit && is_select(statement.sql))
        return run_with_cursor(statement, values, visit);
    auto const result = TRY(statement.is_named ? run_prepared(statement, values) : run_once(statement.name, std::string(statement.sql), values));
    visit_rows(result.get(), visit);
    return changed_rows(result.get());
}

} // namespace toguna::db
