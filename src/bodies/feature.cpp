#include "bodies/feature.hpp"

#include "bodies/absence_views.hpp"
#include "bodies/delegation_views.hpp"
#include "bodies/engagement_jobs.hpp"
#include "bodies/engagement_pages.hpp"
#include "bodies/function_share_pages.hpp"
#include "bodies/life_jobs.hpp"
#include "bodies/mandate_views.hpp"
#include "bodies/pages.hpp"
#include "bodies/rights.hpp"
#include "bodies/troika_views.hpp"

namespace toguna::bodies {

namespace {

std::vector<std::vector<web::Route>> groups_of_routes()
{
    return {
        body_routes(),
        body_overview_routes(),
        body_form_routes(),
        architecture_routes(),
        life_routes(),
        charter_routes(),
        future_routes(),
        counterpart_routes(),
        crisis_routes(),
        public_routes(),
        organigram_routes(),
        member_routes(),
        mandate_list_routes(),
        mandate_routes(),
        role_label_routes(),
        engagement_routes(),
        function_share_routes(),
        delegation_routes(),
        absence_routes(),
        troika_routes(),
        troika_calendar_routes(),
        why_routes(),
    };
}

} // namespace

web::Feature feature()
{
    web::Feature feature { .name = "bodies" };
    for (auto const& group : groups_of_routes())
        feature.routes.insert(feature.routes.end(), group.begin(), group.end());
    feature.jobs = engagement_jobs();
    feature.schedules = engagement_schedules();
    feature.jobs.push_back(rest_job());
    feature.schedules.push_back(rest_schedule());
    feature.menu = { { tr("Bodies"), "/bodies" } };
    for (auto const right : rights())
        feature.rights.emplace_back(web::Right { name_of(right) }, label_of(right));
    return feature;
}

} // namespace toguna::bodies
