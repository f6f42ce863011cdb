#pragma once
/// What everybody may see of a body that has a public page (S2-76): nothing that was not classed public.

#include "bodies/pages.hpp"

namespace toguna::bodies {

struct PublicPageView {
    SafeHtml purpose;
    web::Definitions definitions;
    std::vector<std::string> roles; ///< « Co-coordination : Direction nationale de la nutrition »
    SafeHtml mandate;
    SafeHtml objectives;
};

} // namespace toguna::bodies
