#pragma once
/// « Tout exporter », for administrators: what `toguna export --all` writes, as a download.

#include "web/router.hpp"

namespace toguna::app {

std::vector<web::Route> export_routes();

} // namespace toguna::app
