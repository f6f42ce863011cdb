#include "contacts/matching.hpp"

#include "people/normalise.hpp"

#include <algorithm>

namespace toguna::contacts {

namespace {

using Kind = Decision::Kind;

OrganizationOutcome match_organization(ListedOrganization const& listed, Directory const& directory, Decisions const& decisions)
{
    OrganizationOutcome outcome { &listed };
    auto const found = directory.organizations_named(listed.keys);
    if (found.size() == 1) {
        outcome.standing = Standing::Existing;
        outcome.organization = found.front();
    } else {
        outcome.candidates = found.empty() ? directory.organizations_like(listed.keys) : found;
        outcome.standing = outcome.candidates.empty() ? Standing::New : Standing::Undecided;
    }
    auto const decided = decisions.find(decision_key(listed));
    if (decided == decisions.end())
        return outcome;
    auto const id = people::OrganizationId::parse(decided->second.target);
    if (decided->second.kind == Kind::Existing && id && directory.organization(*id)) {
        outcome.standing = Standing::Existing;
        outcome.organization = id;
    } else if (decided->second.kind == Kind::New) {
        outcome.standing = Standing::New;
        outcome.organization.reset();
    } else if (decided->second.kind == Kind::LeaveOut) {
        outcome.standing = Standing::LeftOut;
        outcome.organization.reset();
    }
    return outcome;
}

bool shares_word(std::string_view left, std::string_view right)
{
    auto const words = people::search_words(left);
    return std::ranges::any_of(people::search_words(right), [&](auto const& word) { return std::ranges::find(words, word) != words.end(); });
}

class PersonMatcher {
public:
    PersonMatcher(Directory const& directory, Outcomes const& outcomes) : m_directory(directory), m_outcomes(outcomes) { }

    PersonOutcome match(ContactRow const& row) const
    {
        PersonOutcome outcome { &row };
        if (row.person && m_directory.person(*row.person)) {
            outcome.standing = Standing::Existing;
            outcome.person = row.person;
            return outcome;
        }
        auto const by_address = with_address(row);
        auto const named = m_directory.persons_named(row.name_key);
        if (auto const* sure = sure_one(row, named, by_address)) {
            outcome.standing = Standing::Existing;
            outcome.person = sure->id;
            return outcome;
        }
        suggest(outcome, named, tr("Somebody of this name is known with another organisation or address."));
        suggest(outcome, by_address, tr("This address or number belongs to somebody of another name."));
        if (outcome.candidates.empty())
            suggest(outcome, m_directory.persons_like(row.name_key), tr("The name resembles one that is known."));
        return outcome;
    }

private:
    std::vector<KnownPerson const*> with_address(ContactRow const& row) const
    {
        std::vector<KnownPerson const*> found;
        auto const add = [&](std::vector<KnownPerson const*> const& persons) {
            for (auto const* person : persons)
                if (std::ranges::find(found, person) == found.end())
                    found.push_back(person);
        };
        for (auto const& email : row.emails)
            add(m_directory.persons_with_email(email));
        for (auto const& phone : row.phones)
            add(m_directory.persons_with_phone(phone));
        return found;
    }

    bool agrees(ContactRow const& row, KnownPerson const& person) const
    {
        if (std::ranges::any_of(row.emails, [&](auto const& email) { return std::ranges::find(person.emails, email) != person.emails.end(); }))
            return true;
        auto const* const organization = m_outcomes.find(row.organization);
        return organization && organization->organization && std::ranges::find(person.organizations, *organization->organization) != person.organizations.end();
    }

    static bool is_contradicted(ContactRow const& row, KnownPerson const& person)
    {
        return (!row.organization.empty() && !person.organizations.empty()) || (!row.emails.empty() && !person.emails.empty());
    }

    KnownPerson const* sure_one(ContactRow const& row, std::vector<KnownPerson const*> const& named, std::vector<KnownPerson const*> const& by_address) const
    {
        std::vector<KnownPerson const*> agreeing;
        std::ranges::copy_if(named, std::back_inserter(agreeing), [&](auto const* person) { return agrees(row, *person); });
        if (agreeing.size() == 1)
            return agreeing.front();
        if (named.size() == 1 && !is_contradicted(row, *named.front()))
            return named.front();
        if (named.empty() && by_address.size() == 1 && shares_word(row.name_key, by_address.front()->key))
            return by_address.front();
        return nullptr;
    }

    static void suggest(PersonOutcome& outcome, std::vector<KnownPerson const*> const& persons, Text const& reason)
    {
        for (auto const* person : persons)
            if (std::ranges::find(outcome.candidates, person->id) == outcome.candidates.end())
                outcome.candidates.push_back(person->id);
        if (persons.empty() || outcome.standing == Standing::Undecided)
            return;
        outcome.standing = Standing::Undecided;
        outcome.reason = reason;
    }

    Directory const& m_directory;
    Outcomes const& m_outcomes;
};

void decide(PersonOutcome& outcome, Decision const& decision, Directory const& directory)
{
    auto const id = people::PersonId::parse(decision.target);
    switch (decision.kind) {
    case Kind::New:
        outcome.standing = Standing::New;
        outcome.person.reset();
        break;
    case Kind::Existing:
        if (!id || !directory.person(*id))
            return;
        outcome.standing = Standing::Existing;
        outcome.person = id;
        break;
    case Kind::LeaveOut: outcome.standing = Standing::LeftOut; break;
    case Kind::Done: outcome.standing = Standing::Done; break;
    }
}

} // namespace

std::string to_text(Decision const& decision)
{
    switch (decision.kind) {
    case Kind::New: return "new";
    case Kind::Existing: return "existing:" + decision.target;
    case Kind::LeaveOut: return "leave_out";
    case Kind::Done: break;
    }
    return "done";
}

std::optional<Decision> decision_from(std::string_view text)
{
    if (text == "new")
        return Decision { Kind::New };
    if (text == "leave_out")
        return Decision { Kind::LeaveOut };
    if (text == "done")
        return Decision { Kind::Done };
    if (text.starts_with("existing:"))
        return Decision { Kind::Existing, std::string(text.substr(9)) };
    return {};
}

std::string decision_key(ListedOrganization const& organization) { return "organization:" + organization.key; }

std::size_t Outcomes::count(Standing standing) const { return std::size_t(std::ranges::count(people, standing, &PersonOutcome::standing)); }

std::size_t Outcomes::undecided() const
{
    return count(Standing::Undecided) + std::size_t(std::ranges::count(organizations, Standing::Undecided, &OrganizationOutcome::standing));
}

std::size_t Outcomes::ready() const
{
    return std::size_t(std::ranges::count_if(people, [](auto const& outcome) { return (outcome.standing == Standing::Existing || outcome.standing == Standing::New) && !outcome.waits; }));
}

OrganizationOutcome const* Outcomes::find(std::string_view organization_key) const
{
    auto const found = std::ranges::lower_bound(organizations, organization_key, {}, [](auto const& outcome) -> std::string const& { return outcome.listed->key; });
    return found == organizations.end() || found->listed->key != organization_key ? nullptr : &*found;
}

Outcomes match(ContactList const& list, Directory const& directory, Decisions const& decisions)
{
    Outcomes outcomes;
    for (auto const& listed : list.organizations)
        outcomes.organizations.push_back(match_organization(listed, directory, decisions));
    std::ranges::sort(outcomes.organizations, {}, [](auto const& outcome) -> std::string const& { return outcome.listed->key; });
    PersonMatcher const matcher(directory, outcomes);
    for (auto const& row : list.people) {
        auto outcome = matcher.match(row);
        if (auto const decided = decisions.find(row.key); decided != decisions.end())
            decide(outcome, decided->second, directory);
        auto const* const organization = outcomes.find(row.organization);
        outcome.waits = organization && organization->standing == Standing::Undecided;
        outcomes.people.push_back(std::move(outcome));
    }
    return outcomes;
}

} // namespace toguna::contacts
