#pragma once
/// Documents as they were made, and what was typed for the next ones.

#include "bodies/ids.hpp"
#include "db/database.hpp"
#include "terms/norm.hpp"
#include "terms/place.hpp"

namespace toguna::terms {

using DocumentId = Id<struct DocumentTag>;

/// The version of its template and the values of that day: written again, it has the same bytes.
struct MadeDocument {
    DocumentId id;
    bodies::BodyId body;
    std::string code;
    std::int64_t template_version = 1;
    std::string title;
    PlaceValues values;
    std::optional<NormId> norm; ///< the edition it cites
    Date made_on;
    Instant made_at;
    std::string made_by;        ///< name
};

/// NotFound when there is none.
Result<MadeDocument> find_document(db::Reader const& db, DocumentId const& id);
/// Newest first.
Result<std::vector<MadeDocument>> list_documents(db::Reader const& db, bodies::BodyId const& body);
/// The version of its template must be stored (ensure_version).
Result<void> insert_document(db::Transaction& tx, MadeDocument const& document);

struct Details {
    std::map<std::string, std::string, std::less<>> places = {}; ///< typed places by code
    std::int64_t version = 0;                                    ///< 0 before anything was typed
};
Result<Details> find_details(db::Reader const& db, bodies::BodyId const& body, std::string_view code);
/// Conflict when somebody saved others since `details.version`.
Result<void> save_details(db::Transaction& tx, bodies::BodyId const& body, std::string_view code, Details const& details, Instant now);

} // namespace toguna::terms
