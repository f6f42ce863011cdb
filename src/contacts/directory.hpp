#pragma once
/// The directory as an import looks things up in it: read once, asked for each row.

#include "people/ids.hpp"
#include "people/recognise.hpp"

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace toguna::contacts {

struct KnownPerson {
    people::PersonId id;
    std::string full_name;
    std::string key;                 ///< people::search_text of the name
    std::vector<std::string> emails; ///< in lower case
    std::vector<std::string> phones;
    std::vector<std::string> handles; ///< on WhatsApp, Skype …
    std::vector<people::OrganizationId> organizations; ///< of today
};

struct KnownOrganization {
    people::OrganizationId id;
    std::string name;
    std::string acronym;
};

/// Found by hash; candidates through the rarest words, so that a list of ten thousand rows against fifty thousand persons is seconds.
class Directory {
public:
    Directory(std::vector<KnownPerson> persons, std::vector<KnownOrganization> organizations, std::vector<people::OrganizationName> const& names);

    KnownPerson const* person(people::PersonId const& id) const;
    KnownOrganization const* organization(people::OrganizationId const& id) const;

    /// Whose names are these words, in any order. `name_key` is sorted.
    std::vector<KnownPerson const*> persons_named(std::string const& name_key) const;
    std::vector<KnownPerson const*> persons_with_email(std::string const& email) const;
    std::vector<KnownPerson const*> persons_with_phone(std::string const& phone) const;
    std::vector<KnownPerson const*> persons_with_handle(std::string const& handle) const;
    /// Who may be meant: all words of one name in the other, or all but one, which is a slip of the finger apart. At most eight.
    std::vector<KnownPerson const*> persons_like(std::string const& name_key) const;

    /// Whom an entry of a group's list may mean: « ~Awa », « Awa S. ». Who bears a word of it among `members`, which are sorted; at most eight.
    std::vector<KnownPerson const*> persons_resembling_entry(std::string_view entry, std::vector<people::PersonId> const& members) const;

    /// Bearers of any of the keys, each once.
    std::vector<people::OrganizationId> organizations_named(std::span<std::string const> keys) const;
    /// One slip apart, or one begins with the other: « ACF Espagne » and « ACF ». At most eight.
    std::vector<people::OrganizationId> organizations_like(std::span<std::string const> keys) const;

private:
    std::vector<KnownPerson const*> persons_at(std::vector<std::size_t> const& places) const;

    std::vector<KnownPerson> m_persons;
    std::vector<std::vector<std::string>> m_words; ///< of each person, sorted
    std::vector<KnownOrganization> m_organizations;
    std::vector<people::OrganizationName> m_organization_names;
    std::unordered_map<std::string, std::size_t> m_person_by_id;
    std::unordered_map<std::string, std::size_t> m_organization_by_id;
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_name;
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_word;
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_email;
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_phone;
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_handle;
    std::unordered_map<std::string, std::vector<std::size_t>> m_organizations_by_key;
};

} // namespace toguna::contacts
