#pragma once
/// Routes of the action pages.

#include "web/router.hpp"

namespace toguna::actions {

std::vector<web::Route> action_routes();

} // namespace toguna::actions
