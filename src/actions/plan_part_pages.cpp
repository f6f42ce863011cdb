#include "actions/plan_part_pages.hpp"
namespace toguna::actions {
std::vector<web::Route> plan_part_routes() { return {}; }
}
