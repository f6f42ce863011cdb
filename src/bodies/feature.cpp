#include "bodies/feature.hpp"

#include "bodies/absence_views.hpp"
#include "bodies/delegation_views.hpp"
#include "bodies/mandate_views.hpp"
#include "bodies/pages.hpp"
#include "bodies/rights.hpp"

namespace toguna::bodies {

web::Feature feature()
{
    web::Feature feature { .name = "bodies", .routes = body_routes() };
    for (auto const& routes : { member_routes(), mandate_list_routes(), mandate_routes(), role_label_routes(), why_routes(), delegation_routes(), absence_routes() })
        feature.routes.insert(feature.routes.end(), routes.begin(), routes.end());
    feature.menu = { { tr("Bodies"), "/bodies" } };
    for (auto const right : rights())
        feature.rights.emplace_back(web::Right { name_of(right) }, label_of(right));
    return feature;
}

} // namespace toguna::bodies
