#include "db/references.hpp"

#include <algorithm>
#include <map>

namespace toguna::db {

namespace {

/// Rows of (table, column), for $1 the table they refer to.
constexpr auto sqlite_references = R"(
SELECT m.name, f."from" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f
 WHERE m.type = 'table' AND f."table" = $1
   AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(m.name) other WHERE other.id = f.id AND other.seq > 0)
 ORDER BY m.name, f."from")";
constexpr auto postgresql_references = R"(
SELECT CAST(CAST(c.conrelid AS regclass) AS text), CAST(a.attname AS text)
  FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
 WHERE c.contype = 'f' AND c.confrelid = to_regclass(CAST($1 AS text)) AND array_length(c.conkey, 1) = 1
 ORDER BY 1, 2)";

/// Rows of (unique key, column), for $1 the table. A key over an expression has a null column.
constexpr auto sqlite_unique_keys = R"(
SELECT l.name, coalesce(i.name, '') FROM pragma_index_list($1) l JOIN pragma_index_info(l.name) i WHERE l."unique" = 1)";
constexpr auto postgresql_unique_keys = R"(
SELECT CAST(CAST(i.indexrelid AS regclass) AS text), CAST(a.attname AS text)
  FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
 WHERE i.indisunique AND i.indrelid = to_regclass(CAST($1 AS text)))";

Result<void> read_unique_keys(Reader const& db, Reference& reference)
{
    std::map<std::string, std::vector<std::string>> keys;
    TRY(db.each_raw(db.engine() == Engine::Sqlite ? sqlite_unique_keys : postgresql_unique_keys, { reference.table },
        [&](Row const& row) { keys[row.string(0)].push_back(row.string(1)); }));
    for (auto& [name, columns] : keys)
        if (std::erase(columns, reference.column) > 0) {
            std::erase(columns, ""); // an expression: without it more rows are held back, never too few
            reference.unique_with.push_back(columns);
        }
    return {};
}

/// The names come from the schema of our own database, never from a reader.
std::string statement_for(Reference const& reference)
{
    auto sql = "UPDATE " + reference.table + " SET " + reference.column + " = $1 WHERE " + reference.column + " = $2";
    for (auto const& others : reference.unique_with) {
        sql += " AND NOT EXISTS (SELECT 1 FROM " + reference.table + " other WHERE other." + reference.column + " = $1";
        for (auto const& column : others)
            sql += " AND other." + column + " = " + reference.table + "." + column;
        sql += ")";
    }
    return sql;
}

} // namespace

Result<std::vector<Reference>> references_to(Reader const& db, std::string_view table)
{
    std::vector<Reference> references;
    TRY(db.each_raw(db.engine() == Engine::Sqlite ? sqlite_references : postgresql_references, { Value(table) },
        [&](Row const& row) { references.push_back({ row.string(0), row.string(1) }); }));
    for (auto& reference : references)
        TRY(read_unique_keys(db, reference));
    return references;
}

Result<std::int64_t> repoint(Transaction& tx, std::string_view table, std::string const& from, std::string const& to)
{
    std::int64_t changed = 0;
    for (auto const& reference : TRY(references_to(tx, table)))
        changed += TRY(tx.execute_raw(statement_for(reference), { to, from }));
    return changed;
}

} // namespace toguna::db
