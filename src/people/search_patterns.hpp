#pragma once
/// The LIKE patterns of base, under the name by which features know them.

#include "people/normalise.hpp"

namespace toguna::people {

using toguna::search_patterns;

} // namespace toguna::people
