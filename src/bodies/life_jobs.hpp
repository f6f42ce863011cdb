#pragma once
/// The clock of technical groups: who has not met for long is asked whether the group rests (S1-56).

#include "jobs/job.hpp"

namespace toguna::bodies {

/// "bodies.propose_rest", every day: one mail to each coordinator of a group that has been silent for longer than the body allows, once
/// for each silence. It proposes; nothing changes until somebody says so.
Result<void> propose_rest(jobs::Job const& job, jobs::JobContext& context);

jobs::JobKind rest_job();
jobs::Schedule rest_schedule();

} // namespace toguna::bodies
