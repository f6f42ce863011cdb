#include "referrals/feature.hpp"

#include "referrals/referral_pages.hpp"

namespace toguna::referrals {

web::Feature feature()
{
    web::Feature feature { .name = "referrals", .routes = list_routes() };
    for (auto const& part : { opening_routes(), referral_routes() })
        feature.routes.insert(feature.routes.end(), part.begin(), part.end());
    return feature;
}

} // namespace toguna::referrals
