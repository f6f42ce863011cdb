#include "terms/document_store.hpp"

#include "terms/place_json.hpp"
#include "terms/terms_queries.hpp"

namespace toguna::terms {

namespace {

Result<MadeDocument> read_document(db::Row const& row)
{
    return MadeDocument { row.id<DocumentId>(0), row.id<bodies::BodyId>(1), row.string(2), row.integer(3), row.string(4), TRY(values_from_json(row.text(5))),
        row.optional_id<NormId>(6), row.date(7), row.instant(8), row.string(9) };
}

} // namespace

Result<MadeDocument> find_document(db::Reader const& db, DocumentId const& id)
{
    auto document = TRY(db.first(sql::document, { { "id", id } }, read_document));
    if (!document)
        return fail(ErrorKind::NotFound, tr("This document does not exist."));
    return std::move(*document);
}

Result<std::vector<MadeDocument>> list_documents(db::Reader const& db, bodies::BodyId const& body)
{
    std::vector<MadeDocument> documents;
    for (auto& document : TRY(db.all(sql::documents_of_body, { { "body", body } }, read_document)))
        documents.push_back(TRY(std::move(document)));
    return documents;
}

Result<void> insert_document(db::Transaction& tx, MadeDocument const& document)
{
    TRY(tx.execute(sql::insert_document, { { "id", document.id }, { "body", document.body }, { "code", document.code }, { "template_version", document.template_version },
        { "title", document.title }, { "place_values", to_json(document.values) }, { "norm", document.norm }, { "made_on", document.made_on }, { "now", document.made_at },
        { "made_by", document.made_by } }));
    return {};
}

Result<Details> find_details(db::Reader const& db, bodies::BodyId const& body, std::string_view code)
{
    auto const stored = TRY(db.first(sql::detail, { { "body", body }, { "code", code } }, [](db::Row const& row) { return std::pair(row.string(0), row.integer(1)); }));
    if (!stored)
        return Details {};
    return Details { TRY(details_from_json(stored->first)), stored->second };
}

Result<void> save_details(db::Transaction& tx, bodies::BodyId const& body, std::string_view code, Details const& details, Instant now)
{
    auto const places = to_json(details.places);
    auto const current = TRY(find_details(tx, body, code));
    if (current.version != details.version)
        return fail(ErrorKind::Conflict, tr("Somebody saved other details while you were writing. Read them, then save again: what you typed is still here."));
    if (details.version == 0)
        TRY(tx.execute(sql::insert_detail, { { "body", body }, { "code", code }, { "places", places }, { "now", now } }));
    else
        TRY(tx.execute(sql::update_detail, { { "body", body }, { "code", code }, { "places", places }, { "version", details.version }, { "now", now } }));
    return {};
}

} // namespace toguna::terms
