#include "actions/summary_store.hpp"

#include "actions/queries.hpp"

namespace toguna::actions {

Result<std::map<bodies::BodyId, BodyFigures>> figures_by_body(db::Reader const& db, Date today)
{
    std::map<bodies::BodyId, BodyFigures> figures;
    TRY(db.each(sql::figures_by_body, { { "today", today } }, [&](db::Row const& row) {
        figures.emplace(row.id<bodies::BodyId>(0), BodyFigures { row.integer(1), row.integer(2), row.integer(3) });
    }));
    return figures;
}

Result<std::vector<WaitingImport>> waiting_imports(db::Reader const& db, std::string_view account)
{
    return db.all(sql::waiting_imports, { { "account", account } }, [](db::Row const& row) {
        return WaitingImport { row.string(0), row.string(1), static_cast<int>(row.integer(2)), row.string(3), row.instant(4) };
    });
}

} // namespace toguna::actions
