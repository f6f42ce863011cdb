#pragma once
/// What the pages of one action have in common.

#include "actions/action_access.hpp"
#include "actions/store.hpp"
#include "bodies/pages.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "web/cookies.hpp"
#include "web/layout.hpp"
#include "web/once.hpp"

namespace toguna::actions {

/// What was typed into the small forms of the page, when one of them was refused.
struct ActionPageForms {
    std::string period = {}; ///< ISO date of the period chosen
    std::string comment = {};
    bool typed_period = false; ///< `done` and `evidence` were typed
    std::string done = {};
    std::string evidence = {};
    Error const* error = nullptr;
};

Result<web::Reply> action_page(web::Context& context, ActionId const& id, ActionPageForms const& forms);

inline int status_of_refusal(Error const* error) { return !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422; }

} // namespace toguna::actions
