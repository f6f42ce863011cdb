#pragma once
/// Templates in the database: versions are added, never changed, so that documents keep the one they were made from.

#include "db/database.hpp"
#include "terms/shipped_store.hpp"

#include <optional>

namespace toguna::terms {

struct TemplateVersion {
    std::string code;
    std::int64_t version = 0;          ///< 0 is the shipped text while nobody has written or used another
    std::string source;
    std::string note;                  ///< what it changes, and who decided it
    std::optional<Instant> created = {};
};

/// NotFound when no template has that code.
Result<ShippedTemplate const*> shipped_or_missing(std::string_view code);

/// The newest version, or the shipped one.
Result<TemplateVersion> current_version(db::Reader const& db, ShippedTemplate const& shipped);
/// NotFound when there is no such version; 0 is always the shipped text.
Result<TemplateVersion> find_version(db::Reader const& db, ShippedTemplate const& shipped, std::int64_t version);
/// Newest first; the shipped text is not among them until it was used.
Result<std::vector<TemplateVersion>> list_versions(db::Reader const& db, std::string_view code);

/// The current version as one that a document can point to: the shipped text becomes version 1 at its first use.
Result<TemplateVersion> ensure_version(db::Transaction& tx, ShippedTemplate const& shipped, std::string const& note, Instant now);
/// Invalid when the template cannot be read; Conflict when somebody wrote a version since `seen`. The number of the new version.
Result<std::int64_t> insert_version(db::Transaction& tx, ShippedTemplate const& shipped, std::int64_t seen, std::string const& source, std::string const& note, Instant now);

} // namespace toguna::terms
