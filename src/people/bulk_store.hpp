#pragma once
/// Thousands of persons at once: one statement for some hundred rows, not one for each.

#include "db/database.hpp"
#include "people/person.hpp"

#include <span>

namespace toguna::people {

/// Each is `checked` first. Affiliations they carry are left out: insert_affiliations takes them.
Result<void> insert_persons(db::Transaction& tx, std::span<Person const> persons, Instant now);
Result<void> insert_affiliations(db::Transaction& tx, std::span<Affiliation const> affiliations);
/// Each is `checked` first.
Result<void> insert_contact_details(db::Transaction& tx, std::span<ContactDetail const> details);

} // namespace toguna::people
