#pragma once
/// What follows from what happened: the one table that maps facts of the journal to jobs.

#include "jobs/job.hpp"

#include <span>
#include <string_view>

namespace toguna::app {

struct Reaction {
    std::string_view event; ///< kind of the journal
    std::string_view job;   ///< kind of the job; its payload is {"event": id, "object": id}
};

/// The whole asynchronous life on one screen.
std::span<Reaction const> reactions();

/// Reads the facts that came since the last time and enqueues their jobs, each once, in one transaction.
Result<void> react(jobs::JobContext& context);

} // namespace toguna::app
