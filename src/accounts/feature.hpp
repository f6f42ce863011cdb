#pragma once
/// Who may sign in, and how.

#include "web/feature.hpp"

namespace toguna::accounts {

web::Feature feature();

} // namespace toguna::accounts
