#pragma once
/// Routes that create, change and split actions.

#include "web/router.hpp"

namespace toguna::actions {

std::vector<web::Route> action_form_routes();

} // namespace toguna::actions
