#pragma once
/// Who may see an action, and in what capacity a visitor speaks about it.

#include "actions/progress.hpp"
#include "actions/store.hpp"
#include "web/context.hpp"

namespace toguna::actions {

/// For Access of routes « /actions/:action/… »: the body of that action.
Result<std::string> body_of_action_in_path(db::Reader const& db, web::Request const& request);

/// Coordinators by right; owners by name, by their organization, or as members of a body that is responsible.
Result<ProgressActor> progress_actor(db::Reader const& db, web::Context const& context, ActionPoint const& action);

/// Members of the body see its actions; whoever is responsible for one sees it wherever they belong.
Result<void> require_sight(db::Reader const& db, web::Context const& context, ActionPoint const& action);

} // namespace toguna::actions
