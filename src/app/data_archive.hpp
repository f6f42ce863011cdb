#pragma once
/// Everything out, and everything back in: `toguna export --all`, `toguna import`, `toguna backup`, `toguna restore`.

#include "app/data_digest.hpp"
#include "db/migrator.hpp"

namespace toguna::app {

/// All data as documented JSON (docs/database.md): one table a file, one row a line, and the files of the library.
/// The same bytes of data from SQLite and from PostgreSQL.
Result<DataDigest> export_all(db::Database& database, std::string const& files_directory, std::string const& path, Instant now, Progress const& progress);

/// Into an empty, migrated database of either kind, in one transaction. Conflict when it is not empty; Invalid when the
/// archive was written by a release this program does not know.
Result<DataDigest> import_all(db::Database& database, std::string const& files_directory, std::string const& path, Progress const& progress);

/// A copy of a running installation: the SQLite file itself and the library; of PostgreSQL, an export.
Result<void> backup(db::Database& database, std::string const& files_directory, std::string const& path, Instant now, Progress const& progress);

/// Puts a backup of the embedded database into `data_directory`, after checking it whole; Conflict when that already
/// holds a database. A backup of kind "export" is for `import_all`.
Result<void> restore(std::string const& path, std::string const& data_directory);

} // namespace toguna::app
