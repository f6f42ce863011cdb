#pragma once
/// Persons and their affiliations in the database.

#include "db/database.hpp"
#include "people/person.hpp"
#include "people/recognise.hpp"

namespace toguna::people {

/// NotFound when there is no such person. The id of a merged duplicate gives the one it was merged into.
Result<Person> find_person(db::Reader const& db, PersonId const& id);

/// The person with that address, whatever its case; nothing when nobody has it. Affiliations are not read.
Result<std::optional<Person>> find_person_by_email(db::Reader const& db, std::string_view email);

struct PersonFilter {
    std::string search = {}; ///< words in any order, without accents and case
    std::optional<OrganizationId> organization = {}; ///< only those affiliated to it on `today`
    Date today;
    int limit = 25;
    int offset = 0;
};
/// By name without accents, each with all affiliations; one statement, whatever the number of rows.
Result<std::vector<Person>> list_persons(db::Reader const& db, PersonFilter const& filter);
Result<std::int64_t> count_persons(db::Reader const& db, PersonFilter const& filter);

/// For lists to choose from: only id and name are read.
Result<std::vector<Person>> person_choices(db::Reader const& db);

/// The person is `checked` first; the affiliations it carries are inserted too.
Result<void> insert_person(db::Transaction& tx, Person const& person, Instant now);
/// Conflict when somebody saved another version in between. Affiliations are left as they are.
Result<void> update_person(db::Transaction& tx, Person const& person, Instant now);

Result<void> insert_affiliation(db::Transaction& tx, Affiliation const& affiliation);
/// Function and dates; NotFound when it is not that person's.
Result<void> update_affiliation(db::Transaction& tx, Affiliation const& affiliation);
/// Invalid when it would end before it starts.
Result<void> end_affiliation(db::Transaction& tx, AffiliationId const& id, Date last_day);

/// Every name of every person, read once before many are looked up.
Result<std::vector<PersonName>> person_names(db::Reader const& db);

} // namespace toguna::people
