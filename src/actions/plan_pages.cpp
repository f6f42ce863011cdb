#include "actions/plan_pages.hpp"

namespace toguna::actions {

std::vector<web::Route> plan_routes() { return {}; }

} // namespace toguna::actions
