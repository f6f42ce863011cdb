#pragma once
/// Organisations and persons that were typed by name into a form.

#include "db/database.hpp"
#include "people/ids.hpp"

#include <string_view>

namespace toguna::bodies {

/// By any name, acronym or alias. Invalid on `field` when nobody bears it, or several.
Result<people::OrganizationId> typed_organization(db::Reader const& db, std::string_view name, std::string_view field);
/// Words in any order; empty for an empty name. Invalid on `field` when nobody bears it, or several.
Result<std::optional<people::PersonId>> typed_person(db::Reader const& db, std::string_view name, std::string_view field);

} // namespace toguna::bodies
