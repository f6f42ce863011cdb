#include "people/contact_store.hpp"

#include "people/contact_queries.hpp"

namespace toguna::people {

namespace {

Result<void> found(std::int64_t rows)
{
    if (rows == 0)
        return fail(ErrorKind::NotFound, tr("This contact detail does not exist any more."));
    return {};
}

} // namespace

Result<std::vector<ContactDetail>> contact_details_of(db::Reader const& db, PersonId const& person)
{
    // What cannot be read is shown to nobody else rather than to everybody.
    return db.all(sql::contact_details_of, { { "person", person } }, [](db::Row const& row) {
        return ContactDetail { row.id<ContactDetailId>(0), row.id<PersonId>(1), contact_kind_from(row.text(2)).value_or(ContactKind::Other), row.string(3),
            visibility_from(row.text(4)).value_or(Visibility::Private) };
    });
}

Result<void> insert_contact_detail(db::Transaction& tx, ContactDetail const& given)
{
    auto const detail = TRY(checked(given));
    TRY(tx.execute(sql::insert_contact_detail,
        { { "id", detail.id }, { "person", detail.person }, { "kind", name_of(detail.kind) }, { "value", detail.value }, { "visibility", name_of(detail.visibility) } }));
    return {};
}

Result<void> update_contact_detail(db::Transaction& tx, ContactDetail const& given)
{
    auto const detail = TRY(checked(given));
    return found(TRY(tx.execute(sql::update_contact_detail,
        { { "id", detail.id }, { "person", detail.person }, { "kind", name_of(detail.kind) }, { "value", detail.value }, { "visibility", name_of(detail.visibility) } })));
}

Result<void> delete_contact_detail(db::Transaction& tx, PersonId const& person, ContactDetailId const& id)
{
    return found(TRY(tx.execute(sql::delete_contact_detail, { { "id", id }, { "person", person } })));
}

} // namespace toguna::people
