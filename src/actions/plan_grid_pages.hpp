#pragma once
#include "web/router.hpp"
namespace toguna::actions {
std::vector<web::Route> plan_grid_routes();
}
