#pragma once
/// The clock of engagement letters and mandates: who is told that something ends.

#include "jobs/job.hpp"

namespace toguna::bodies {

/// "bodies.remind_of_ends", every hour: one transaction for each mail, keyed by letter, last day, stage and person, so that
/// running twice, or dying half-way, sends each once. Never at night nor on quiet days of the body: the next hour will do.
Result<void> remind_of_ends(jobs::Job const& job, jobs::JobContext& context);

std::vector<jobs::JobKind> engagement_jobs();
std::vector<jobs::Schedule> engagement_schedules();

} // namespace toguna::bodies
