#pragma once
/// What happens to an account when its person is merged into another or forgotten: reactions on the events of people.

#include "jobs/job.hpp"

#include <vector>

namespace toguna::accounts {

/// "accounts.close_merged": a duplicate that kept its own account, since the other person has one too, signs in no more.
Result<void> close_merged(jobs::Job const& job, jobs::JobContext& context);

/// "accounts.forget_erased": closed, without its address and its password.
Result<void> forget_erased(jobs::Job const& job, jobs::JobContext& context);

std::vector<jobs::JobKind> closing_jobs();

} // namespace toguna::accounts
