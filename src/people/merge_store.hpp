#pragma once
/// Duplicates in the database: found, told apart for good, or merged. Organisations are merged in store.hpp.

#include "db/database.hpp"
#include "people/duplicates.hpp"
#include "people/person.hpp"

#include <functional>

namespace toguna::people {

/// Without the pairs that somebody said are two.
Result<std::vector<LikelyDuplicate<OrganizationId>>> duplicate_organizations(db::Reader const& db);
Result<std::vector<LikelyDuplicate<PersonId>>> duplicate_persons(db::Reader const& db);

/// The two are not one: they are not shown as likely duplicates any more.
Result<void> tell_apart(db::Transaction& tx, std::string const& one, std::string const& other);

/// Whatever pointed to the loser, in any table, points to the winner, who gains what only the loser knew; the loser's row
/// keeps its name and leads to the winner. `new_detail` draws ids. Gives the winner. Invalid for one and the same;
/// Conflict when one of them was merged or erased before.
Result<Person> merge_persons(db::Transaction& tx, PersonId const& loser, PersonId const& winner, std::function<ContactDetailId()> const& new_detail, Instant now);

} // namespace toguna::people
