#include "actions/plan_edit_pages.hpp"
namespace toguna::actions {
std::vector<web::Route> plan_edit_routes() { return {}; }
}
