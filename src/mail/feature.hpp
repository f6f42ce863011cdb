#pragma once

#include "web/feature.hpp"

namespace toguna::mail {

web::Feature feature();

} // namespace toguna::mail
