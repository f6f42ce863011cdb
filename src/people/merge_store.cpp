#include "people/merge_store.hpp"

#include "db/references.hpp"
#include "people/contact_store.hpp"
#include "people/merge_queries.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"

#include <algorithm>
#include <set>

namespace toguna::people {

namespace {

template<class IdType>
Result<std::vector<LikelyDuplicate<IdType>>> without_told_apart(db::Reader const& db, std::vector<LikelyDuplicate<IdType>> pairs)
{
    std::set<std::pair<std::string, std::string>> apart;
    TRY(db.each(sql::distinct_pairs, {}, [&](db::Row const& row) { apart.emplace(row.string(0), row.string(1)); }));
    std::erase_if(pairs, [&](auto const& pair) { return apart.contains({ pair.first.text(), pair.second.text() }); });
    return pairs;
}

} // namespace

Result<std::vector<LikelyDuplicate<OrganizationId>>> duplicate_organizations(db::Reader const& db)
{
    return without_told_apart(db, likely_duplicates(TRY(names_in_use(db))));
}

Result<std::vector<LikelyDuplicate<PersonId>>> duplicate_persons(db::Reader const& db)
{
    auto const persons = TRY(db.all(sql::persons_in_use, {}, [](db::Row const& row) { return PersonInUse { row.id<PersonId>(0), row.string(1), row.string(2) }; }));
    return without_told_apart(db, likely_duplicates(persons));
}

Result<void> tell_apart(db::Transaction& tx, std::string const& one, std::string const& other)
{
    auto const [first, second] = std::minmax(one, other);
    TRY(tx.execute(sql::insert_distinct_pair, { { "first", first }, { "second", second } }));
    return {};
}

Result<Person> merge_persons(db::Transaction& tx, PersonId const& loser_id, PersonId const& winner_id, std::function<ContactDetailId()> const& new_detail, Instant now)
{
    for (auto const& id : { loser_id, winner_id })
        if (TRY(tx.number(sql::is_retired_person, { { "id", id } })) > 0)
            return fail(ErrorKind::Conflict, tr("One of the two was merged or erased in the meantime. Look at the list again."));
    auto const loser = TRY(find_person(tx, loser_id));
    auto const winner = TRY(find_person(tx, winner_id));
    TRY(update_person(tx, TRY(merged(winner, loser)), now));
    for (auto detail : leftovers(winner, loser)) {
        detail.id = new_detail();
        TRY(insert_contact_detail(tx, detail));
    }
    TRY(tx.execute(sql::retire_person, { { "id", loser_id }, { "into", winner_id }, { "now", now } }));
    TRY(db::repoint(tx, "people_person", loser_id.text(), winner_id.text()));
    return find_person(tx, winner_id);
}

} // namespace toguna::people
