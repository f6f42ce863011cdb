#pragma once
/// Routes of the answers by link and of the reminder log; the jobs behind them.

#include "jobs/job.hpp"
#include "web/router.hpp"

namespace toguna::actions {

std::vector<web::Route> reminder_routes();
std::vector<jobs::JobKind> reminder_jobs();
std::vector<jobs::Schedule> reminder_schedules();

} // namespace toguna::actions
