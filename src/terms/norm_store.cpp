#include "terms/norm_store.hpp"

#include "terms/terms_queries.hpp"

namespace toguna::terms {

namespace {

Norm read_norm(db::Row const& row)
{
    return { row.id<NormId>(0), row.string(1), row.string(2), row.string(3), YearMonth::of(row.date(4)), row.boolean(5), row.string(6) };
}

} // namespace

Result<std::vector<Norm>> list_norms(db::Reader const& db) { return db.all(sql::norms, {}, read_norm); }

Result<Norm> find_norm(db::Reader const& db, NormId const& id)
{
    auto norm = TRY(db.first(sql::norm, { { "id", id } }, read_norm));
    if (!norm)
        return fail(ErrorKind::NotFound, tr("This text is not in the reference library."));
    return std::move(*norm);
}

Result<void> insert_norm(db::Transaction& tx, Norm const& unchecked, Instant now)
{
    auto const norm = TRY(checked(unchecked));
    auto const edition = norm.edition.first_day();
    if (TRY(tx.number(sql::same_norm, { { "title_fr", norm.title_fr }, { "edition", edition } })) > 0)
        return fail({ ErrorKind::Conflict, tr("This edition is in the library already."), { { "edition", tr("This edition is in the library already.") } }, {} });
    TRY(tx.execute(sql::insert_norm, { { "id", norm.id }, { "title_fr", norm.title_fr }, { "title_en", norm.title_en }, { "issuer", norm.issuer }, { "edition", edition },
        { "revised", norm.revised }, { "link", norm.link }, { "now", now } }));
    return {};
}

Result<std::optional<Norm>> cited_norm(db::Reader const& db, bodies::BodyId const& body) { return db.first(sql::cited_norm, { { "body", body } }, read_norm); }

Result<void> cite(db::Transaction& tx, bodies::BodyId const& body, NormId const& norm, Instant now)
{
    TRY(find_norm(tx, norm));
    TRY(tx.execute(sql::delete_citation, { { "body", body } }));
    TRY(tx.execute(sql::insert_citation, { { "body", body }, { "norm", norm }, { "now", now } }));
    return {};
}

} // namespace toguna::terms
