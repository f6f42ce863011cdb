#include "app/features.hpp"

#include "accounts/feature.hpp"
#include "actions/feature.hpp"
#include "app/home_pages.hpp"
#include "bodies/feature.hpp"
#include "contacts/feature.hpp"
#include "geography/feature.hpp"
#include "journal/feature.hpp"
#include "mail/feature.hpp"
#include "people/feature.hpp"
#include "referrals/feature.hpp"
#include "terms/feature.hpp"
#include "web/site.hpp"
#include "web/style_guide.hpp"

namespace toguna::app {

std::vector<web::Feature> features()
{
    return {
        web::feature(),
        feature(),
        actions::feature(),
        bodies::feature(),
        contacts::feature(),
        referrals::feature(),
        terms::feature(),
        people::feature(),
        geography::feature(),
        journal::feature(),
        mail::feature(),
        accounts::feature(),
    };
}

std::vector<web::Route> routes_of(std::vector<web::Feature> const& features)
{
    std::vector<web::Route> routes;
    for (auto const& feature : features)
        routes.insert(routes.end(), feature.routes.begin(), feature.routes.end());
    return routes;
}

} // namespace toguna::app
