#pragma once
/// Routes of the import pages.

#include "web/router.hpp"

namespace toguna::actions {

std::vector<web::Route> import_routes();

} // namespace toguna::actions
