#pragma once
/// Routes of the plan pages.

#include "web/router.hpp"

namespace toguna::actions {

std::vector<web::Route> plan_routes();

} // namespace toguna::actions
