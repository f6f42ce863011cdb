#pragma once
/// Terms of reference and engagement forms made from templates, the reference library they cite, the review at the end of a mandate.

#include "web/feature.hpp"

namespace toguna::terms {

web::Feature feature();

} // namespace toguna::terms
