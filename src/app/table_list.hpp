#pragma once
/// The tables of this installation and their columns, read from the engine itself: what export, import and verify walk through.

#include "db/database.hpp"

#include <string>
#include <vector>

namespace toguna::app {

/// What a column holds, the same on both engines.
enum class ColumnType { Text, Integer, Real, Blob };

struct Column {
    std::string name;
    ColumnType type = ColumnType::Text;
};

struct Table {
    std::string name;
    std::vector<Column> columns;     ///< sorted by name, so that both engines give one text
    std::vector<std::string> key;    ///< columns of the primary key: the order rows are walked in
};

/// By name. Left out: sessions, the job queue and the migrator's own table — they belong to a machine, not to the data.
Result<std::vector<Table>> data_tables(db::Reader const& db);

/// SELECT of every column in the order of `columns`, rows in the order of the key.
std::string select_all(Table const& table);

/// One row as a JSON object on one line: numbers as numbers, blobs as base64, dates and instants as ISO text, null as null.
std::string row_as_json(Table const& table, db::Row const& row);

} // namespace toguna::app
