#pragma once
#include "web/router.hpp"
namespace toguna::actions {
std::vector<web::Route> carry_routes();
}
