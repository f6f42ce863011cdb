#pragma once
/// Which rows point to a row, as the foreign keys of the tables say: so that a feature can join two rows into one without
/// knowing the features above it.

#include "db/database.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace toguna::db {

/// A column that refers to a table, with the unique keys of its own table that it is part of: the other columns of each.
struct Reference {
    std::string table;
    std::string column;
    std::vector<std::vector<std::string>> unique_with = {};
};

/// By table and column. Foreign keys of several columns are not among them.
Result<std::vector<Reference>> references_to(Reader const& db, std::string_view table);

/// What pointed to row `from` of `table` points to row `to`. A row that a unique key allows only once, and that `to` has
/// already, stays with `from`: nothing is deleted. How many rows were changed.
Result<std::int64_t> repoint(Transaction& tx, std::string_view table, std::string const& from, std::string const& to);

} // namespace toguna::db
