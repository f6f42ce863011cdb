#pragma once
/// The explicit list of what this program can do.

#include "web/feature.hpp"

namespace toguna::app {

/// Lowest first, as in docs: what a feature uses stands above it.
std::vector<web::Feature> features();

std::vector<web::Route> routes_of(std::vector<web::Feature> const& features);

} // namespace toguna::app
