#pragma once
/// Writes the country, its organisations, people, accounts and bodies, and remembers the ids they were given.

#include "actions/store.hpp"
#include "app/demo/people.hpp"
#include "bodies/ids.hpp"
#include "people/ids.hpp"

#include <map>

namespace toguna::app::demo {

/// Who lives here, by the keys of people.hpp and country.hpp.
struct Settlers {
    std::map<std::string_view, people::OrganizationId> organizations;
    std::map<std::string_view, people::PersonId> persons;
    std::map<std::string_view, bodies::BodyId> bodies;
    std::map<std::string_view, journal::Actor> actors; ///< persons as the journal names them
};

/// `now` is the day the demonstration is made: memberships began before it.
Result<Settlers> settle(db::Transaction& tx, Instant now, Chance& chance);

} // namespace toguna::app::demo
