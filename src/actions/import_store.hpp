#pragma once
/// Loads of files into plans: written whole or not at all, recorded, undone; drafts that wait; words that were taught.

#include "actions/import_json.hpp"
#include "actions/import_plan.hpp"
#include "actions/responsible_names.hpp"
#include "actions/store.hpp"
#include "web/localization.hpp"

namespace toguna::actions {

using ImportId = Id<struct ImportTag>;
using ImportDraftId = Id<struct ImportDraftTag>;

/// Where the rows came from.
struct ImportSource {
    std::string file_name; ///< « plan 2026.docx »; empty for pasted text
    std::string file_hash;
    std::string format;    ///< "docx", "xlsx" …
};

struct PlanImport {
    bodies::BodyId body;
    int year = 0;
    ImportedPlan plan;
    ImportSource source;
};

/// What is to happen, before it happens.
struct ImportPreview {
    std::optional<PlanSummary> plan; ///< empty: the year's plan will be made
    PlanChanges changes;
    std::map<std::string, RecognisedResponsible> responsible; ///< by the name as written
    /// Two previews with the same signature write the same.
    std::string signature;
};
/// `language` gives the words that are stored: titles of what has none, reasons that the file keeps to itself.
Result<ImportPreview> preview_import(db::Reader const& db, PlanImport const& import, Date today, web::Localization const& language);

struct ImportOutcome {
    PlanId plan;
    bool plan_added = false;
    std::optional<ImportId> import; ///< empty when the plan held everything already: nothing was written
    PlanChanges changes;
};
/// Writes what preview_import says. Conflict when `expected_signature` is not empty and the plan has become another since.
Result<ImportOutcome> write_import(db::Transaction& tx, PlanImport const& import, std::string const& expected_signature, Date today, web::Localization const& language, Act const& act);

struct ImportSummary {
    ImportId id;
    PlanId plan;
    bodies::BodyId body;
    int year = 0;
    std::string file_name;
    std::string format;
    std::string author;
    Instant at;
    std::optional<Instant> undone_at;
};
struct ImportRecord {
    ImportSummary summary;
    UndoRecord undo;
};
Result<ImportSummary> find_import_summary(db::Reader const& db, ImportId const& import);
Result<ImportRecord> find_import(db::Reader const& db, ImportId const& import);
/// The latest first.
Result<std::vector<ImportSummary>> list_imports(db::Reader const& db, bodies::BodyId const& body, int limit);

/// What could not be taken back because somebody worked on it since, as it is shown: « NUT-2026-014 : Former les acteurs ».
struct UndoReport {
    int removed = 0;
    int restored = 0;
    std::vector<std::string> kept;
};
/// Removes what the load added and gives back what it changed, except where somebody went on from it. Conflict when it was
/// undone already.
Result<UndoReport> undo_import(db::Transaction& tx, ImportId const& import, web::Localization const& language, Act const& act);

/// What people of the body corrected before.
Result<ImportMemory> read_import_memory(db::Reader const& db, bodies::BodyId const& body);
enum class TaughtWords { HeaderCell, Deadline, SectionTitle };
/// `words` are kept folded; the next file of the body is read with them.
Result<void> remember_words(db::Transaction& tx, bodies::BodyId const& body, TaughtWords kind, std::string_view words, std::string const& meaning);

/// A file that was read and is being looked at. Only its author sees it.
struct ImportDraft {
    ImportDraftId id;
    PlanImport import;
    Instant created_at;
};
Result<void> insert_import_draft(db::Transaction& tx, ImportDraft const& draft, std::string const& account);
/// NotFound for anybody but its author.
Result<ImportDraft> find_import_draft(db::Reader const& db, ImportDraftId const& id, std::string const& account);
Result<bodies::BodyId> body_of_import_draft(db::Reader const& db, ImportDraftId const& id);
Result<void> update_import_draft(db::Transaction& tx, ImportDraft const& draft);
Result<void> delete_import_draft(db::Transaction& tx, ImportDraftId const& id);
inline constexpr auto import_drafts_last = std::chrono::days(30);
/// How many were deleted.
Result<std::int64_t> delete_old_import_drafts(db::Transaction& tx, Instant now);

} // namespace toguna::actions
