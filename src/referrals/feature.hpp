#pragma once
/// What a body passes on and follows to its end.

#include "web/feature.hpp"

namespace toguna::referrals {

web::Feature feature();

} // namespace toguna::referrals
