#pragma once
/// Imported editions in the database: compared with what is there, kept as drafts, written in one transaction.

#include "db/database.hpp"
#include "geography/area_import_plan.hpp"
#include "journal/event.hpp"

namespace toguna::geography {

/// What a file changes today. Invalid as read_area_file says; problems of single rows are in the plan.
Result<AreaImportPlan> plan_import(db::Reader const& db, formats::ForeignFile const& file, CountryCode const& country, std::optional<Date> valid_from, std::string const& edition);

/// The country a file speaks of. Invalid when it names none or several: then it must be said.
Result<CountryCode> country_of_file(db::Reader const& db, formats::ForeignFile const& file);

/// Who imports what: for the journal.
struct AreaImportSource {
    journal::Actor actor;
    std::string file_name;
    std::string file_hash;
};
/// Writes all of it, or nothing. Invalid while there are problems.
Result<void> write_area_import(db::Transaction& tx, AreaImportPlan const& plan, AreaImportSource const& source, Instant now, Chance& chance);

using AreaDraftId = Id<struct AreaDraftTag>;
struct AreaDraft {
    AreaDraftId id;
    CountryCode country;
    Date valid_from;
    std::string edition;
    std::string file_name;
    std::string file; ///< its bytes
};
/// Drafts older than thirty days go.
Result<void> insert_area_draft(db::Transaction& tx, AreaDraft const& draft, std::string const& account, Instant now);
/// NotFound for another account's.
Result<AreaDraft> find_area_draft(db::Reader const& db, AreaDraftId const& id, std::string const& account);
Result<void> delete_area_draft(db::Transaction& tx, AreaDraftId const& id);

} // namespace toguna::geography
