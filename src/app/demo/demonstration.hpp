#pragma once
/// An invented but faithful country to try everything in: bodies, people, plans of two years and what became of them.

#include "db/database.hpp"
#include "web/localization.hpp"

#include <iosfwd>

namespace toguna::app::demo {

/// Fills an empty installation. All dates are counted from `now`, all chance is seeded: the same day gives the same country.
/// Conflict when there is an account, an organisation or a body already.
Result<void> fill(db::Transaction& tx, Instant now);

/// One line a person: who it is, and the address that signs in as them at once.
void print_sign_in_links(std::ostream& out, web::Localization const& language, std::string const& address);

} // namespace toguna::app::demo
