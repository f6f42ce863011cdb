#include "actions/merge_store.hpp"

#include "actions/merge_queries.hpp"

namespace toguna::actions {

Result<std::int64_t> move_to_body(db::Transaction& tx, bodies::BodyId const& former, bodies::BodyId const& into)
{
    auto const moved = TRY(tx.execute(sql::move_actions, { { "former", former }, { "into", into } }));
    TRY(tx.execute(sql::move_plans, { { "former", former }, { "into", into } }));
    TRY(tx.execute(sql::move_import_drafts, { { "former", former }, { "into", into } }));
    return moved;
}

} // namespace toguna::actions
