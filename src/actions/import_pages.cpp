#include "actions/import_pages.hpp"

namespace toguna::actions {

std::vector<web::Route> import_routes() { return {}; }

} // namespace toguna::actions
