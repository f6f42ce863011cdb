#pragma once
/// What the pages of one action have in common.

#include "actions/action_access_store.hpp"
#include "actions/shared_plan_pages.hpp"
#include "bodies/pages.hpp"
#include "bodies/rights_store.hpp"
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

} // namespace toguna::actions
