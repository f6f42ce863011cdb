#include "terms/feature.hpp"

#include "terms/norm_pages.hpp"
#include "terms/template_pages.hpp"
#include "terms/terms_pages.hpp"

namespace toguna::terms {

web::Feature feature()
{
    std::vector<web::Route> routes;
    for (auto const& group : { terms_routes(), made_document_routes(), detail_routes(), review_routes(), template_routes(), norm_routes() })
        routes.insert(routes.end(), group.begin(), group.end());
    return {
        .name = "terms",
        .routes = std::move(routes),
        .menu = { { tr("Document templates"), "/templates", true }, { tr("Reference library"), "/norms", true } },
    };
}

} // namespace toguna::terms
