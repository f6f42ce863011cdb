#include "contacts/import_store.hpp"

#include "bodies/membership_store.hpp"
#include "contacts/import_queries.hpp"
#include "db/many_rows.hpp"
#include "people/bulk_store.hpp"
#include "people/store.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace toguna::contacts {

namespace {

namespace json = boost::json;

Result<std::int64_t> add_details(db::Transaction& tx, std::vector<PersonAddition> const& additions, Instant now)
{
    std::int64_t added = 0;
    for (auto const& addition : additions) {
        if (!addition.email.empty())
            added += TRY(tx.execute(sql::fill_email, { { "id", addition.person }, { "email", addition.email }, { "now", now } }));
        if (!addition.phone.empty())
            added += TRY(tx.execute(sql::fill_phone, { { "id", addition.person }, { "phone", addition.phone }, { "now", now } }));
    }
    return added;
}

/// The organisations that are not in the body that day become members, each with its event.
Result<std::vector<bodies::MembershipId>> add_members(db::Transaction& tx, ContactDraft const& draft, ContactWrites const& writes, Act const& act)
{
    std::vector<bodies::MembershipId> added;
    if (!draft.body || !draft.with_members)
        return added;
    std::set<std::string> present;
    TRY(tx.each(sql::members_from, { { "body", *draft.body }, { "day", draft.starts_on } }, [&](db::Row const& row) { present.insert(row.string(0)); }));
    for (auto const& organization : writes.members) {
        if (present.contains(organization.text()))
            continue;
        bodies::Membership const membership { new_id<bodies::MembershipTag>(act.now, act.chance), *draft.body, organization, {}, bodies::MembershipStatus::Member, Period::since(draft.starts_on) };
        TRY(bodies::insert_membership(tx, membership));
        json::object const facts { { "status", bodies::name_of(membership.status) }, { "from", draft.starts_on.to_iso() }, { "organization", organization.text() } };
        TRY(journal::record_event(tx, act.actor, { "bodies.member_added", membership.id.text(), draft.body->text(), {}, json::serialize(facts) }, act.now, act.chance));
        added.push_back(membership.id);
    }
    return added;
}

Result<void> record_import(db::Transaction& tx, ContactDraft const& draft, ContactImport const& import, ContactWrites const& writes, std::vector<bodies::MembershipId> const& members, Act const& act)
{
    ContactGrid named;
    named.withheld = import.withheld;
    TRY(tx.execute(sql::insert_contact_import, { { "id", import.id }, { "body", draft.body }, { "now", act.now }, { "author", act.actor.name }, { "file_name", draft.source.file_name },
        { "file_hash", draft.source.file_hash }, { "starts_on", draft.starts_on }, { "persons_known", import.persons_known }, { "affiliations_added", import.affiliations_added },
        { "details_added", import.details_added }, { "withheld", to_json(named) } }));
    db::ManyRows items(tx, "contacts_import_item", { "import", "place", "kind", "object" });
    std::int64_t place = 0;
    for (auto const& person : writes.persons)
        TRY(items.add({ import.id, place++, "person", person.id }));
    for (auto const& organization : writes.organizations)
        TRY(items.add({ import.id, place++, "organization", organization.id }));
    for (auto const& member : members)
        TRY(items.add({ import.id, place++, "membership", member }));
    TRY(items.finish());
    json::object const facts { { "persons", import.persons_added }, { "persons_known", import.persons_known }, { "organizations", import.organizations_added },
        { "affiliations", import.affiliations_added }, { "members", import.members_added }, { "withheld", import.withheld.size() }, { "file", draft.source.file_hash } };
    TRY(journal::record_event(tx, act.actor, { "contacts.list_imported", import.id.text(), draft.body ? draft.body->text() : std::string(), {}, json::serialize(facts) }, act.now, act.chance));
    return {};
}

/// Rows in the order of ids, of persons in the order of ids: each belongs to a person further on.
template<class Visit>
Result<void> each_of(db::Reader const& db, db::Query const& query, db::Parameters parameters, std::vector<KnownPerson>& persons, Visit const& visit)
{
    auto at = persons.begin();
    return db.each(query, parameters, [&](db::Row const& row) {
        while (at != persons.end() && at->id.text() < row.text(0))
            ++at;
        if (at != persons.end() && at->id.text() == row.text(0))
            visit(*at, row);
    });
}

void add_detail(KnownPerson& person, db::Row const& row)
{
    auto const kind = people::contact_kind_from(row.text(1));
    auto& values = kind == people::ContactKind::Email ? person.emails : kind == people::ContactKind::Phone ? person.phones : person.handles;
    values.push_back(row.string(2));
}

ContactImport read_import(db::Row const& row)
{
    ContactImport import { row.id<ContactImportId>(0), row.optional_id<bodies::BodyId>(1), row.instant(2), row.string(3), row.string(4), row.date(5) };
    import.persons_known = row.integer(6);
    import.affiliations_added = row.integer(7);
    import.details_added = row.integer(8);
    if (auto grid = grid_from_json(row.text(9)))
        import.withheld = std::move(grid->withheld);
    return import;
}

} // namespace

Result<Directory> read_directory(db::Reader const& db, Date day)
{
    auto persons = TRY(db.all(sql::directory_persons, {}, [](db::Row const& row) {
        KnownPerson person { row.id<people::PersonId>(0), row.string(1), row.string(2), {}, {}, {}, {} };
        if (auto email = row.string(3); !email.empty())
            person.emails.push_back(std::move(email));
        if (auto phone = row.string(4); !phone.empty())
            person.phones.push_back(std::move(phone));
        return person;
    }));
    TRY(each_of(db, sql::directory_affiliations, { { "day", day } }, persons, [](KnownPerson& person, db::Row const& row) { person.organizations.push_back(row.id<people::OrganizationId>(1)); }));
    TRY(each_of(db, sql::directory_details, {}, persons, add_detail));
    auto organizations = TRY(db.all(sql::directory_organizations, {}, [](db::Row const& row) { return KnownOrganization { row.id<people::OrganizationId>(0), row.string(1), row.string(2) }; }));
    auto const names = TRY(people::organization_names(db));
    return Directory(std::move(persons), std::move(organizations), names);
}

Result<ContactImport> write_contacts(db::Transaction& tx, ContactDraft const& draft, Act const& act)
{
    auto const directory = TRY(read_directory(tx, draft.starts_on));
    auto const list = read_list(draft.grid);
    auto const outcomes = match(list, directory, draft.decisions);
    auto const writes = plan_writes(outcomes, directory, draft.starts_on, act.now, act.chance);

    for (auto const& organization : writes.organizations)
        TRY(people::insert_organization(tx, organization, act.now));
    TRY(people::insert_persons(tx, writes.persons, act.now));
    TRY(people::insert_affiliations(tx, writes.affiliations));
    ContactImport import { new_id<ContactImportTag>(act.now, act.chance), draft.body, act.now, act.actor.name, draft.source.file_name, draft.starts_on };
    TRY(people::insert_contact_details(tx, writes.details));
    import.details_added = std::int64_t(writes.details.size()) + TRY(add_details(tx, writes.additions, act.now));
    auto const members = TRY(add_members(tx, draft, writes, act));
    import.persons_added = std::int64_t(writes.persons.size());
    import.persons_known = std::int64_t(writes.known_persons);
    import.organizations_added = std::int64_t(writes.organizations.size());
    import.affiliations_added = std::int64_t(writes.affiliations.size());
    import.members_added = std::int64_t(members.size());
    import.withheld = draft.grid.withheld;
    import.rows = writes.rows;
    import.undecided = outcomes.undecided();
    if (!import.changed_nothing())
        TRY(record_import(tx, draft, import, writes, members, act));
    return import;
}

Result<ContactImport> find_import(db::Reader const& db, ContactImportId const& id)
{
    auto import = TRY(db.first(sql::contact_import, { { "id", id } }, read_import));
    if (!import)
        return fail(ErrorKind::NotFound, tr("This import of a contact list does not exist."));
    TRY(db.each(sql::contact_import_counts, { { "import", id } }, [&](db::Row const& row) {
        auto& count = row.text(0) == "person" ? import->persons_added : row.text(0) == "organization" ? import->organizations_added : import->members_added;
        count = row.integer(1);
    }));
    return std::move(*import);
}

Result<std::vector<ImportedName>> imported_persons(db::Reader const& db, ContactImportId const& id, int limit, int offset)
{
    return db.all(sql::imported_persons, { { "import", id }, { "limit", limit }, { "offset", offset } },
        [](db::Row const& row) { return ImportedName { "/people/" + row.string(0), row.string(1) }; });
}

Result<std::vector<ImportedName>> imported_organizations(db::Reader const& db, ContactImportId const& id, int limit)
{
    return db.all(sql::imported_organizations, { { "import", id }, { "limit", limit } },
        [](db::Row const& row) { return ImportedName { "/organizations/" + row.string(0), people::Organization { row.id<people::OrganizationId>(0), row.string(1), row.string(2) }.full_name() }; });
}

Result<std::vector<ContactImport>> list_imports(db::Reader const& db, bodies::BodyId const& body, int limit)
{
    return db.all(sql::contact_imports_of, { { "body", body }, { "limit", limit } }, [&](db::Row const& row) {
        return ContactImport { row.id<ContactImportId>(0), body, row.instant(1), row.string(2), row.string(3), Date(std::chrono::sys_days {}) };
    });
}

} // namespace toguna::contacts
