#include "db/sqlite.hpp"
#include "db/refusal.hpp"

#include <charconv>
#include <stdexcept>

namespace toguna::db {

namespace {

/// Long enough for another program's transaction (a backup restored, an import on the command line).
constexpr int busy_timeout_milliseconds = 5000;

Complaint sqlite_complaint(int code)
{
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE:
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return Complaint::AlreadyExists;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
        return Complaint::StillUsed;
    case SQLITE_CONSTRAINT_CHECK:
        return Complaint::RuleBroken;
    }
    switch (code & 0xff) {
    case SQLITE_FULL:
        return Complaint::DiskFull;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
        return Complaint::DiskFault;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Complaint::Damaged;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Complaint::Busy;
    }
    return Complaint::Fault;
}

class SqliteRow final : public Row {
public:
    explicit SqliteRow(sqlite3_stmt* statement) : m_statement(statement) { }

    bool is_null(int column) const override { return type(column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override
    {
        if (type(column) != SQLITE_INTEGER)
            throw_unreadable(*this, column, "a whole number");
        return sqlite3_column_int64(m_statement, column);
    }
    double real(int column) const override
    {
        if (type(column) != SQLITE_FLOAT && type(column) != SQLITE_INTEGER)
            throw_unreadable(*this, column, "a number");
        return sqlite3_column_double(m_statement, column);
    }
    std::string_view text(int column) const override
    {
        if (is_null(column))
            throw_unreadable(*this, column, "a text");
        auto const* const bytes = reinterpret_cast<char const*>(sqlite3_column_text(m_statement, column));
        return { bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)) };
    }
    Blob blob(int column) const override
    {
        if (type(column) != SQLITE_BLOB)
            throw_unreadable(*this, column, "bytes");
        auto const* const bytes = static_cast<std::uint8_t const*>(sqlite3_column_blob(m_statement, column));
        return { bytes, bytes + sqlite3_column_bytes(m_statement, column) };
    }
    int column_count() const override { return sqlite3_column_count(m_statement); }
    std::string_view column_name(int column) const override { return sqlite3_column_name(m_statement, column); }

private:
    int type(int column) const
    {
        if (column < 0 || column >= column_count())
            throw std::logic_error("column " + std::to_string(column) + " was read, the row has " + std::to_string(column_count()));
        return sqlite3_column_type(m_statement, column);
    }
    sqlite3_stmt* m_statement;
};

/// Texts and blobs are not copied: the values outlive the statement's run.
struct BindValue {
    sqlite3_stmt* statement;
    int place;

    int operator()(std::monostate) const { return sqlite3_bind_null(statement, place); }
    int operator()(bool value) const { return sqlite3_bind_int(statement, place, value ? 1 : 0); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, place, value); }
    int operator()(double value) const { return sqlite3_bind_double(statement, place, value); }
    int operator()(std::string const& value) const { return sqlite3_bind_text64(statement, place, value.data(), value.size(), SQLITE_STATIC, SQLITE_UTF8); }
    int operator()(Blob const& value) const
    {
        if (value.empty()) // a null pointer would bind NULL
            return sqlite3_bind_zeroblob(statement, place, 0);
        return sqlite3_bind_blob64(statement, place, value.data(), value.size(), SQLITE_STATIC);
    }
};

/// "?2" and "$2" both stand for the second value.
int value_index(sqlite3_stmt* statement, int place)
{
    char const* const name = sqlite3_bind_parameter_name(statement, place);
    int number = 0;
    if (name)
        std::from_chars(name + 1, name + std::char_traits<char>::length(name), number);
    if (number < 1)
        throw std::logic_error(std::string("a value must be written $1, $2 …: ") + sqlite3_sql(statement));
    return number - 1;
}

void switch_off_quirks(sqlite3* handle)
{
    // "x" must be a column, never silently the text x; and no statement may rewrite the file's own tables.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
}

} // namespace

Error sqlite_error(sqlite3* handle, std::string_view statement)
{
    return refusal(sqlite_complaint(sqlite3_extended_errcode(handle)), statement, sqlite3_errmsg(handle));
}

Result<std::unique_ptr<SqliteConnection>> SqliteConnection::open(std::string const& path, SqliteAccess access, Counters& counters)
{
    sqlite3* handle = nullptr;
    auto const flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | (access == SqliteAccess::Write ? SQLITE_OPEN_CREATE : 0);
    int const opened = sqlite3_open_v2(path.c_str(), &handle, flags, nullptr);
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(handle, counters));
    if (opened != SQLITE_OK)
        return fail(ErrorKind::Unavailable, tr("The database file “{path}” cannot be opened. Check that its folder exists and may be written to.", { { "path", path } }), sqlite3_errmsg(handle));
    sqlite3_extended_result_codes(handle, 1);
    connection->be_patient();
    switch_off_quirks(handle);
    TRY(connection->control("PRAGMA cell_size_check = ON"));
    if (access == SqliteAccess::Read) {
        TRY(connection->control("PRAGMA query_only = ON"));
        return connection;
    }
    TRY(connection->control("PRAGMA journal_mode = WAL"));
    TRY(connection->control("PRAGMA synchronous = FULL"));
    TRY(connection->control("PRAGMA journal_size_limit = 67108864"));
    // 16 MB, taken only by a large transaction: an import that does not fit is written to the disk twice.
    TRY(connection->control("PRAGMA cache_size = -16384"));
    // The hook replaces SQLite's automatic checkpoint: the writer decides when (SqliteDatabase::tidy_log).
    sqlite3_wal_hook(
        handle, [](void* self, sqlite3*, char const*, int pages) {
            static_cast<SqliteConnection*>(self)->m_log_pages = pages;
            return SQLITE_OK;
        },
        connection.get());
    return connection;
}

SqliteConnection::~SqliteConnection()
{
    for (auto const& [sql, prepared] : m_prepared)
        sqlite3_finalize(prepared.statement);
    sqlite3_close_v2(m_handle);
}

void SqliteConnection::be_patient() { be_patient_for(busy_timeout_milliseconds); }

Error SqliteConnection::error(std::string_view name) const { return sqlite_error(m_handle, name); }

bool SqliteConnection::has_dangling_reference() const
{
    int dangling = 0;
    int unused = 0;
    sqlite3_db_status(m_handle, SQLITE_DBSTATUS_DEFERRED_FKS, &dangling, &unused, 0);
    return dangling != 0;
}

Result<void> SqliteConnection::control(std::string_view sql)
{
    auto* const found = TRY(prepared(sql, sql));
    TRY(step(*found, sql, {}, {}));
    return {};
}

Result<SqliteConnection::Prepared> SqliteConnection::prepare(std::string_view name, std::string_view sql, std::string_view* rest)
{
    Prepared made;
    char const* tail = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), rest ? 0 : SQLITE_PREPARE_PERSISTENT, &made.statement, &tail) != SQLITE_OK)
        return fail(error(name));
    if (rest)
        *rest = sql.substr(static_cast<std::size_t>(tail - sql.data()));
    for (int place = 1; place <= sqlite3_bind_parameter_count(made.statement); ++place)
        made.values.push_back(value_index(made.statement, place));
    return made;
}

Result<SqliteConnection::Prepared*> SqliteConnection::prepared(std::string_view name, std::string_view sql)
{
    if (auto const found = m_prepared.find(sql); found != m_prepared.end())
        return &found->second;
    auto const made = TRY(prepare(name, sql, nullptr));
    return &m_prepared.emplace(std::string(sql), made).first->second;
}

/// Marks a statement as running and resets it whatever happens, also when the visitor throws.
struct SqliteConnection::Run {
    explicit Run(Prepared& given) : prepared(given) { prepared.is_running = true; }
    ~Run()
    {
        sqlite3_reset(prepared.statement);
        sqlite3_clear_bindings(prepared.statement);
        prepared.is_running = false;
    }
    Run(Run const&) = delete;
    Prepared& prepared;
};

Result<std::int64_t> SqliteConnection::step(Prepared& prepared, std::string_view name, Values values, Visit const& visit)
{
    Run const run(prepared);
    auto* const statement = prepared.statement;
    for (std::size_t at = 0; at < prepared.values.size(); ++at) {
        auto const index = static_cast<std::size_t>(prepared.values[at]);
        if (index >= values.size())
            throw std::logic_error(std::string(name) + " has no value for $" + std::to_string(index + 1));
        if (std::visit(BindValue { statement, static_cast<int>(at) + 1 }, values[index]->stored()) != SQLITE_OK)
            return fail(error(name));
    }
    auto const changes_before = sqlite3_total_changes64(m_handle);
    SqliteRow const row(statement);
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement))
        if (visit)
            visit(row);
    if (code != SQLITE_DONE)
        return fail(error(name));
    // A statement that changes nothing leaves sqlite3_changes at the count of an earlier one.
    return sqlite3_total_changes64(m_handle) == changes_before ? 0 : sqlite3_changes64(m_handle);
}

Result<std::int64_t> SqliteConnection::run_script(Statement const& statement, Values values, Visit const& visit)
{
    std::int64_t changed = 0;
    for (std::string_view rest = statement.sql; !rest.empty();) {
        auto made = TRY(prepare(statement.name, rest, &rest));
        if (!made.statement) // only blanks or a comment were left
            continue;
        std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> const owner(made.statement, sqlite3_finalize);
        changed = TRY(step(made, statement.name, values, visit));
    }
    return changed;
}

Result<std::int64_t> SqliteConnection::run_now(Statement const& statement, Values values, Visit const& visit)
{
    if (m_expects_transaction && !is_in_transaction())
        return fail(refusal(Complaint::DiskFault, statement.name, "the engine ended the transaction before"));
    if (!statement.is_named)
        return run_script(statement, values, visit);
    auto* const found = TRY(prepared(statement.name, statement.sql));
    if (found->is_running) // the visitor of this very query asks it again
        return run_script(statement, values, visit);
    return step(*found, statement.name, values, visit);
}

} // namespace toguna::db
