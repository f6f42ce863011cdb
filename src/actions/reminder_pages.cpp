#include "actions/reminder_pages.hpp"

#include "actions/answer_pages.hpp"
#include "actions/merge_jobs.hpp"
#include "actions/reminder_jobs.hpp"
#include "actions/reminder_log_pages.hpp"
#include "actions/whatsapp_pages.hpp"

namespace toguna::actions {

std::vector<web::Route> reminder_routes()
{
    std::vector<web::Route> routes;
    for (auto const& group : { answer_routes(), reminder_log_routes(), whatsapp_routes() })
        routes.insert(routes.end(), group.begin(), group.end());
    return routes;
}

std::vector<jobs::JobKind> reminder_jobs()
{
    return {
        { .name = "actions.send_reminders", .run = send_reminders },
        { .name = "actions.escalate", .run = escalate },
        { .name = "actions.tell_coordinator", .run = tell_coordinator },
        { .name = "actions.follow_merge", .run = follow_merge },
    };
}

std::vector<jobs::Schedule> reminder_schedules()
{
    using namespace std::chrono_literals;
    return { { "actions.send_reminders", 15min }, { "actions.escalate", 24h } };
}

} // namespace toguna::actions
