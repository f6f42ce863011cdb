#pragma once
/// Reads the contact list of a body, or everybody, as of a day.

#include "bodies/ids.hpp"
#include "contacts/contact_book.hpp"
#include "db/database.hpp"

namespace toguna::contacts {

/// Memberships, mandates and affiliations are those of the day; addresses and numbers are today's, as far as the viewer may
/// see them. A person with two organisations in the body has two entries. A constant number of statements.
Result<std::vector<ContactEntry>> body_contacts(db::Reader const& db, bodies::BodyId const& body, Date day, people::Viewer const& viewer, std::string_view own_person);
/// The whole directory, for administrators.
Result<std::vector<ContactEntry>> directory_contacts(db::Reader const& db, Date day, people::Viewer const& viewer);

} // namespace toguna::contacts
