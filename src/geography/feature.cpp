#include "geography/feature.hpp"

#include "geography/area_pages.hpp"

namespace toguna::geography {

web::Feature feature()
{
    web::Feature feature { .name = "geography", .routes = area_routes() };
    for (auto const& group : { country_routes(), import_routes() })
        feature.routes.insert(feature.routes.end(), group.begin(), group.end());
    feature.menu = { { tr("Areas"), "/areas" } };
    return feature;
}

} // namespace toguna::geography
