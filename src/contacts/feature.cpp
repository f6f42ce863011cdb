#include "contacts/feature.hpp"

namespace toguna::contacts {

web::Feature feature()
{
    return web::Feature { .name = "contacts" };
}

} // namespace toguna::contacts
