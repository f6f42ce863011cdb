#include "app/table_list.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <charconv>

namespace toguna::app {

namespace {

bool belongs_to_the_machine(std::string_view table)
{
    return table.starts_with("sqlite_") || table.starts_with("db_") || table.starts_with("web_") || table.starts_with("jobs_");
}

ColumnType column_type(std::string_view engine_type)
{
    if (engine_type == "INTEGER" || engine_type == "bigint" || engine_type == "integer" || engine_type == "boolean")
        return ColumnType::Integer;
    if (engine_type == "REAL" || engine_type == "double precision")
        return ColumnType::Real;
    if (engine_type == "BLOB" || engine_type == "bytea")
        return ColumnType::Blob;
    return ColumnType::Text;
}

/// Rows of (table, column, engine's type, position in the primary key or 0), any order.
constexpr auto sqlite_columns = "SELECT m.name, p.name, p.type, p.pk FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'";
constexpr auto postgresql_columns = R"(
SELECT c.table_name, c.column_name, c.data_type, coalesce(k.ordinal_position, 0)
  FROM information_schema.columns c
  JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
  LEFT JOIN information_schema.table_constraints p
       ON p.table_schema = c.table_schema AND p.table_name = c.table_name AND p.constraint_type = 'PRIMARY KEY'
  LEFT JOIN information_schema.key_column_usage k
       ON k.constraint_schema = p.constraint_schema AND k.constraint_name = p.constraint_name AND k.column_name = c.column_name
 WHERE c.table_schema = current_schema())";

boost::json::value json_value(Column const& column, db::Row const& row, int index)
{
    if (row.is_null(index))
        return nullptr;
    switch (column.type) {
    case ColumnType::Integer: return row.integer(index);
    case ColumnType::Real: return row.real(index);
    case ColumnType::Text: return boost::json::string(row.text(index));
    case ColumnType::Blob: break;
    }
    auto const blob = row.blob(index);
    std::string text(sodium_base64_encoded_len(blob.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), blob.data(), blob.size(), sodium_base64_VARIANT_ORIGINAL);
    text.pop_back(); // the terminating zero
    return boost::json::string(text);
}

} // namespace

Result<std::vector<Table>> data_tables(db::Reader const& db)
{
    struct Found {
        std::string table;
        Column column;
        std::int64_t key_position;
    };
    std::vector<Found> found;
    TRY(db.each_raw(db.engine() == db::Engine::Sqlite ? sqlite_columns : postgresql_columns, {}, [&](db::Row const& row) {
        if (!belongs_to_the_machine(row.text(0)))
            found.push_back({ row.string(0), { row.string(1), column_type(row.text(2)) }, row.integer(3) });
    }));
    std::sort(found.begin(), found.end(), [](auto const& left, auto const& right) {
        return std::tie(left.table, left.column.name) < std::tie(right.table, right.column.name);
    });

    std::vector<Table> tables;
    for (auto const& [table, column, position] : found) {
        if (tables.empty() || tables.back().name != table)
            tables.push_back({ table, {}, {} });
        tables.back().columns.push_back(column);
        if (position > 0) {
            auto& key = tables.back().key;
            key.resize(std::max(key.size(), static_cast<std::size_t>(position)));
            key[static_cast<std::size_t>(position) - 1] = column.name;
        }
    }
    return tables;
}

std::string select_all(Table const& table)
{
    std::vector<std::string_view> names;
    for (auto const& column : table.columns)
        names.push_back(column.name);
    return fmt::format("SELECT {} FROM {} ORDER BY {}", fmt::join(names, ", "), table.name, fmt::join(table.key, ", "));
}

std::string row_as_json(Table const& table, db::Row const& row)
{
    boost::json::object object;
    for (std::size_t index = 0; index < table.columns.size(); ++index)
        object.emplace(table.columns[index].name, json_value(table.columns[index], row, static_cast<int>(index)));
    return boost::json::serialize(object);
}

} // namespace toguna::app
