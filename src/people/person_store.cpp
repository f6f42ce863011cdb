#include "people/person_store.hpp"

#include "people/queries.hpp"
#include "people/search_patterns.hpp"

namespace toguna::people {

namespace {

Person read_person(db::Row const& row)
{
    Person person { row.id<PersonId>(0), row.string(1), row.string(2), row.string(3), row.string(4) };
    person.version = row.integer(5);
    person.spoken = row.string(6);
    person.email_visibility = visibility_from(row.text(7)).value_or(Visibility::Private);
    person.phone_visibility = visibility_from(row.text(8)).value_or(Visibility::Private);
    person.consented_on = row.optional_date(9);
    person.is_erased = !row.is_null(10);
    return person;
}

/// Id, organisation, function, first and last day, name and acronym of the organisation, from column `at` on.
Affiliation read_affiliation(db::Row const& row, PersonId person, int at)
{
    auto const start = row.date(at + 3);
    return { row.id<AffiliationId>(at), std::move(person), row.id<OrganizationId>(at + 1), row.string(at + 2),
        Period::from(start, row.optional_date(at + 4)).value_or(Period::since(start)), row.string(row.text(at + 6).empty() ? at + 5 : at + 6) };
}

/// What a person is searched by. The address is not: a search must not tell who has which mailbox.
std::string searched(Person const& person) { return search_text(person.full_name); }

bool is_everybody(PersonFilter const& filter) { return !filter.organization && search_text(filter.search).empty(); }

} // namespace

Result<Person> find_person(db::Reader const& db, PersonId const& id)
{
    auto person = TRY(db.first(sql::person, { { "id", id } }, read_person));
    if (!person)
        return fail(ErrorKind::NotFound, tr("This person is not known here."));
    person->affiliations = TRY(db.all(sql::affiliations_of, { { "person", person->id } }, [&](db::Row const& row) { return read_affiliation(row, person->id, 0); }));
    return *std::move(person);
}

Result<std::optional<Person>> find_person_by_email(db::Reader const& db, std::string_view email)
{
    auto const normal = normal_email(email);
    if (normal.empty())
        return std::optional<Person> {};
    return db.first(sql::person_with_email, { { "email", normal } }, read_person);
}

Result<std::vector<Person>> list_persons(db::Reader const& db, PersonFilter const& filter)
{
    std::vector<Person> persons;
    auto const add = [&](db::Row const& row) {
        if (persons.empty() || persons.back().id.text() != row.text(0))
            persons.push_back(read_person(row));
        if (!row.is_null(11))
            persons.back().affiliations.push_back(read_affiliation(row, persons.back().id, 11));
    };
    if (is_everybody(filter)) {
        TRY(db.each(sql::persons_in_order, { { "limit", filter.limit }, { "offset", filter.offset } }, add));
        return persons;
    }
    auto const [first, second, third] = search_patterns(filter.search);
    TRY(db.each(sql::persons,
        { { "first", first }, { "second", second }, { "third", third }, { "organization", filter.organization }, { "today", filter.today },
            { "limit", filter.limit }, { "offset", filter.offset } },
        add));
    return persons;
}

Result<std::int64_t> count_persons(db::Reader const& db, PersonFilter const& filter)
{
    if (is_everybody(filter))
        return db.number(sql::count_everybody);
    auto const [first, second, third] = search_patterns(filter.search);
    return db.number(sql::count_persons,
        { { "first", first }, { "second", second }, { "third", third }, { "organization", filter.organization }, { "today", filter.today } });
}

Result<std::vector<Person>> person_choices(db::Reader const& db)
{
    return db.all(sql::person_choices, {}, [](db::Row const& row) { return Person { row.id<PersonId>(0), row.string(1) }; });
}

Result<void> insert_person(db::Transaction& tx, Person const& given, Instant now)
{
    auto const person = TRY(checked(given));
    TRY(tx.execute(sql::insert_person,
        { { "id", person.id }, { "full_name", person.full_name }, { "email", person.email }, { "phone", person.phone },
            { "language", person.language }, { "search", searched(person) }, { "now", now }, { "spoken", person.spoken },
            { "email_visibility", name_of(person.email_visibility) }, { "phone_visibility", name_of(person.phone_visibility) }, { "consented_on", person.consented_on } }));
    for (auto const& affiliation : person.affiliations)
        TRY(insert_affiliation(tx, affiliation));
    return {};
}

Result<void> update_person(db::Transaction& tx, Person const& given, Instant now)
{
    auto const person = TRY(checked(given));
    auto const changed = TRY(tx.execute(sql::update_person,
        { { "id", person.id }, { "full_name", person.full_name }, { "email", person.email }, { "phone", person.phone },
            { "language", person.language }, { "search", searched(person) }, { "now", now }, { "version", person.version }, { "spoken", person.spoken },
            { "email_visibility", name_of(person.email_visibility) }, { "phone_visibility", name_of(person.phone_visibility) }, { "consented_on", person.consented_on } }));
    if (changed == 0)
        return fail(ErrorKind::Conflict, tr("Somebody changed this person while you were writing. Open the page again: nothing of theirs was overwritten."));
    return {};
}

Result<void> insert_affiliation(db::Transaction& tx, Affiliation const& affiliation)
{
    TRY(tx.execute(sql::insert_affiliation,
        { { "id", affiliation.id }, { "person", affiliation.person }, { "organization", affiliation.organization }, { "function", affiliation.function },
            { "starts_on", affiliation.period.start() }, { "ends_on", affiliation.period.end() } }));
    return {};
}

Result<void> update_affiliation(db::Transaction& tx, Affiliation const& affiliation)
{
    auto const changed = TRY(tx.execute(sql::update_affiliation,
        { { "id", affiliation.id }, { "person", affiliation.person }, { "function", affiliation.function }, { "starts_on", affiliation.period.start() },
            { "ends_on", affiliation.period.end() } }));
    if (changed == 0)
        return fail(ErrorKind::NotFound, tr("This affiliation does not exist."));
    return {};
}

Result<void> end_affiliation(db::Transaction& tx, AffiliationId const& id, Date last_day)
{
    if (TRY(tx.execute(sql::end_affiliation, { { "id", id }, { "ends_on", last_day } })) == 0)
        return fail(ErrorKind::Invalid, tr("An affiliation cannot end before it starts."));
    return {};
}

Result<std::vector<PersonName>> person_names(db::Reader const& db)
{
    return db.all(sql::person_names, {}, [](db::Row const& row) { return PersonName { row.id<PersonId>(0), row.string(1) }; });
}

} // namespace toguna::people
