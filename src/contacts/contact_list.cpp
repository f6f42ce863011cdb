#include "contacts/contact_list.hpp"

#include "contacts/cell_people.hpp"
#include "people/normalise.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace toguna::contacts {

namespace {

using enum ColumnRole;

/// As people::checked takes them.
constexpr std::size_t longest_name = 150;
constexpr std::size_t longest_organization = 200;

/// One row of the grid by what its columns mean.
struct ReadRow {
    std::string names;
    std::string organization;
    std::string acronym;
    std::string type;
    std::string function;
    std::string reach;
    std::string whatsapp;
    std::string skype;
    std::string workplace;
    std::string person;
    int name_column = 0;
};

void append(std::string& text, std::string_view more, std::string_view separator)
{
    if (!more.empty())
        text += (text.empty() ? "" : std::string(separator)) + std::string(more);
}

ReadRow read_row(GridTable const& table, GridRow const& row)
{
    ReadRow read;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        auto const& cell = row.cells[column];
        switch (table.columns[column].role) {
        case Name:
        case FamilyName:
        case GivenName:
            read.name_column = read.names.empty() ? int(column) : read.name_column;
            append(read.names, cell, " ");
            break;
        case Organization: append(read.organization, cell, " "); break;
        case Acronym: append(read.acronym, cell, " "); break;
        case OrganizationType: append(read.type, cell, " "); break;
        case Function: append(read.function, cell, ", "); break;
        case Email:
        case Phone:
        case Reach: append(read.reach, cell, "\n"); break;
        case WhatsApp: append(read.whatsapp, people::tidy(cell), ", "); break;
        case Skype: append(read.skype, people::tidy(cell), ", "); break;
        case Place: append(read.workplace, cell, ", "); break;
        case PersonId: append(read.person, cell, ""); break;
        case Number:
        case Ignored: break;
        }
    }
    return read;
}

/// « awa.sanou@example.org » without a name beside it: what the mailbox spells is better than nothing.
std::string name_from_address(std::string_view email)
{
    auto mailbox = std::string(email.substr(0, email.find('@')));
    std::ranges::replace_if(mailbox, [](char character) { return std::string_view("._-+").find(character) != std::string_view::npos; }, ' ');
    return people::tidy(mailbox);
}

/// A row that names one thing only, in the place of a name: « ONG INTERNATIONALES ».
bool is_section(GridTable const& table, GridRow const& row, ReadRow const& read)
{
    auto const filled = std::ranges::count_if(row.cells, [](auto const& cell) { return !cell.empty(); });
    auto const useful = std::ranges::count_if(table.columns, [](auto const& column) { return column.role != Ignored && column.role != Number; });
    return filled == 1 && useful >= 2 && !read.names.empty() && guess_type(read.names, {}) != people::OrganizationType::Other;
}

std::string sorted_words(std::string_view name)
{
    auto words = people::search_words(people::search_text(name));
    std::ranges::sort(words);
    std::string key;
    for (auto const& word : words)
        key += (key.empty() ? "" : " ") + word;
    return key;
}

// ── Organisations of the list ─────────────────────────────────────────────────────────────────────────────────────

/// Groups the words of all rows: two that share a key are one organisation.
class OrganizationGroups {
public:
    /// Gives the place of the words among those that were added.
    std::size_t add(std::string const& text, std::string const& type, Text const& place)
    {
        auto const [known, is_new] = m_places.emplace(people::tidy(text), m_words.size());
        if (is_new) {
            auto words = read_organization_words(text);
            auto const guessed = words.known ? words.known->type : guess_type(text, type);
            m_words.push_back({ std::move(words), guessed, place, 0 });
            m_group.push_back(m_group.size());
            for (auto const& key : m_words.back().words.keys) {
                auto const [owner, is_first] = m_owner.emplace(key, m_words.size() - 1);
                if (!is_first)
                    join(owner->second, m_words.size() - 1);
            }
        }
        ++m_words[known->second].people;
        return known->second;
    }

    std::string key_of(std::size_t place) { return people::search_text(m_words[root(place)].words.text); }

    std::vector<ListedOrganization> organizations()
    {
        std::vector<ListedOrganization> result;
        std::unordered_map<std::size_t, std::size_t> by_root;
        for (std::size_t place = 0; place < m_words.size(); ++place) {
            auto const& added = m_words[place];
            auto const [found, is_new] = by_root.emplace(root(place), result.size());
            if (is_new)
                result.push_back({ key_of(place), added.place, added.words, {}, added.words.keys, added.type, added.people });
            else
                merge(result[found->second], added);
        }
        return result;
    }

private:
    struct Added {
        OrganizationWords words;
        people::OrganizationType type;
        Text place;
        int people;
    };

    static void merge(ListedOrganization& listed, Added const& added)
    {
        bool const fuller = listed.words.acronym.empty() || (listed.words.name == listed.words.acronym && added.words.name.size() > listed.words.name.size());
        listed.other_words.push_back(fuller ? listed.words.text : added.words.text);
        if (fuller)
            listed.words = added.words;
        for (auto const& key : added.words.keys)
            if (std::ranges::find(listed.keys, key) == listed.keys.end())
                listed.keys.push_back(key);
        if (listed.type == people::OrganizationType::Other)
            listed.type = added.type;
        listed.people += added.people;
    }

    std::size_t root(std::size_t place)
    {
        while (m_group[place] != place)
            place = m_group[place] = m_group[m_group[place]];
        return place;
    }

    /// The earlier words name the group.
    void join(std::size_t left, std::size_t right)
    {
        left = root(left);
        right = root(right);
        m_group[std::max(left, right)] = std::min(left, right);
    }

    std::vector<Added> m_words;
    std::vector<std::size_t> m_group;
    std::unordered_map<std::string, std::size_t> m_places;
    std::unordered_map<std::string, std::size_t> m_owner;
};

// ── Persons of the list ───────────────────────────────────────────────────────────────────────────────────────────

bool share_word(std::string_view left, std::string_view right)
{
    auto const words = people::search_words(left);
    return std::ranges::any_of(people::search_words(right), [&](auto const& word) { return std::ranges::find(words, word) != words.end(); });
}

bool shares(std::vector<std::string> const& left, std::vector<std::string> const& right)
{
    return std::ranges::any_of(left, [&](auto const& value) { return std::ranges::find(right, value) != right.end(); });
}

/// Nothing says that two bearers of one name are two.
bool may_be_one(ContactRow const& left, ContactRow const& right)
{
    if (left.person && right.person)
        return left.person == right.person;
    if (shares(left.emails, right.emails) || left.organization == right.organization)
        return true;
    return (left.organization.empty() || right.organization.empty()) && (left.emails.empty() || right.emails.empty());
}

void add_missing(std::vector<std::string>& to, std::vector<std::string> const& from)
{
    for (auto const& value : from)
        if (std::ranges::find(to, value) == to.end())
            to.push_back(value);
}

void join_rows(ContactRow& kept, ContactRow const& other)
{
    kept.same.push_back(other.key);
    add_missing(kept.emails, other.emails);
    add_missing(kept.phones, other.phones);
    for (auto const part : { &ContactRow::organization, &ContactRow::function, &ContactRow::whatsapp, &ContactRow::skype, &ContactRow::workplace })
        if ((kept.*part).empty())
            kept.*part = other.*part;
    if (!kept.person)
        kept.person = other.person;
    kept.doubts.insert(kept.doubts.end(), other.doubts.begin(), other.doubts.end());
}

class PeopleOfList {
public:
    void add(ContactRow row)
    {
        if (auto* const same = earlier(row)) {
            join_rows(*same, row);
            remember(std::size_t(same - m_people.data()));
            return;
        }
        m_people.push_back(std::move(row));
        remember(m_people.size() - 1);
    }

    std::vector<ContactRow> take() { return std::move(m_people); }

private:
    ContactRow* earlier(ContactRow const& row)
    {
        for (auto [at, end] = m_by_name.equal_range(row.name_key); at != end; ++at)
            if (may_be_one(m_people[at->second], row))
                return &m_people[at->second];
        for (auto const& email : row.emails)
            if (auto const found = m_by_email.find(email); found != m_by_email.end() && share_word(m_people[found->second].name_key, row.name_key))
                return &m_people[found->second];
        return nullptr;
    }

    void remember(std::size_t place)
    {
        auto const& row = m_people[place];
        bool const known = std::any_of(m_by_name.equal_range(row.name_key).first, m_by_name.equal_range(row.name_key).second, [&](auto const& pair) { return pair.second == place; });
        if (!known)
            m_by_name.emplace(row.name_key, place);
        for (auto const& email : row.emails)
            m_by_email.emplace(email, place);
    }

    std::vector<ContactRow> m_people;
    std::unordered_multimap<std::string, std::size_t> m_by_name;
    std::unordered_map<std::string, std::size_t> m_by_email;
};

class ListReader {
public:
    ContactList read(ContactGrid const& grid)
    {
        for (std::size_t number = 0; number < grid.tables.size(); ++number)
            for (auto const& row : grid.tables[number].rows)
                read_table_row(grid.tables[number], number, row);
        ContactList list;
        PeopleOfList people;
        for (auto& [row, organization] : m_rows) {
            if (organization)
                row.organization = m_organizations.key_of(*organization);
            people.add(std::move(row));
        }
        list.people = people.take();
        list.organizations = m_organizations.organizations();
        list.skipped = std::move(m_skipped);
        return list;
    }

private:
    void read_table_row(GridTable const& table, std::size_t number, GridRow const& row)
    {
        auto const read = read_row(table, row);
        auto const place = cell_place(table, row.line, read.name_column);
        if (is_section(table, row, read)) {
            m_skipped.push_back(tr("{place}: “{words}” is the heading of a part, not a person.", { { "place", place }, { "words", read.names } }));
            return;
        }
        auto const reached = read_reach(read.reach);
        auto names = people_in_cell(read.names);
        std::vector<Text> doubts;
        for (auto const& doubtful : reached.doubtful)
            doubts.push_back(tr("“{words}” is neither an e-mail address nor a telephone number.", { { "words", doubtful } }));
        if (names.empty() && !reached.emails.empty()) {
            names = { name_from_address(reached.emails.front()) };
            doubts.push_back(tr("Only an address stands here: the name was made from it."));
        }
        if (names.empty()) {
            skip_nameless(read, place);
            return;
        }
        if (std::ranges::any_of(names, [](auto const& name) { return people::length_of(name) > longest_name; })) {
            m_skipped.push_back(tr("{place}: more than {limit} characters stand where a name is expected.", { { "place", place }, { "limit", longest_name } }));
            return;
        }
        add_people(names, read, reached, std::to_string(number) + "-" + std::to_string(row.line), place, std::move(doubts));
    }

    void skip_nameless(ReadRow const& read, Text const& place)
    {
        if (!read.organization.empty())
            m_organizations.add(with_acronym(read), read.type, place);
        else if (!read.function.empty() || !read.reach.empty())
            m_skipped.push_back(tr("{place}: no name stands here.", { { "place", place } }));
    }

    static std::string with_acronym(ReadRow const& read)
    {
        return read.acronym.empty() || read.acronym == read.organization ? read.organization : read.organization.empty() ? read.acronym : read.organization + " (" + read.acronym + ")";
    }

    void add_people(std::vector<std::string> const& names, ReadRow const& read, Reached const& reached, std::string const& row_key, Text const& place, std::vector<Text> doubts)
    {
        auto const emails = share_among(names, reached.emails);
        auto const phones = share_among(names, reached.phones);
        if (!emails.is_certain || (names.size() > 1 && !phones.is_certain))
            doubts.push_back(tr("Several persons share this cell: whose address or number it is is not certain."));
        for (std::size_t which = 0; which < names.size(); ++which) {
            ContactRow row { row_key + "-" + std::to_string(which), place, names[which], sorted_words(names[which]) };
            row.function = people::tidy(read.function);
            row.emails = emails.of_person[which];
            row.phones = phones.of_person[which];
            row.whatsapp = read.whatsapp;
            row.skype = read.skype;
            row.workplace = people::tidy(read.workplace);
            row.person = people::PersonId::parse(read.person);
            row.doubts = doubts;
            auto organization = people::tidy(with_acronym(read));
            if (people::length_of(organization) > longest_organization) {
                row.doubts.push_back(tr("More than {limit} characters stand where an organisation is expected: it was left out.", { { "limit", longest_organization } }));
                organization.clear();
            }
            auto const added = organization.empty() ? std::optional<std::size_t>() : m_organizations.add(organization, read.type, place);
            m_rows.emplace_back(std::move(row), added);
        }
    }

    OrganizationGroups m_organizations;
    std::vector<std::pair<ContactRow, std::optional<std::size_t>>> m_rows;
    std::vector<Text> m_skipped;
};

} // namespace

ListedOrganization const* ContactList::find(std::string_view organization_key) const
{
    auto const found = std::ranges::find(organizations, organization_key, &ListedOrganization::key);
    return found == organizations.end() ? nullptr : &*found;
}

ContactList read_list(ContactGrid const& grid) { return ListReader().read(grid); }

Text totals_of(ContactList const& list)
{
    return tr("{people}, {organizations}", { { "people", trn("{count} person", "{count} persons", std::int64_t(list.people.size())) },
                                               { "organizations", trn("{count} organisation", "{count} organisations", std::int64_t(list.organizations.size())) } });
}

} // namespace toguna::contacts
