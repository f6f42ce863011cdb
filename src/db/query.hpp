#pragma once
/// A named SQL query: one text in queries.sql, compiled to a constant by tools/compile_queries.

#include <span>
#include <string_view>

namespace toguna::db {

/// `parameters[i]` is the name of the value that `$i+1` stands for in both texts.
/// The texts differ only by type words and where a query is written `-- only: sqlite` / `-- only: postgresql`.
struct Query {
    std::string_view name;       ///< "actions.open_actions": for the log and the slow-query list
    std::string_view sqlite;
    std::string_view postgresql;
    std::span<std::string_view const> parameters;
};

} // namespace toguna::db
