#pragma once
/// Who may be named as responsible for an action of a body, and the members behind a body's name.

#include "actions/responsible_names.hpp"
#include "db/database.hpp"
#include "web/localization.hpp"

namespace toguna::actions {

/// Everybody who can be named, in a constant number of statements. `language` writes « Membres de NUT ».
Result<KnownActors> known_actors(db::Reader const& db, bodies::BodyId const& body, web::Localization const& language);

/// Gives the action one state for each member of the bodies among its responsible; none when no body is.
Result<void> expand_members(db::Reader const& db, ActionPoint& action, Date today);

/// Those responsible for something in these bodies (nullopt: in any): persons, organizations and bodies, by name.
Result<std::vector<Responsible>> responsible_choices(db::Reader const& db, std::optional<std::vector<bodies::BodyId>> const& bodies);

/// Who wrote the action; empty when nobody known did.
Result<std::optional<people::PersonId>> author_of(db::Reader const& db, ActionId const& action);

} // namespace toguna::actions
