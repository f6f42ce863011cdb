#include "people/acronym_store.hpp"

#include "people/acronym_queries.hpp"

namespace toguna::people {

namespace {

Acronym read_acronym(db::Row const& row)
{
    Acronym acronym { row.id<AcronymId>(0), {}, row.string(2), row.string(3), row.string(4), row.integer(5) };
    if (auto const country = row.optional_string(1))
        acronym.country = geography::CountryCode::trusted(*country);
    return acronym;
}

Result<Acronym> checked_here(db::Reader const& db, Acronym const& given)
{
    auto acronym = TRY(checked(given));
    if (TRY(db.number(sql::count_same_acronym, { { "text", acronym.text }, { "id", acronym.id }, { "country", acronym.country } })) == 0)
        return acronym;
    Error error { ErrorKind::Invalid, tr("This acronym cannot be saved as it is."), {}, {} };
    error.fields.push_back({ "text", tr("“{text}” is in the list already: correct that one.", { { "text", acronym.text } }) });
    return fail(std::move(error));
}

} // namespace

Result<std::vector<Acronym>> list_acronyms(db::Reader const& db) { return db.all(sql::acronyms, {}, read_acronym); }

Result<Acronym> find_acronym(db::Reader const& db, AcronymId const& id)
{
    auto acronym = TRY(db.first(sql::acronym, { { "id", id } }, read_acronym));
    if (!acronym)
        return fail(ErrorKind::NotFound, tr("This acronym is not in the list any more."));
    return *std::move(acronym);
}

Result<void> insert_acronym(db::Transaction& tx, Acronym const& given)
{
    auto const acronym = TRY(checked_here(tx, given));
    TRY(tx.execute(sql::insert_acronym,
        { { "id", acronym.id }, { "country", acronym.country }, { "text", acronym.text }, { "french", acronym.french }, { "english", acronym.english } }));
    return {};
}

Result<void> update_acronym(db::Transaction& tx, Acronym const& given)
{
    auto const acronym = TRY(checked_here(tx, given));
    auto const changed = TRY(tx.execute(sql::update_acronym,
        { { "id", acronym.id }, { "country", acronym.country }, { "text", acronym.text }, { "french", acronym.french }, { "english", acronym.english }, { "version", acronym.version } }));
    if (changed == 0)
        return fail(ErrorKind::Conflict, tr("Somebody changed this acronym while you were writing. Open it again: nothing of theirs was overwritten."));
    return {};
}

Result<void> delete_acronym(db::Transaction& tx, AcronymId const& id)
{
    if (TRY(tx.execute(sql::delete_acronym, { { "id", id } })) == 0)
        return fail(ErrorKind::NotFound, tr("This acronym is not in the list any more."));
    return {};
}

} // namespace toguna::people
