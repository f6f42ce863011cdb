#pragma once
/// The journal: what happened, by whom, in order.

#include "web/feature.hpp"

namespace toguna::journal {

web::Feature feature();

} // namespace toguna::journal
