#include "db/many_rows.hpp"

namespace toguna::db {

namespace {

/// PostgreSQL takes 65,535 values in a statement, and each is a part of a round trip. SQLite takes 32,766, but looks each name
/// up among those before it: many small statements are quicker there, and cost no trip.
std::size_t most_values(Engine engine) { return engine == Engine::Sqlite ? 400 : 8'000; }

} // namespace

Result<void> ManyRows::add(std::vector<Value> row)
{
    std::move(row.begin(), row.end(), std::back_inserter(m_values));
    return m_values.size() + m_columns.size() > most_values(m_tx.engine()) ? write() : Result<void>();
}

Result<void> ManyRows::finish() { return m_values.empty() ? Result<void>() : write(); }

Result<void> ManyRows::write()
{
    std::string sql = "INSERT INTO " + m_table + " (";
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        sql += (column > 0 ? ", " : "") + m_columns[column];
    sql += ") VALUES ";
    for (std::size_t place = 0; place < m_values.size(); ++place) {
        bool const first_of_row = place % m_columns.size() == 0;
        sql += first_of_row ? (place > 0 ? "), ($" : "($") : ", $";
        sql += std::to_string(place + 1);
    }
    sql += ")";
    TRY(m_tx.execute_raw(sql, m_values));
    m_values.clear();
    return {};
}

} // namespace toguna::db
