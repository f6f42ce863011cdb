#include "bodies/feature.hpp"

#include "bodies/engagement_jobs.hpp"
#include "bodies/engagement_pages.hpp"
#include "bodies/function_share_pages.hpp"
#include "bodies/pages.hpp"
#include "bodies/rights.hpp"

namespace toguna::bodies {

web::Feature feature()
{
    web::Feature feature { .name = "bodies", .routes = body_routes() };
    for (auto const& group : { member_routes(), engagement_routes(), function_share_routes() })
        feature.routes.insert(feature.routes.end(), group.begin(), group.end());
    feature.jobs = engagement_jobs();
    feature.schedules = engagement_schedules();
    feature.menu = { { tr("Bodies"), "/bodies" } };
    for (auto const right : rights())
        feature.rights.emplace_back(web::Right { name_of(right) }, label_of(right));
    return feature;
}

} // namespace toguna::bodies
