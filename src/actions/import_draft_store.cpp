#include "actions/import_store.hpp"
#include "actions/queries.hpp"

namespace toguna::actions {

namespace {

tl::unexpected<Error> no_such_draft()
{
    return fail(ErrorKind::NotFound, tr("This draft of an import does not exist any more. It was saved, thrown away, or is older than 30 days: load the file again."));
}

} // namespace

Result<void> insert_import_draft(db::Transaction& tx, ImportDraft const& draft, std::string const& account)
{
    TRY(tx.execute(sql::insert_import_draft, { { "id", draft.id }, { "body", draft.import.body }, { "year", draft.import.year }, { "account", account },
        { "file_name", draft.import.source.file_name }, { "file_hash", draft.import.source.file_hash }, { "plan", to_json(draft.import.plan) }, { "now", draft.created_at } }));
    return {};
}

Result<ImportDraft> find_import_draft(db::Reader const& db, ImportDraftId const& id, std::string const& account)
{
    std::string plan;
    auto draft = TRY(db.first(sql::find_import_draft, { { "draft", id }, { "account", account } }, [&](db::Row const& row) {
        plan = row.string(5);
        PlanImport import { row.id<bodies::BodyId>(1), int(row.integer(2)), {}, { row.string(3), row.string(4), {} } };
        return ImportDraft { row.id<ImportDraftId>(0), std::move(import), row.instant(6) };
    }));
    if (!draft)
        return no_such_draft();
    draft->import.plan = TRY(imported_plan_from_json(plan));
    return std::move(*draft);
}

Result<bodies::BodyId> body_of_import_draft(db::Reader const& db, ImportDraftId const& id)
{
    auto body = TRY(db.first(sql::body_of_import_draft, { { "draft", id } }, [](db::Row const& row) { return row.id<bodies::BodyId>(0); }));
    if (!body)
        return no_such_draft();
    return std::move(*body);
}

Result<void> update_import_draft(db::Transaction& tx, ImportDraft const& draft)
{
    if (TRY(tx.execute(sql::update_import_draft, { { "draft", draft.id }, { "plan", to_json(draft.import.plan) } })) == 0)
        return no_such_draft();
    return {};
}

Result<void> delete_import_draft(db::Transaction& tx, ImportDraftId const& id)
{
    TRY(tx.execute(sql::delete_import_draft, { { "draft", id } }));
    return {};
}

Result<std::int64_t> delete_old_import_drafts(db::Transaction& tx, Instant now)
{
    return tx.execute(sql::delete_old_import_drafts, { { "before", now - import_drafts_last } });
}

} // namespace toguna::actions
