#include "actions/reminder_pages.hpp"

namespace toguna::actions {

std::vector<web::Route> reminder_routes() { return {}; }

std::vector<jobs::JobKind> reminder_jobs() { return {}; }

std::vector<jobs::Schedule> reminder_schedules() { return {}; }

} // namespace toguna::actions
