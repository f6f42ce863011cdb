#pragma once
/// The people of a contact list, one each, as its rows name them.

#include "contacts/contact_grid.hpp"
#include "contacts/organization_words.hpp"
#include "people/ids.hpp"

namespace toguna::contacts {

/// One person of the list.
struct ContactRow {
    std::string key;   ///< « 0-12-0 »: table, line, place in the cell; stable while the draft lives
    Text place;        ///< of the name
    std::string name;  ///< as written
    std::string name_key; ///< its words sorted, as people::search_text writes them
    std::string organization = {}; ///< key of the group in ContactList::organizations; empty without one
    std::string function = {};
    std::vector<std::string> emails = {};
    std::vector<std::string> phones = {};
    std::string whatsapp = {};
    std::string skype = {};
    std::string workplace = {};
    std::optional<people::PersonId> person = {}; ///< said by the list: one of our own exports
    std::vector<Text> doubts = {};               ///< what is not certain in the row, for a person to look at
    std::vector<std::string> same = {};          ///< keys of later rows that are the same person
};

/// An organisation under all the words in which the list names it: « PNUD » and « UNDP » are one.
struct ListedOrganization {
    std::string key; ///< the search text of its first words
    Text place;      ///< of its first row
    OrganizationWords words;                ///< the fullest
    std::vector<std::string> other_words = {}; ///< as written elsewhere in the list
    std::vector<std::string> keys = {};     ///< of all its words
    people::OrganizationType type = people::OrganizationType::Other; ///< guessed
    int people = 0;
};

struct ContactList {
    std::vector<ContactRow> people;
    std::vector<ListedOrganization> organizations;
    std::vector<Text> skipped = {}; ///< rows without a name, with their place

    ListedOrganization const* find(std::string_view organization_key) const;
};

/// Two rows are one person when the words of their names are the same, in any order, and their organisations or addresses do
/// not contradict each other; or when they share an address and a word of the name. Several persons in one cell are several.
ContactList read_list(ContactGrid const& grid);

/// « 17 personnes, 14 organisations ».
Text totals_of(ContactList const& list);

} // namespace toguna::contacts
