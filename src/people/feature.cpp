#include "people/feature.hpp"

#include "people/pages.hpp"

namespace toguna::people {

web::Feature feature()
{
    web::Feature feature { .name = "people", .routes = organization_routes() };
    for (auto& route : person_routes())
        feature.routes.push_back(std::move(route));
    for (auto& route : chooser_routes())
        feature.routes.push_back(std::move(route));
    feature.menu = { { tr("Organisations"), "/organizations" }, { tr("People"), "/people" } };
    feature.rights = { { edit_directory, tr("Add and correct organisations and persons") } };
    return feature;
}

} // namespace toguna::people
