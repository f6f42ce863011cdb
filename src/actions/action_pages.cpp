#include "actions/action_pages.hpp"

namespace toguna::actions {

std::vector<web::Route> action_routes() { return {}; }

} // namespace toguna::actions
