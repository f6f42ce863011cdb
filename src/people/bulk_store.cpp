#include "people/bulk_store.hpp"

#include "db/many_rows.hpp"
#include "people/normalise.hpp"

namespace toguna::people {

Result<void> insert_persons(db::Transaction& tx, std::span<Person const> persons, Instant now)
{
    db::ManyRows rows(tx, "people_person", { "id", "full_name", "email", "phone", "language", "search", "version", "created_at", "updated_at" });
    for (auto const& given : persons) {
        auto const person = TRY(checked(given));
        TRY(rows.add({ person.id, person.full_name, person.email, person.phone, person.language, search_text(person.full_name), 1, now, now }));
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

} // namespace toguna::people
