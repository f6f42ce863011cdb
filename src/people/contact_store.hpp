#pragma once
/// Contact details in the database.

#include "db/database.hpp"
#include "people/contact_detail.hpp"

namespace toguna::people {

/// In the order they were added. Ask `visible` of each before it is shown.
Result<std::vector<ContactDetail>> contact_details_of(db::Reader const& db, PersonId const& person);

/// The detail is `checked` first.
Result<void> insert_contact_detail(db::Transaction& tx, ContactDetail const& detail);
/// NotFound when it is not that person's.
Result<void> update_contact_detail(db::Transaction& tx, ContactDetail const& detail);
Result<void> delete_contact_detail(db::Transaction& tx, PersonId const& person, ContactDetailId const& id);

} // namespace toguna::people
