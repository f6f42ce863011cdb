#pragma once
/// The thread that does the jobs and starts what is due by the clock.

#include "jobs/job.hpp"

#include <atomic>
#include <functional>
#include <memory>

namespace toguna::jobs {

/// Turns facts into jobs before the queue is looked at; the application plugs in its table of reactions.
using BeforeJobs = std::function<Result<void>(JobContext&)>;

struct WorkerOptions {
    std::vector<JobKind> kinds;
    std::vector<Schedule> schedules;
    BeforeJobs before_jobs;
    std::chrono::milliseconds pause = std::chrono::milliseconds(500);
    std::function<Instant()> clock; ///< tests move it; empty: the machine's clock
    /// Told of what no job can record: the database is away, or `before_jobs` failed. May be empty.
    std::function<void(Error const&)> report;
};

/// Runs everything that is due now, including what that work adds; returns the number of jobs done. Tests and
/// `toguna work --once` call this; the thread calls it again and again.
Result<int> run_due_jobs(WorkerOptions const& options, db::Database& db, web::Configuration const& configuration, Chance& chance);

class Worker {
public:
    Worker(WorkerOptions options, db::Database& db, web::Configuration const& configuration, Chance& chance);
    ~Worker(); ///< finishes the job at hand, then stops
    void wake(); ///< something was enqueued: look now

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace toguna::jobs
