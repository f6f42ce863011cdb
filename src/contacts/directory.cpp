#include "contacts/directory.hpp"

#include "contacts/reach.hpp"
#include "contacts/slips.hpp"
#include "people/normalise.hpp"

#include <algorithm>

namespace toguna::contacts {

namespace {

using Places = std::unordered_map<std::string, std::vector<std::size_t>>;

constexpr std::size_t most_candidates = 8;
/// Bearers of a very common word are not looked through: whoever shares only « Traoré » is no likely duplicate.
constexpr std::size_t most_bearers = 2'000;

std::string joined(std::vector<std::string> const& words)
{
    std::string text;
    for (auto const& word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::vector<std::size_t> const& places_of(Places const& index, std::string const& key)
{
    static std::vector<std::size_t> const none;
    auto const found = index.find(key);
    return found == index.end() ? none : found->second;
}

/// Both sorted. All words of the shorter in the longer, at least two; or as many words of which one pair is a slip apart.
bool resemble(std::vector<std::string> const& left, std::vector<std::string> const& right)
{
    auto const& shorter = left.size() <= right.size() ? left : right;
    auto const& longer = left.size() <= right.size() ? right : left;
    if (shorter.size() < 2)
        return false;
    if (shorter.size() < longer.size())
        return std::ranges::includes(longer, shorter);
    std::vector<std::string> only_left;
    std::vector<std::string> only_right;
    std::ranges::set_difference(left, right, std::back_inserter(only_left));
    std::ranges::set_difference(right, left, std::back_inserter(only_right));
    if (only_left.size() != 1 || only_right.size() != 1)
        return false;
    bool const initial = (only_left[0].size() == 1 || only_right[0].size() == 1) && only_left[0].front() == only_right[0].front();
    return initial || one_slip_apart(only_left[0], only_right[0]);
}

} // namespace

Directory::Directory(std::vector<KnownPerson> persons, std::vector<KnownOrganization> organizations, std::vector<people::OrganizationName> const& names)
    : m_persons(std::move(persons)), m_organizations(std::move(organizations)), m_organization_names(names)
{
    for (std::size_t place = 0; place < m_persons.size(); ++place) {
        auto const& person = m_persons[place];
        auto words = people::search_words(person.key);
        std::ranges::sort(words);
        m_person_by_id.emplace(person.id.text(), place);
        m_by_name[joined(words)].push_back(place);
        for (auto const& word : words)
            if (auto& bearers = m_by_word[word]; bearers.empty() || bearers.back() != place)
                bearers.push_back(place);
        for (auto const& email : person.emails)
            m_by_email[email].push_back(place);
        for (auto const& phone : person.phones)
            if (auto key = phone_key(phone); !key.empty())
                m_by_phone[key].push_back(place);
        for (auto const& handle : person.handles)
            m_by_handle[people::search_text(handle)].push_back(place);
        m_words.push_back(std::move(words));
    }
    for (std::size_t place = 0; place < m_organizations.size(); ++place)
        m_organization_by_id.emplace(m_organizations[place].id.text(), place);
    for (auto const& name : m_organization_names)
        if (auto const found = m_organization_by_id.find(name.id.text()); found != m_organization_by_id.end())
            m_organizations_by_key[name.key].push_back(found->second);
}

KnownPerson const* Directory::person(people::PersonId const& id) const
{
    auto const found = m_person_by_id.find(id.text());
    return found == m_person_by_id.end() ? nullptr : &m_persons[found->second];
}

KnownOrganization const* Directory::organization(people::OrganizationId const& id) const
{
    auto const found = m_organization_by_id.find(id.text());
    return found == m_organization_by_id.end() ? nullptr : &m_organizations[found->second];
}

std::vector<KnownPerson const*> Directory::persons_named(std::string const& name_key) const { return persons_at(places_of(m_by_name, name_key)); }

std::vector<KnownPerson const*> Directory::persons_with_email(std::string const& email) const { return persons_at(places_of(m_by_email, email)); }

std::vector<KnownPerson const*> Directory::persons_with_phone(std::string const& phone) const { return persons_at(places_of(m_by_phone, phone_key(phone))); }

std::vector<KnownPerson const*> Directory::persons_with_handle(std::string const& handle) const { return persons_at(places_of(m_by_handle, people::search_text(handle))); }

std::vector<KnownPerson const*> Directory::persons_at(std::vector<std::size_t> const& places) const
{
    std::vector<KnownPerson const*> found;
    for (auto const place : places)
        found.push_back(&m_persons[place]);
    return found;
}

std::vector<KnownPerson const*> Directory::persons_like(std::string const& name_key) const
{
    auto const words = people::search_words(name_key);
    std::vector<std::vector<std::size_t> const*> lists;
    for (auto const& word : words)
        if (auto const& bearers = places_of(m_by_word, word); !bearers.empty() && bearers.size() <= most_bearers)
            lists.push_back(&bearers);
    std::ranges::sort(lists, [](auto const* left, auto const* right) { return left->size() < right->size(); });
    if (lists.size() > 2)
        lists.resize(2); // a candidate shares all words but one: it is among the bearers of one of any two
    std::vector<std::size_t> places;
    for (auto const* list : lists)
        for (auto const place : *list)
            if (places.size() < most_candidates && std::ranges::find(places, place) == places.end() && resemble(words, m_words[place]))
                places.push_back(place);
    return persons_at(places);
}

std::vector<KnownPerson const*> Directory::persons_resembling_entry(std::string_view entry, std::vector<people::PersonId> const& members) const
{
    std::vector<std::size_t> places;
    for (auto const& word : people::search_words(people::search_text(entry)))
        for (auto const place : places_of(m_by_word, word))
            if (word.size() >= 3 && places.size() < most_candidates && std::ranges::binary_search(members, m_persons[place].id) && std::ranges::find(places, place) == places.end())
                places.push_back(place);
    return persons_at(places);
}

std::vector<people::OrganizationId> Directory::organizations_named(std::span<std::string const> keys) const
{
    std::vector<people::OrganizationId> found;
    for (auto const& key : keys)
        for (auto const place : places_of(m_organizations_by_key, key))
            if (std::ranges::find(found, m_organizations[place].id) == found.end())
                found.push_back(m_organizations[place].id);
    return found;
}

std::vector<people::OrganizationId> Directory::organizations_like(std::span<std::string const> keys) const
{
    auto const begins_with = [](std::string_view text, std::string_view beginning) {
        return text.size() > beginning.size() && text.starts_with(beginning) && text[beginning.size()] == ' ';
    };
    std::vector<people::OrganizationId> found;
    for (auto const& key : keys)
        for (auto const& name : m_organization_names)
            if (found.size() < most_candidates && (begins_with(key, name.key) || begins_with(name.key, key) || one_slip_apart(key, name.key))
                && std::ranges::find(found, name.id) == found.end())
                found.push_back(name.id);
    return found;
}

} // namespace toguna::contacts
