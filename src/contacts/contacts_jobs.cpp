#include "contacts/contacts_jobs.hpp"

#include "contacts/import_store.hpp"

namespace toguna::contacts {

namespace {

constexpr std::string_view delete_old_contact_drafts = "contacts.delete_old_drafts";

Result<void> run_delete_old_drafts(jobs::Job const&, jobs::JobContext& context)
{
    TRY(context.db.write([&](db::Transaction& tx) { return delete_old_drafts(tx, context.now); }));
    return {};
}

} // namespace

std::vector<jobs::JobKind> contact_jobs() { return { { .name = delete_old_contact_drafts, .run = run_delete_old_drafts } }; }

std::vector<jobs::Schedule> contact_schedules() { return { { delete_old_contact_drafts, std::chrono::hours(24) } }; }

} // namespace toguna::contacts
