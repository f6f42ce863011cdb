#pragma once
/// How values go to PostgreSQL and rows come back. Only src/db includes this.

#include "db/connection.hpp"

#include <libpq-fe.h>

namespace toguna::db {

/// The arrays libpq wants, all in text form but bytes. Must not outlive the values.
class PostgresqlParameters {
public:
    explicit PostgresqlParameters(Values values);

    int count() const { return static_cast<int>(m_pointers.size()); }
    char const* const* pointers() const { return m_pointers.data(); }
    int const* lengths() const { return m_lengths.data(); }
    int const* formats() const { return m_formats.data(); }

private:
    std::vector<std::string> m_texts; ///< numbers and booleans, written out
    std::vector<char const*> m_pointers;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
};

/// Row `line` of a result, in the words of SQLite: instants as "…T…Z", booleans as "1" and "0".
class PostgresqlRow final : public Row {
public:
    PostgresqlRow(PGresult const* result, int line) : m_result(result), m_line(line) { }

    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    double real(int column) const override;
    std::string_view text(int column) const override;
    Blob blob(int column) const override;
    int column_count() const override { return PQnfields(m_result); }
    std::string_view column_name(int column) const override { return PQfname(m_result, column); }

private:
    std::string_view stored(int column) const;

    PGresult const* m_result;
    int m_line;
    mutable std::vector<std::string> m_instants; ///< rewritten texts, by column, alive as long as the row
};

} // namespace toguna::db
