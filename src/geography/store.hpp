#pragma once
/// Countries in the database.

#include "db/database.hpp"
#include "geography/country.hpp"

namespace toguna::geography {

/// In the order of their codes; sort by name in the reader's language before showing.
Result<std::vector<Country>> list_countries(db::Reader const& db);

/// NotFound for a code that no row has.
Result<Country> find_country(db::Reader const& db, CountryCode const& code);

/// Invalid, by field, when another country has one of its codes.
Result<void> require_new_country(db::Reader const& db, Country const& country);

/// Conflict when the code or its two-letter form is taken.
Result<void> insert_country(db::Transaction& tx, Country const& country);

} // namespace toguna::geography
