#include "db/connection.hpp"
#include "db/refusal.hpp"

namespace toguna::db {

Result<std::unique_ptr<Database>> open_postgresql(std::string const&, int)
{
    return fail(refusal(Complaint::Away, "open", "no driver"));
}

} // namespace toguna::db
