#include "bodies/charter_store.hpp"

#include "bodies/charter_queries.hpp"

namespace toguna::bodies {

Result<std::vector<Charter>> charters_of(db::Reader const& db, BodyId const& body)
{
    return db.all(sql::charters, { { "body", body } }, [](db::Row const& row) {
        return Charter { row.id<CharterId>(0), row.id<BodyId>(1), static_cast<int>(row.integer(2)), row.string(3), row.string(4), row.string(5), row.string(6), row.string(7), row.string(8),
            row.date(9), row.optional_date(10), row.string(11), row.boolean(12) };
    });
}

Result<int> insert_charter(db::Transaction& tx, Charter const& given, Instant now)
{
    auto const charter = TRY(checked(given));
    auto const former = TRY(charters_of(tx, charter.body));
    int const number = former.empty() ? 1 : former.back().number + 1;
    TRY(tx.execute(sql::insert_charter,
        { { "id", charter.id }, { "body", charter.body }, { "number", number }, { "mandate", charter.mandate }, { "objectives", charter.objectives }, { "terms", charter.terms },
            { "norm_title", charter.norm_title }, { "norm_issuer", charter.norm_issuer }, { "norm_edition", charter.norm_edition }, { "valid_from", charter.valid_from },
            { "validated_on", charter.validated_on }, { "validated_by", charter.validated_by }, { "is_public", charter.is_public }, { "now", now } }));
    return number;
}

} // namespace toguna::bodies
