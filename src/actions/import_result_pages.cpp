#include "actions/import_pages.hpp"

#include "actions/import_result.html.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "web/cookies.hpp"

namespace toguna::actions {

namespace {

web::Definitions definitions_of(web::Context const& context, ImportRecord const& record)
{
    auto const& language = context.language;
    auto const& import = record.summary;
    auto const& undo = record.undo;
    auto const counted = language(tr("{sections}, {gaps}, {actions}",
        { { "sections", trn("{count} section", "{count} sections", std::int64_t(undo.sections_added.size())) }, { "gaps", trn("{count} gap", "{count} gaps", std::int64_t(undo.gaps_added.size())) },
            { "actions", trn("{count} action", "{count} actions", std::int64_t(undo.actions_added.size())) } }));
    web::Definitions definitions { { language.t("Reference of the import"), web::escaped(import.id.text()) },
        { language.t("File"), web::escaped(import.file_name.empty() ? language.t("pasted text") : import.file_name) },
        { language.t("Loaded by"), web::escaped(import.author) }, { language.t("Loaded on"), web::escaped(language.date_time(import.at, context.time_zone())) },
        { language.t("Added"), web::escaped(counted) } };
    auto const changed = undo.actions_changed.size() + undo.gaps_changed.size() + undo.sections_changed.size();
    definitions.push_back({ language.t("Changed"), web::escaped(language(trn("{count} row", "{count} rows", std::int64_t(changed)))) });
    return definitions;
}

Result<web::Reply> import_page(web::Context& context, ImportId const& id, std::vector<std::string> kept)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const record = TRY(find_import(reader, id));
        auto const body = TRY(bodies::find_body(reader, record.summary.body));
        bool const undone = record.summary.undone_at.has_value();
        // The plan may have gone with the import that made it.
        auto const plan = TRY(find_plan_of_year(reader, body.id, record.summary.year));
        ImportView view { id.text(), plan ? plan->id.text() : "", {}, definitions_of(context, record), undone,
            !undone && context.may(reader, bodies::edit_plan, body.id.text()), std::move(kept) };
        auto const title = tr("Import into the plan {year} of {body}", { { "year", std::to_string(record.summary.year) }, { "body", body.short_name() } });
        return web::page(context, { context.language(title), import_trail(context, body), "/bodies", html::import_result(view, context.templates()) });
    });
}

Result<web::Reply> show_import(web::Request const& request, web::Context& context)
{
    return import_page(context, TRY(request.id<ImportId>("import")), {});
}

/// POST /imports/:import/undo — answers with the page itself where something was kept, because its list is shown once.
Result<web::Reply> undo(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ImportId>("import"));
    auto const report = TRY(context.db.write([&](db::Transaction& tx) -> Result<UndoReport> {
        TRY(context.require(tx, bodies::edit_plan, TRY(find_import_summary(tx, id)).body.text()));
        return undo_import(tx, id, context.file_language, { journal::actor_of(context), context.now, context.chance });
    }));
    if (!report.kept.empty())
        return import_page(context, id, report.kept);
    return web::with_notice(request, context, web::see_other("/imports/" + id.text()), tr("The import is undone."));
}

} // namespace

std::vector<web::Route> import_result_routes()
{
    using enum web::Method;
    auto const access = web::by_right(bodies::edit_plan, body_of_import_in_path);
    return {
        { Get, "/imports/:import", show_import, access },
        { Post, "/imports/:import/undo", undo, access },
    };
}

} // namespace toguna::actions
