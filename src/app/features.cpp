#include "app/features.hpp"

#include "accounts/feature.hpp"
#include "actions/feature.hpp"
#include "app/home_pages.hpp"
#include "bodies/feature.hpp"
#include "journal/feature.hpp"
#include "mail/feature.hpp"
#include "people/feature.hpp"

namespace toguna::app {

std::vector<web::Feature> features()
{
    return { feature(), actions::feature(), bodies::feature(), people::feature(), journal::feature(), mail::feature(), accounts::feature() };
}

std::vector<web::Route> routes_of(std::vector<web::Feature> const& features)
{
    std::vector<web::Route> routes;
    for (auto const& feature : features)
        routes.insert(routes.end(), feature.routes.begin(), feature.routes.end());
    return routes;
}

std::vector<web::MenuEntry> menu_of(std::vector<web::Feature> const& features)
{
    std::vector<web::MenuEntry> menu;
    for (auto const& feature : features)
        menu.insert(menu.end(), feature.menu.begin(), feature.menu.end());
    return menu;
}

} // namespace toguna::app
