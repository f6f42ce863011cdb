#include "accounts/feature.hpp"

#include "accounts/closing_jobs.hpp"
#include "accounts/pages.hpp"

namespace toguna::accounts {

web::Feature feature()
{
    web::Feature feature { .name = "accounts", .routes = sign_in_routes() };
    for (auto& route : account_routes())
        feature.routes.push_back(std::move(route));
    feature.jobs = closing_jobs();
    feature.menu = { { tr("Accounts"), "/accounts", true } };
    return feature;
}

} // namespace toguna::accounts
