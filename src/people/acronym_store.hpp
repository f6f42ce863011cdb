#pragma once
/// Acronyms in the database: those that come with the program and those of administrators, one table.

#include "db/database.hpp"
#include "people/acronym.hpp"

namespace toguna::people {

/// By text.
Result<std::vector<Acronym>> list_acronyms(db::Reader const& db);
/// NotFound when there is no such acronym.
Result<Acronym> find_acronym(db::Reader const& db, AcronymId const& id);

/// The acronym is `checked` first. Invalid on `text` when that country, or everywhere, has it already.
Result<void> insert_acronym(db::Transaction& tx, Acronym const& acronym);
/// Conflict when somebody saved another version in between.
Result<void> update_acronym(db::Transaction& tx, Acronym const& acronym);
Result<void> delete_acronym(db::Transaction& tx, AcronymId const& id);

} // namespace toguna::people
