#pragma once
/// Contact lists in and out of bodies, and who is on their group channels.

#include "web/feature.hpp"

namespace toguna::contacts {

web::Feature feature();

} // namespace toguna::contacts
