#pragma once
/// Many rows into one table with few statements: an import of ten thousand rows is not ten thousand round trips.

#include "db/database.hpp"

#include <string>
#include <vector>

namespace toguna::db {

class ManyRows {
public:
    /// Names of our own source, never a reader's words.
    ManyRows(Transaction& tx, std::string table, std::vector<std::string> columns) : m_tx(tx), m_table(std::move(table)), m_columns(std::move(columns)) { }

    /// As many values as columns.
    Result<void> add(std::vector<Value> row);
    /// Writes what still waits. Call it once, after the last row.
    Result<void> finish();

private:
    Result<void> write();

    Transaction& m_tx;
    std::string m_table;
    std::vector<std::string> m_columns;
    std::vector<Value> m_values;
};

} // namespace toguna::db
