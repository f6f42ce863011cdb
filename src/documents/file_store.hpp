#pragma once
/// Handed-in files in the database, beside the rows that point to them: one backup, one export, one transaction.

#include "db/database.hpp"
#include "documents/stored_file.hpp"
#include "journal/event.hpp"

namespace toguna::documents {

/// Keeps the file in the caller's transaction and records it in the journal under `body`, with its hash.
Result<StoredFile> insert_file(db::Transaction& tx, AcceptedFile const& file, std::string const& body, journal::Actor const& actor, Instant now, Chance& chance);

/// NotFound when there is no such file.
Result<StoredFile> find_file(db::Reader const& db, FileId const& id);

/// The bytes as they were kept. Internal when they no longer have the hash they were kept with: nothing wrong is handed out.
Result<std::string> read_bytes(db::Reader const& db, StoredFile const& file);

} // namespace toguna::documents
