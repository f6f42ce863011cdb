#pragma once
/// Routes of the register of actions over all bodies, of « Mes actions », and of their exports.

#include "web/router.hpp"

namespace toguna::actions {

std::vector<web::Route> register_routes();

} // namespace toguna::actions
