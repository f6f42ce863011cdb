#include "people/erasure_store.hpp"

#include "db/references.hpp"
#include "journal/store.hpp"
#include "people/erasure_queries.hpp"
#include "people/person_store.hpp"

namespace toguna::people {

namespace {

DataRequest read_request(db::Row const& row)
{
    return { row.id<DataRequestId>(0), row.id<PersonId>(1), data_request_kind_from(row.text(2)).value_or(DataRequestKind::Left), row.string(3), row.instant(4), row.string(5) };
}

} // namespace

Result<void> end_everything(db::Transaction& tx, PersonId const& person, Date today)
{
    for (auto const* query : { &sql::end_open_affiliations, &sql::end_open_holdings, &sql::drop_future_affiliations, &sql::drop_future_holdings })
        TRY(tx.execute(*query, { { "id", person }, { "today", today } }));
    return {};
}

Result<void> erase_person(db::Transaction& tx, PersonId const& id, Date today, Instant now)
{
    auto const person = TRY(find_person(tx, id));
    if (person.is_erased)
        return fail(ErrorKind::Conflict, tr("This person was erased: nothing is kept about them any more."));
    TRY(end_everything(tx, person.id, today));
    TRY(tx.execute(sql::erase_contact_details, { { "id", person.id } }));
    TRY(tx.execute(sql::erase_functions, { { "id", person.id } }));
    TRY(tx.execute(sql::erase_request_notes, { { "id", person.id }, { "now", now } }));
    for (auto const& duplicate : TRY(tx.all(sql::merged_duplicates, { { "id", person.id } }, [](db::Row const& row) { return row.string(0); })))
        TRY(journal::erase_names(tx, duplicate));
    TRY(journal::erase_names(tx, person.id.text()));
    TRY(tx.execute(sql::erase_person, { { "id", person.id }, { "name", erased_name }, { "now", now } }));
    return {};
}

Result<void> insert_data_request(db::Transaction& tx, DataRequest const& request)
{
    TRY(tx.execute(sql::insert_data_request,
        { { "id", request.id }, { "person", request.person }, { "kind", name_of(request.kind) }, { "note", request.note }, { "asked_at", request.asked_at } }));
    return {};
}

Result<std::vector<DataRequest>> open_data_requests(db::Reader const& db) { return db.all(sql::open_data_requests, {}, read_request); }

Result<std::vector<DataRequest>> open_data_requests(db::Reader const& db, PersonId const& person)
{
    return db.all(sql::open_requests_of, { { "person", person } }, read_request);
}

Result<void> answer_data_request(db::Transaction& tx, DataRequestId const& id, Instant now)
{
    if (TRY(tx.execute(sql::answer_data_request, { { "id", id }, { "now", now } })) == 0)
        return fail(ErrorKind::NotFound, tr("This request was answered by somebody else in the meantime."));
    return {};
}

Result<std::int64_t> count_references_elsewhere(db::Reader const& db, PersonId const& person)
{
    std::int64_t total = 0;
    for (auto const& reference : TRY(db::references_to(db, "people_person")))
        if (!reference.table.starts_with("people_"))
            TRY(db.each_raw("SELECT count(*) FROM " + reference.table + " WHERE " + reference.column + " = $1", { person.text() }, [&](db::Row const& row) { total += row.integer(0); }));
    return total;
}

} // namespace toguna::people
