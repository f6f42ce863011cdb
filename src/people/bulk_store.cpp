#include "people/bulk_store.hpp"

#include "db/many_rows.hpp"
#include "people/normalise.hpp"

namespace toguna::people {

Result<void> insert_persons(db::Transaction& tx, std::span<Person const> persons, Instant now)
{
    db::ManyRows rows(tx, "people_person", { "id", "full_name", "email", "phone", "language", "search", "version", "created_at", "updated_at", "spoken", "email_visibility", "phone_visibility", "consented_on" });
    for (auto const& given : persons) {
        auto const person = TRY(checked(given));
        TRY(rows.add({ person.id, person.full_name, person.email, person.phone, person.language, search_text(person.full_name), 1, now, now,
            person.spoken, name_of(person.email_visibility), name_of(person.phone_visibility), person.consented_on }));
    }
    return rows.finish();
}

Result<void> insert_affiliations(db::Transaction& tx, std::span<Affiliation const> affiliations)
{
    db::ManyRows rows(tx, "people_affiliation", { "id", "person", "organization", "function", "starts_on", "ends_on" });
    for (auto const& affiliation : affiliations)
        TRY(rows.add({ affiliation.id, affiliation.person, affiliation.organization, affiliation.function, affiliation.period.start(), affiliation.period.end() }));
    return rows.finish();
}

Result<void> insert_contact_details(db::Transaction& tx, std::span<ContactDetail const> details)
{
    db::ManyRows rows(tx, "people_contact_detail", { "id", "person", "kind", "value", "visibility" });
    for (auto const& given : details) {
        auto const detail = TRY(checked(given));
        TRY(rows.add({ detail.id, detail.person, name_of(detail.kind), detail.value, name_of(detail.visibility) }));
    }
    return rows.finish();
}

} // namespace toguna::people
