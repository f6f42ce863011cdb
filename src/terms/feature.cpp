#include "terms/feature.hpp"

namespace toguna::terms {

web::Feature feature()
{
    return { .name = "terms" };
}

} // namespace toguna::terms
