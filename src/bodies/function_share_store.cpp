#include "bodies/function_share_store.hpp"

#include "bodies/function_share_queries.hpp"

namespace toguna::bodies {

namespace {

ShareMatrix read_matrix(db::Row const& row, Date day)
{
    ShareMatrix matrix { row.id<ShareMatrixId>(0), row.id<BodyId>(1), row.integer(2), row.integer(3), row.date(4) };
    auto const agreement = [&](int column) -> std::optional<ShareAgreement> {
        auto const on = row.optional_date(column + 1);
        if (!on || *on > day || row.is_null(column))
            return {};
        return ShareAgreement { row.id<people::PersonId>(column), *on };
    };
    matrix.coordinator = agreement(5);
    matrix.co_coordinator = agreement(7);
    return matrix;
}

tl::unexpected<Error> changed_meanwhile()
{
    return fail(ErrorKind::Conflict, tr("Somebody changed this share of responsibilities while you were reading. Open it again: nothing of theirs was overwritten."));
}

} // namespace

Result<std::vector<ShareMatrix>> list_share_matrices(db::Reader const& db, BodyId const& body, Date day)
{
    return db.all(sql::matrices_of, { { "body", body }, { "day", day } }, [&](db::Row const& row) { return read_matrix(row, day); });
}

Result<std::optional<ShareMatrix>> find_share_matrix(db::Reader const& db, BodyId const& body, Date day)
{
    auto matrix = TRY(db.first(sql::matrices_of, { { "body", body }, { "day", day } }, [&](db::Row const& row) { return read_matrix(row, day); }));
    if (matrix)
        TRY(db.each(sql::shares_of_matrix, { { "matrix", matrix->id } }, [&](db::Row const& row) {
            matrix->shares.push_back({ row.string(0), share_from(row.text(1)).value_or(Share::Accountable), share_from(row.text(2)).value_or(Share::Informed) });
        }));
    return matrix;
}

Result<void> insert_share_matrix(db::Transaction& tx, ShareMatrix const& matrix, std::string const& proposed_by)
{
    TRY(check_shares(matrix.shares));
    if (TRY(tx.number(sql::last_matrix_number, { { "body", matrix.body } })) != matrix.number - 1)
        return changed_meanwhile();
    auto const inserted = tx.execute(sql::insert_matrix, { { "id", matrix.id }, { "body", matrix.body }, { "number", matrix.number }, { "catalogue", matrix.catalogue },
        { "proposed_by", proposed_by }, { "proposed_on", matrix.proposed_on } });
    if (!inserted)
        return inserted.error().kind == ErrorKind::Conflict ? changed_meanwhile() : fail(inserted.error());
    int position = 0;
    for (auto const& share : matrix.shares)
        TRY(tx.execute(sql::insert_share, { { "matrix", matrix.id }, { "function", share.function }, { "position", ++position }, { "coordinator", name_of(share.coordinator) },
            { "co_coordinator", name_of(share.co_coordinator) } }));
    return {};
}

Result<void> agree_to_shares(db::Transaction& tx, ShareMatrix const& matrix, ShareSide side, ShareAgreement const& agreement)
{
    if (TRY(tx.number(sql::last_matrix_number, { { "body", matrix.body } })) != matrix.number)
        return changed_meanwhile();
    auto const& other = matrix.agreement(side == ShareSide::Coordinator ? ShareSide::CoCoordinator : ShareSide::Coordinator);
    if (other && other->person == agreement.person)
        return fail(ErrorKind::Conflict, tr("You agreed for the other side already: one person cannot agree for both."));
    auto const& query = side == ShareSide::Coordinator ? sql::agree_as_coordinator : sql::agree_as_co_coordinator;
    if (TRY(tx.execute(query, { { "id", matrix.id }, { "person", agreement.person }, { "day", agreement.on } })) == 0)
        return fail(ErrorKind::Conflict, tr("This side has agreed already."));
    return {};
}

} // namespace toguna::bodies
