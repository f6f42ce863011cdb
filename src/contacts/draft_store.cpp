#include "contacts/import_queries.hpp"
#include "contacts/import_store.hpp"

#include <boost/json.hpp>

namespace toguna::contacts {

namespace {

namespace json = boost::json;

tl::unexpected<Error> no_such_draft()
{
    return fail(ErrorKind::NotFound, tr("This draft of a contact list does not exist any more. It was saved, thrown away, or is older than 30 days: load the list again."));
}

std::string decisions_text(Decisions const& decisions)
{
    json::object object;
    for (auto const& [key, decision] : decisions)
        object[key] = to_text(decision);
    return json::serialize(object);
}

Decisions decisions_from(std::string_view text)
{
    Decisions decisions;
    auto const parsed = json::parse(text);
    for (auto const& [key, value] : parsed.as_object())
        if (auto decision = decision_from(value.as_string()))
            decisions.emplace(key, *std::move(decision));
    return decisions;
}

} // namespace

Result<void> insert_draft(db::Transaction& tx, ContactDraft const& draft, std::string const& account)
{
    TRY(tx.execute(sql::insert_contact_draft, { { "id", draft.id }, { "body", draft.body }, { "account", account }, { "file_name", draft.source.file_name },
        { "file_hash", draft.source.file_hash }, { "starts_on", draft.starts_on }, { "with_members", draft.with_members }, { "grid", to_json(draft.grid) },
        { "decisions", decisions_text(draft.decisions) }, { "now", draft.created_at } }));
    return {};
}

Result<ContactDraft> find_draft(db::Reader const& db, ContactDraftId const& id, std::string const& account)
{
    std::string grid;
    auto draft = TRY(db.first(sql::contact_draft, { { "id", id }, { "account", account } }, [&](db::Row const& row) {
        grid = row.string(6);
        return ContactDraft { row.id<ContactDraftId>(0), row.id<bodies::BodyId>(1), { row.string(2), row.string(3) }, row.date(4), row.boolean(5), {}, decisions_from(row.text(7)),
            row.integer(8), row.instant(9), row.optional_id<ContactImportId>(10) };
    }));
    if (!draft)
        return no_such_draft();
    draft->grid = TRY(grid_from_json(grid));
    return std::move(*draft);
}

Result<bodies::BodyId> body_of_draft(db::Reader const& db, ContactDraftId const& id)
{
    auto body = TRY(db.first(sql::body_of_contact_draft, { { "id", id } }, [](db::Row const& row) { return row.id<bodies::BodyId>(0); }));
    if (!body)
        return no_such_draft();
    return std::move(*body);
}

Result<std::vector<DraftLine>> list_drafts(db::Reader const& db, bodies::BodyId const& body, std::string const& account)
{
    return db.all(sql::contact_drafts_of, { { "body", body }, { "account", account } },
        [](db::Row const& row) { return DraftLine { row.id<ContactDraftId>(0), row.string(1), row.instant(2) }; });
}

Result<void> update_draft(db::Transaction& tx, ContactDraft const& draft)
{
    auto const changed = TRY(tx.execute(sql::update_contact_draft, { { "id", draft.id }, { "grid", to_json(draft.grid) }, { "decisions", decisions_text(draft.decisions) },
        { "with_members", draft.with_members }, { "version", draft.version } }));
    if (changed == 0)
        return fail(ErrorKind::Conflict, tr("This draft was changed in another window. Open it again: nothing of it was lost."));
    return {};
}

Result<void> close_draft(db::Transaction& tx, ContactDraft const& draft, ContactImportId const& import)
{
    TRY(tx.execute(sql::close_contact_draft, { { "id", draft.id }, { "import", import }, { "grid", to_json(ContactGrid {}) }, { "decisions", decisions_text({}) } }));
    return {};
}

Result<void> delete_draft(db::Transaction& tx, ContactDraftId const& id)
{
    TRY(tx.execute(sql::delete_contact_draft, { { "id", id } }));
    return {};
}

Result<std::int64_t> delete_old_drafts(db::Transaction& tx, Instant now) { return tx.execute(sql::delete_old_contact_drafts, { { "before", now - contact_drafts_last } }); }

} // namespace toguna::contacts
