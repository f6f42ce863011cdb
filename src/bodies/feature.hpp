#pragma once
/// Coordination bodies, who belongs to them, and what that gives the right to do.

#include "web/feature.hpp"

namespace toguna::bodies {

web::Feature feature();

} // namespace toguna::bodies
