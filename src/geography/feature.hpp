#pragma once
/// Countries and administrative areas: where things are, by name and by code.

#include "web/feature.hpp"

namespace toguna::geography {

web::Feature feature();

} // namespace toguna::geography
