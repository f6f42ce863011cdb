#include "actions/import_jobs.hpp"

#include "actions/import_store.hpp"

namespace toguna::actions {

namespace {

constexpr std::string_view delete_old_drafts = "actions.delete_old_import_drafts";

Result<void> run_delete_old_drafts(jobs::Job const&, jobs::JobContext& context)
{
    TRY(context.db.write([&](db::Transaction& tx) { return delete_old_import_drafts(tx, context.now); }));
    return {};
}

} // namespace

std::vector<jobs::JobKind> import_jobs() { return { { .name = delete_old_drafts, .run = run_delete_old_drafts } }; }

std::vector<jobs::Schedule> import_schedules() { return { { delete_old_drafts, std::chrono::hours(24) } }; }

} // namespace toguna::actions
