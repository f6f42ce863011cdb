#include "actions/plan_grid_pages.hpp"
namespace toguna::actions {
std::vector<web::Route> plan_grid_routes() { return {}; }
}
