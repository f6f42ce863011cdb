#pragma once
/// The field in which a person or an organisation is chosen by typing, and the suggestions a browser may ask for meanwhile.

#include "people/chooser.hpp"
#include "web/context.hpp"
#include "web/field.hpp"
#include "web/router.hpp"

namespace toguna::people {

/// `{{ html::chooser_field(view.person, page) }}` from "people/chooser_field.html". Posts NAME and NAME_choice.
struct ChooserField : web::FieldFrame {
    std::string value = {};       ///< the words
    std::string suggestions = {}; ///< path that answers with suggestions while one types; only with script
    std::vector<web::Option> candidates = {}; ///< shown as radios when the words were in doubt
    std::string choice = {};      ///< ticked among them; without candidates, kept unseen

    std::string candidate_id(web::Option const& candidate) const;
};

/// The field as it is shown first, or with `error` as it comes back: what was typed, what is wrong with it, and, where the
/// words are in doubt, the candidates. `frame.error` is filled here.
Result<ChooserField> person_field(db::Reader const& reader, web::Context const& context, web::FieldFrame frame, Chosen const& chosen, Error const* error);
Result<ChooserField> organization_field(db::Reader const& reader, web::Context const& context, web::FieldFrame frame, Chosen const& chosen, Error const* error);

/// GET /people/suggest?q= and /organizations/suggest?q=
std::vector<web::Route> chooser_routes();

} // namespace toguna::people
