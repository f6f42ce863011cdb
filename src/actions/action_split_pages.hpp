#pragma once
/// Routes that split an action into several.

#include "web/router.hpp"

namespace toguna::actions {

std::vector<web::Route> action_split_routes();

} // namespace toguna::actions
