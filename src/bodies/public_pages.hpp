#pragma once
/// What everybody may see of a body that has a public page (S2-76): nothing that was not classed public.

#include "bodies/pages.hpp"
#include "journal/event.hpp"

namespace toguna::bodies {

struct PublicPageView {
    SafeHtml purpose;
    web::Definitions definitions;
    std::vector<std::string> roles; ///< « Co-coordination : Direction nationale de la nutrition »
    SafeHtml mandate;
    SafeHtml objectives;
};

/// Who publishes for the body, as the journal names them (S0-30, invariant 27). Forbidden, also on that field of the form, when
/// the visitor may not.
Result<journal::Actor> publisher_of(db::Reader const& reader, web::Context const& context, BodyId const& body, std::string_view field);
/// Whether the error is such a refusal; if so the journal is told, and the form may come back as it was typed.
bool is_refused_publication(web::Request const& request, web::Context const& context, Error const& error);

} // namespace toguna::bodies
