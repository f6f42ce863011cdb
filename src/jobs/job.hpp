#pragma once
/// Work that outlives a request: rows in the database, claimed with a lease, retried, safe to run more than once.

#include "base/id.hpp"
#include "db/database.hpp"

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::web {
struct Configuration;
}

namespace toguna::jobs {

using JobId = Id<struct JobTag>;

struct Job {
    JobId id;
    std::string kind;    ///< "actions.send_reminders"
    std::string payload; ///< JSON object
    int attempt = 1;
};

struct JobContext {
    db::Database& db;
    web::Configuration const& configuration;
    Chance& chance;
    Instant now;
};

/// Must leave the same world when it is run twice: a lease may end before the work does.
using JobFunction = Result<void> (*)(Job const&, JobContext&);

struct JobKind {
    std::string_view name;
    JobFunction run;
    std::chrono::seconds lease = std::chrono::minutes(5);
    int most_attempts = 10; ///< then it waits for a person, listed under « Administration »
};

/// What the clock starts: once per period, however many processes run.
struct Schedule {
    std::string_view kind;
    std::chrono::minutes every;
};

/// In the caller's transaction. With a `unique_key`, a second job of that kind and key is not added.
Result<void> enqueue(db::Transaction& tx, std::string_view kind, std::string_view payload, Instant run_at, std::string_view unique_key, Chance& chance, Instant now);

/// A job that used up its attempts and waits for a person.
struct FailedJob {
    JobId id;
    std::string kind;
    int attempts = 0;
    Instant failed_at;
    std::string last_error; ///< for the administrator: English, with the detail of the log
};

/// The latest failure first.
Result<std::vector<FailedJob>> list_failed_jobs(db::Reader const& db);

/// Gives a failed job all its attempts again, starting now. NotFound when there is no such failed job.
Result<void> retry_failed_job(db::Transaction& tx, JobId const& id, Instant now);

/// How long a job rests after its n-th attempt failed: half a minute, then twice as long each time, at most six hours.
std::chrono::seconds rest_after_attempt(int attempt);

} // namespace toguna::jobs
