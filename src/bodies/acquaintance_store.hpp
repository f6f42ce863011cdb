#pragma once
/// Who meets whom: what decides whether a contact detail meant for members may be seen (people/contact_detail.hpp).

#include "db/database.hpp"
#include "people/ids.hpp"

namespace toguna::bodies {

/// Whether both belong to one body that day: members and observers, themselves or through their organisation, and holders
/// of a mandate.
Result<bool> share_a_body(db::Reader const& db, people::PersonId const& one, people::PersonId const& other, Date today);

} // namespace toguna::bodies
