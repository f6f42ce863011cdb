#pragma once
/// Work of the clock for contact lists.

#include "jobs/job.hpp"

namespace toguna::contacts {

/// Drafts that nobody saved are deleted after thirty days.
std::vector<jobs::JobKind> contact_jobs();
std::vector<jobs::Schedule> contact_schedules();

} // namespace toguna::contacts
