#pragma once
/// Imports of contact lists in the database: drafts, the directory they are matched with, what was written.

#include "bodies/ids.hpp"
#include "contacts/contact_writes.hpp"
#include "contacts/ids.hpp"
#include "db/database.hpp"
#include "journal/event.hpp"

namespace toguna::contacts {

/// Drafts that nobody saved are deleted after that: they hold names and addresses.
inline constexpr std::chrono::hours contact_drafts_last { 24 * 30 };

struct ListSource {
    std::string file_name; ///< empty for pasted text
    std::string file_hash;
};

/// A list that was read and waits for its author's decisions. Nothing of it is in the directory yet.
struct ContactDraft {
    ContactDraftId id;
    std::optional<bodies::BodyId> body; ///< empty: only the directory is filled (command line)
    ListSource source;
    Date starts_on;          ///< of affiliations and memberships
    bool with_members = true; ///< the organisations become members of the body
    ContactGrid grid;
    Decisions decisions;
    std::int64_t version = 1;
    Instant created_at;
    std::optional<ContactImportId> saved_as = {}; ///< everything was saved: nothing but this is left of it
};

struct DraftLine {
    ContactDraftId id;
    std::string file_name;
    Instant created_at;
};

Result<void> insert_draft(db::Transaction& tx, ContactDraft const& draft, std::string const& account);
/// NotFound for anybody but its author.
Result<ContactDraft> find_draft(db::Reader const& db, ContactDraftId const& id, std::string const& account);
Result<bodies::BodyId> body_of_draft(db::Reader const& db, ContactDraftId const& id);
Result<std::vector<DraftLine>> list_drafts(db::Reader const& db, bodies::BodyId const& body, std::string const& account);
/// Conflict when it was changed in another window.
Result<void> update_draft(db::Transaction& tx, ContactDraft const& draft);
/// Everything is saved: names and addresses leave the draft, and a form sent twice still finds where it led.
Result<void> close_draft(db::Transaction& tx, ContactDraft const& draft, ContactImportId const& import);
Result<void> delete_draft(db::Transaction& tx, ContactDraftId const& id);
Result<std::int64_t> delete_old_drafts(db::Transaction& tx, Instant now);

/// Everybody, read in four statements.
Result<Directory> read_directory(db::Reader const& db, Date day);

/// Who acts, when, and where ids come from.
struct Act {
    journal::Actor actor;
    Instant now;
    Chance& chance;
};

/// What one save wrote.
struct ContactImport {
    ContactImportId id;
    std::optional<bodies::BodyId> body;
    Instant at;
    std::string author;
    std::string file_name;
    Date starts_on;
    std::int64_t persons_added = 0;
    std::int64_t persons_known = 0;
    std::int64_t organizations_added = 0;
    std::int64_t affiliations_added = 0;
    std::int64_t details_added = 0;
    std::int64_t members_added = 0;
    std::vector<Withheld> withheld = {};
    std::vector<std::string> rows = {}; ///< keys of the saved rows; not stored
    std::size_t undecided = 0;          ///< rows and organisations left for a person; not stored

    bool changed_nothing() const { return persons_added + organizations_added + affiliations_added + details_added + members_added == 0; }
};

/// Writes the certain rows, the memberships and one event into the caller's transaction; a few statements for each table. An
/// import that changes nothing is not kept: its id stays, but find_import does not know it.
Result<ContactImport> write_contacts(db::Transaction& tx, ContactDraft const& draft, Act const& act);

Result<ContactImport> find_import(db::Reader const& db, ContactImportId const& id);
struct ImportedName {
    std::string path;
    std::string name;
};
Result<std::vector<ImportedName>> imported_persons(db::Reader const& db, ContactImportId const& id, int limit, int offset);
Result<std::vector<ImportedName>> imported_organizations(db::Reader const& db, ContactImportId const& id, int limit);
/// Of a body, the latest first.
Result<std::vector<ContactImport>> list_imports(db::Reader const& db, bodies::BodyId const& body, int limit);

} // namespace toguna::contacts
