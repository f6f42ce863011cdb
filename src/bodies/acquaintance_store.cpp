#include "bodies/acquaintance_store.hpp"

#include "bodies/acquaintance_queries.hpp"

namespace toguna::bodies {

Result<bool> share_a_body(db::Reader const& db, people::PersonId const& one, people::PersonId const& other, Date today)
{
    return TRY(db.number(sql::count_shared_bodies, { { "one", one }, { "other", other }, { "today", today } })) > 0;
}

} // namespace toguna::bodies
