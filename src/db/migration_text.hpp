#pragma once
/// From the one text of a migration to what an engine runs.

#include "db/database.hpp"

namespace toguna::db {

/// Replaces the type words, keeps the `-- only: sqlite` or `-- only: postgresql` parts (each until the next `-- only:`
/// or `-- both`) of this engine, makes SQLite tables STRICT and the foreign keys of PostgreSQL deferrable (REFERENCES
/// always names its columns). An unknown type word is Internal.
Result<std::string> migration_text(std::string_view sql, Engine engine);

} // namespace toguna::db
