#pragma once
/// Routes, jobs and menu entries of the action plan and the register.

#include "web/feature.hpp"

namespace toguna::actions {

web::Feature feature();

} // namespace toguna::actions
