#include "actions/carry_pages.hpp"
namespace toguna::actions {
std::vector<web::Route> carry_routes() { return {}; }
}
