#pragma once
/// The rows behind jobs: claimed by one worker, ended by the same.

#include "jobs/job.hpp"

#include <optional>

namespace toguna::jobs {

/// A job and the proof that it is ours until the lease ends.
struct ClaimedJob {
    Job job;
    JobKind kind;
    std::string lease;
};

/// Looks for `kind` among what this program can do; null when it is unknown.
using FindKind = std::function<JobKind const*(std::string_view name)>;

/// The job that has waited longest, or nothing. Of several workers that ask at once, one gets it.
Result<std::optional<ClaimedJob>> claim_due_job(db::Database& db, FindKind const& find_kind, Chance& chance, Instant now);

/// Records how the attempt ended. Nothing happens when the lease has gone to another worker in the meantime.
Result<void> record_outcome(db::Database& db, ClaimedJob const& claimed, Result<void> const& outcome, Instant now);

/// Adds the jobs of every schedule whose period has begun and was not started by another process.
Result<void> start_due_schedules(db::Database& db, std::vector<Schedule> const& schedules, Chance& chance, Instant now);

/// Deletes jobs done more than a week ago; those with a key after a year.
Result<void> forget_done_jobs(db::Database& db, Instant now);

} // namespace toguna::jobs
