#include "contacts/book_store.hpp"

#include "bodies/mandate_store.hpp"
#include "bodies/membership_store.hpp"
#include "contacts/book_queries.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace toguna::contacts {

namespace {

/// What the viewer may see of everybody, and of themselves.
struct Sight {
    people::Viewer viewer;
    std::string_view own_person;

    bool shows(people::PersonId const& person, std::string_view visibility) const
    {
        auto seen = viewer;
        seen.is_the_person = person.text() == own_person;
        return people::visible(people::visibility_from(visibility).value_or(people::Visibility::Private), seen);
    }
};

ContactEntry read_entry(db::Row const& row, Sight const& sight)
{
    ContactEntry entry { row.id<people::PersonId>(0), row.string(1), row.string(2) };
    if (!row.text(3).empty() && sight.shows(entry.person, row.text(4)))
        entry.emails.push_back(row.string(3));
    if (!row.text(5).empty() && sight.shows(entry.person, row.text(6)))
        entry.phones.push_back(row.string(5));
    if (!row.is_null(7)) {
        people::Organization const organization { row.id<people::OrganizationId>(7), row.string(8), row.string(9) };
        entry.organization = organization.id;
        entry.organization_name = organization.full_name();
        entry.organization_short = organization.short_name();
        entry.organization_type = people::organization_type_from(row.text(10)).value_or(people::OrganizationType::Other);
        entry.organization_key = row.string(11);
    }
    entry.function = row.string(12);
    return entry;
}

Result<void> add_details(db::Reader const& db, db::Query const& query, db::Parameters parameters, std::vector<ContactEntry>& entries, Sight const& sight)
{
    std::multimap<std::string_view, ContactEntry*> by_person;
    for (auto& entry : entries)
        by_person.emplace(entry.person.text(), &entry);
    return db.each(query, parameters, [&](db::Row const& row) {
        auto const [first, last] = by_person.equal_range(row.text(0));
        if (first == last || !sight.shows(first->second->person, row.text(3)))
            return;
        auto const kind = people::contact_kind_from(row.text(1)).value_or(people::ContactKind::Other);
        for (auto at = first; at != last; ++at) {
            auto& entry = *at->second;
            switch (kind) {
            case people::ContactKind::Email: entry.emails.push_back(row.string(2)); break;
            case people::ContactKind::Phone: entry.phones.push_back(row.string(2)); break;
            case people::ContactKind::WhatsApp: entry.whatsapp = row.string(2); break;
            case people::ContactKind::Skype: entry.skype = row.string(2); break;
            default: break;
            }
        }
    });
}

/// Once for each person and organisation; who is named without an organisation, and has one in the body, stands there.
void add_named(std::vector<ContactEntry>& entries, std::vector<ContactEntry> named)
{
    std::set<std::string> present;
    std::set<std::string> persons;
    for (auto const& entry : entries) {
        present.insert(entry.person.text() + (entry.organization ? entry.organization->text() : std::string()));
        persons.insert(entry.person.text());
    }
    for (auto& entry : named) {
        bool const stands = entry.organization ? present.contains(entry.person.text() + entry.organization->text()) : persons.contains(entry.person.text());
        if (stands)
            continue;
        present.insert(entry.person.text() + (entry.organization ? entry.organization->text() : std::string()));
        persons.insert(entry.person.text());
        entries.push_back(std::move(entry));
    }
}

Result<void> add_roles(db::Reader const& db, bodies::BodyId const& body, Date day, std::vector<ContactEntry>& entries)
{
    auto const mandates = TRY(bodies::mandates_on(db, body, day));
    auto const memberships = TRY(bodies::memberships_on(db, body, day));
    for (auto& entry : entries) {
        for (auto const& named : mandates)
            if (named.mandate.person == entry.person && (!named.mandate.organization || named.mandate.organization == entry.organization || !entry.organization)
                && std::ranges::find(entry.roles, named.mandate.role) == entry.roles.end())
                entry.roles.push_back(named.mandate.role);
        for (auto const& named : memberships) {
            bool const of_person = named.membership.person == entry.person;
            bool const of_organization = !named.membership.person && entry.organization && named.membership.organization == entry.organization;
            if (of_person || (of_organization && !entry.status))
                entry.status = named.membership.status;
        }
    }
    return {};
}

} // namespace

Result<std::vector<ContactEntry>> body_contacts(db::Reader const& db, bodies::BodyId const& body, Date day, people::Viewer const& viewer, std::string_view own_person)
{
    Sight const sight { viewer, own_person };
    auto const read = [&](db::Row const& row) { return read_entry(row, sight); };
    auto entries = TRY(db.all(sql::body_contacts, { { "body", body }, { "day", day } }, read));
    add_named(entries, TRY(db.all(sql::named_contacts, { { "body", body }, { "day", day } }, read)));
    TRY(add_details(db, sql::details_in_body, { { "body", body } }, entries, sight));
    TRY(add_roles(db, body, day, entries));
    return entries;
}

Result<std::vector<ContactEntry>> directory_contacts(db::Reader const& db, Date day, people::Viewer const& viewer)
{
    Sight const sight { viewer, {} };
    auto entries = TRY(db.all(sql::directory_contacts, { { "day", day } }, [&](db::Row const& row) { return read_entry(row, sight); }));
    TRY(add_details(db, sql::all_details, {}, entries, sight));
    return entries;
}

} // namespace toguna::contacts
