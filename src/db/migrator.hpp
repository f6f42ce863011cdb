#pragma once
/// Migrations belong to features, run forward only in the order of their names, and are recorded with a checksum.

#include "db/database.hpp"

namespace toguna::db {

/// `name` is the file name without extension: "20261123-01-actions". Type words @id @date @instant @boolean @json
/// @blob @integer @text stand for the engine's types; `STRICT` is added to SQLite tables.
struct Migration {
    std::string_view name;
    std::string_view sql;
};

struct MigrationReport {
    std::vector<std::string> applied;
    /// Where the copy made before migrating lies; empty when there was nothing to save (new or PostgreSQL database).
    std::string backup_path;
};

/// Applies what is missing, all in one transaction each. Refuses (Conflict) when a recorded migration was altered or
/// is unknown to this program: the database was written by a newer release.
Result<MigrationReport> migrate(Database& database, std::vector<Migration> migrations, std::string const& backup_directory, Instant now);

/// The names not yet applied, in the order they would be.
Result<std::vector<std::string>> pending_migrations(Database& database, std::vector<Migration> const& migrations);

} // namespace toguna::db
