#pragma once
/// Routes of the steps of an action, of its periods and of its comments.

#include "web/router.hpp"

namespace toguna::actions {

std::vector<web::Route> progress_routes();

} // namespace toguna::actions
