#include "actions/feature.hpp"

#include "actions/action_pages.hpp"
#include "actions/import_jobs.hpp"
#include "actions/import_pages.hpp"
#include "actions/plan_pages.hpp"
#include "actions/reminder_pages.hpp"

namespace toguna::actions {

namespace {

std::vector<web::Route> all_routes()
{
    std::vector<web::Route> routes;
    for (auto const& group : { plan_routes(), import_routes(), action_routes(), reminder_routes() })
        routes.insert(routes.end(), group.begin(), group.end());
    return routes;
}

template<class Thing>
std::vector<Thing> together(std::vector<Thing> first, std::vector<Thing> const& second)
{
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

} // namespace

web::Feature feature()
{
    return {
        .name = "actions",
        .routes = all_routes(),
        .jobs = together(reminder_jobs(), import_jobs()),
        .schedules = together(reminder_schedules(), import_schedules()),
        .menu = { { tr("Actions"), "/actions" }, { tr("Core functions"), "/catalogue", true } },
    };
}

} // namespace toguna::actions
