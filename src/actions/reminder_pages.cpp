#include "actions/reminder_pages.hpp"

#include "actions/reminder_jobs.hpp"

namespace toguna::actions {

std::vector<web::Route> reminder_routes() { return {}; }

std::vector<jobs::JobKind> reminder_jobs()
{
    return {
        { .name = "actions.send_reminders", .run = send_reminders },
        { .name = "actions.escalate", .run = escalate },
        { .name = "actions.tell_coordinator", .run = tell_coordinator },
    };
}

std::vector<jobs::Schedule> reminder_schedules()
{
    using namespace std::chrono_literals;
    return { { "actions.send_reminders", 15min }, { "actions.escalate", 24h } };
}

} // namespace toguna::actions
