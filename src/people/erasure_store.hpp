#pragma once
/// Leaving, asking to be forgotten, and forgetting.

#include "db/database.hpp"
#include "people/data_request.hpp"

#include <vector>

namespace toguna::people {

/// Affiliations and posts end today; those that were to begin later are given up.
Result<void> end_everything(db::Transaction& tx, PersonId const& person, Date today);

/// Everything that says who the person was is wiped from the tables of this folder and from beside the events of the journal;
/// the row stays, so that every count and every past day stays right (invariant 30). Conflict when it was done before.
/// Accounts above are closed by the event `people.person_erased` (app/reactions.cpp).
Result<void> erase_person(db::Transaction& tx, PersonId const& person, Date today, Instant now);

Result<void> insert_data_request(db::Transaction& tx, DataRequest const& request);
/// The oldest first.
Result<std::vector<DataRequest>> open_data_requests(db::Reader const& db);
Result<std::vector<DataRequest>> open_data_requests(db::Reader const& db, PersonId const& person);
/// NotFound when somebody answered it before.
Result<void> answer_data_request(db::Transaction& tx, DataRequestId const& id, Instant now);

/// How many rows of each table outside this folder refer to the person, most first: what « mes données » counts.
Result<std::int64_t> count_references_elsewhere(db::Reader const& db, PersonId const& person);

} // namespace toguna::people
