#include "contacts/contact_writes.hpp"

#include "contacts/reach.hpp"
#include "people/normalise.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace toguna::contacts {

namespace {

class WritePlanner {
public:
    WritePlanner(Directory const& directory, Date since, Instant now, Chance& chance) : m_directory(directory), m_since(since), m_now(now), m_chance(chance) { }

    void plan_organizations(Outcomes const& outcomes)
    {
        for (auto const& outcome : outcomes.organizations) {
            if (outcome.standing == Standing::Existing)
                m_organizations.emplace(outcome.listed->key, *outcome.organization);
            // Those of rows that wait are new only when their row is saved; a row without people is an organisation all the same.
            else if (outcome.standing == Standing::New && (outcome.listed->people == 0 || m_needed.contains(outcome.listed->key)))
                add_organization(*outcome.listed);
            if (auto const found = m_organizations.find(outcome.listed->key); found != m_organizations.end() && (outcome.listed->people == 0 || m_needed.contains(outcome.listed->key)))
                if (std::ranges::find(m_writes.members, found->second) == m_writes.members.end())
                    m_writes.members.push_back(found->second);
        }
    }

    void need_organizations(Outcomes const& outcomes)
    {
        for (auto const& outcome : outcomes.people)
            if (is_ready(outcome))
                m_needed.insert(outcome.row->organization);
    }

    void plan_people(Outcomes const& outcomes)
    {
        for (auto const& outcome : outcomes.people) {
            if (!is_ready(outcome))
                continue;
            auto const person = outcome.standing == Standing::Existing ? known_person(*outcome.row, *outcome.person) : new_person(*outcome.row);
            affiliate(*outcome.row, person);
            m_writes.rows.push_back(outcome.row->key);
        }
    }

    ContactWrites take() { return std::move(m_writes); }

private:
    static bool is_ready(PersonOutcome const& outcome) { return (outcome.standing == Standing::Existing || outcome.standing == Standing::New) && !outcome.waits; }

    void add_organization(ListedOrganization const& listed)
    {
        m_writes.organizations.push_back(new_organization(listed, new_id<people::OrganizationTag>(m_now, m_chance)));
        m_organizations.emplace(listed.key, m_writes.organizations.back().id);
    }

    people::PersonId new_person(ContactRow const& row)
    {
        people::Person person { new_id<people::PersonTag>(m_now, m_chance), row.name };
        person.email = row.emails.empty() ? std::string() : row.emails.front();
        person.phone = row.phones.empty() ? std::string() : row.phones.front();
        m_writes.persons.push_back(person);
        add_details(row, person.id, { person.id, person.full_name, {}, { person.email }, { person.phone }, {}, {} });
        return person.id;
    }

    people::PersonId known_person(ContactRow const& row, people::PersonId const& id)
    {
        auto known = *m_directory.person(id);
        // Of two rows that are one known person only the first is compared with the directory; the second would be it again.
        if (!m_seen.insert(id.text()).second)
            return id;
        ++m_writes.known_persons;
        PersonAddition addition { id };
        if (known.emails.empty() && !row.emails.empty())
            known.emails.push_back(addition.email = row.emails.front());
        if (known.phones.empty() && !row.phones.empty())
            known.phones.push_back(addition.phone = row.phones.front());
        if (!addition.email.empty() || !addition.phone.empty())
            m_writes.additions.push_back(std::move(addition));
        add_details(row, id, known);
        return id;
    }

    /// What the list says and the directory does not know yet.
    void add_details(ContactRow const& row, people::PersonId const& person, KnownPerson const& known)
    {
        using enum people::ContactKind;
        auto const has = [](std::vector<std::string> const& values, auto const& is) { return std::ranges::any_of(values, is); };
        for (auto const& email : row.emails)
            if (!has(known.emails, [&](auto const& value) { return value == email; }))
                add_detail(person, Email, email);
        for (auto const& phone : row.phones)
            if (!has(known.phones, [&](auto const& value) { return phone_key(value) == phone_key(phone); }))
                add_detail(person, Phone, phone);
        for (auto const& [kind, handle] : { std::pair(WhatsApp, row.whatsapp), std::pair(Skype, row.skype) })
            if (!handle.empty() && !has(known.handles, [&](auto const& value) { return people::search_text(value) == people::search_text(handle); }))
                add_detail(person, kind, handle);
    }

    /// A handle that cannot be one is no reason to refuse the list.
    void add_detail(people::PersonId const& person, people::ContactKind kind, std::string const& value)
    {
        people::ContactDetail const detail { new_id<people::ContactDetailTag>(m_now, m_chance), person, kind, value };
        if (auto checked = people::checked(detail))
            m_writes.details.push_back(*std::move(checked));
    }

    void affiliate(ContactRow const& row, people::PersonId const& person)
    {
        auto const organization = m_organizations.find(row.organization);
        if (organization == m_organizations.end())
            return;
        auto const* const known = m_directory.person(person);
        bool const holds = known && std::ranges::find(known->organizations, organization->second) != known->organizations.end();
        if (holds || !m_affiliated.insert(person.text() + organization->second.text()).second)
            return;
        m_writes.affiliations.push_back({ new_id<people::AffiliationTag>(m_now, m_chance), person, organization->second, row.function, Period::since(m_since) });
    }

    Directory const& m_directory;
    Date m_since;
    Instant m_now;
    Chance& m_chance;
    ContactWrites m_writes;
    std::unordered_map<std::string, people::OrganizationId> m_organizations;
    std::set<std::string, std::less<>> m_needed;
    std::set<std::string> m_seen;
    std::set<std::string> m_affiliated;
};

} // namespace

people::Organization new_organization(ListedOrganization const& listed, people::OrganizationId id)
{
    auto const& words = listed.words;
    people::Organization organization { std::move(id), words.name, words.acronym };
    bool const only_acronym = words.acronym.empty() || people::search_text(words.name) == people::search_text(words.acronym);
    bool const written_in_short = words.known && (only_acronym && words.name.size() <= 15);
    if (written_in_short || (words.known && words.name.find('/') != std::string::npos)) {
        organization.name = std::string(words.known->french_name);
        organization.acronym = std::string(words.known->french_acronym);
    } else if (words.known && words.acronym.empty()) {
        organization.acronym = std::string(words.known->french_acronym);
    }
    organization.type = listed.type;
    organization.aliases.push_back({ words.text });
    for (auto const& other : listed.other_words)
        organization.aliases.push_back({ other });
    auto const full = people::search_text(organization.full_name());
    std::erase_if(organization.aliases, [&](auto const& alias) { return people::search_text(alias.text) == full; });
    return organization;
}

ContactWrites plan_writes(Outcomes const& outcomes, Directory const& directory, Date since, Instant now, Chance& chance)
{
    WritePlanner planner(directory, since, now, chance);
    planner.need_organizations(outcomes);
    planner.plan_organizations(outcomes);
    planner.plan_people(outcomes);
    return planner.take();
}

} // namespace toguna::contacts
