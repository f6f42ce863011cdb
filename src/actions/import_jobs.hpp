#pragma once
/// Work of the clock for imports.

#include "jobs/job.hpp"

namespace toguna::actions {

/// Drafts that nobody saved are deleted after thirty days.
std::vector<jobs::JobKind> import_jobs();
std::vector<jobs::Schedule> import_schedules();

} // namespace toguna::actions
