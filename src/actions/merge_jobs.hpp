#pragma once
/// What follows here when bodies are merged.

#include "jobs/job.hpp"

namespace toguna::actions {

/// "actions.follow_merge", reaction on "bodies.body_merged": plans and actions go over to the body that continues.
Result<void> follow_merge(jobs::Job const& job, jobs::JobContext& context);

} // namespace toguna::actions
