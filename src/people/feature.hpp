#pragma once
/// Organisations and persons: who there is, under which names.

#include "web/feature.hpp"

namespace toguna::people {

web::Feature feature();

} // namespace toguna::people
