#include "accounts/closing_jobs.hpp"

#include "accounts/closing_queries.hpp"
#include "accounts/store.hpp"

#include <boost/json.hpp>

namespace toguna::accounts {

namespace {

people::PersonId person_of(jobs::Job const& job)
{
    return people::PersonId::trusted(std::string(boost::json::parse(job.payload).as_object().at("object").as_string()));
}

} // namespace

Result<void> close_merged(jobs::Job const& job, jobs::JobContext& context)
{
    return context.db.write([&](db::Transaction& tx) -> Result<void> {
        if (auto const account = TRY(find_account_of(tx, person_of(job))))
            TRY(close_account(tx, account->id, context.now));
        return {};
    });
}

Result<void> forget_erased(jobs::Job const& job, jobs::JobContext& context)
{
    return context.db.write([&](db::Transaction& tx) -> Result<void> {
        if (auto const account = TRY(find_account_of(tx, person_of(job)))) {
            TRY(close_account(tx, account->id, context.now));
            TRY(tx.execute(sql::forget_account, { { "id", account->id }, { "now", context.now } }));
        }
        return {};
    });
}

std::vector<jobs::JobKind> closing_jobs()
{
    return { { .name = "accounts.close_merged", .run = close_merged }, { .name = "accounts.forget_erased", .run = forget_erased } };
}

} // namespace toguna::accounts
