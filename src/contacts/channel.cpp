#include "contacts/channel.hpp"

#include "contacts/contact_cards.hpp"
#include "contacts/reach.hpp"
#include "people/normalise.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace toguna::contacts {

namespace {

struct KindName {
    ChannelKind kind;
    std::string_view name;
};
constexpr std::array<KindName, 6> kind_names { { { ChannelKind::WhatsApp, "whatsapp" }, { ChannelKind::Skype, "skype" }, { ChannelKind::Signal, "signal" }, { ChannelKind::Teams, "teams" },
    { ChannelKind::MailingList, "mailing_list" }, { ChannelKind::Other, "other" } } };

constexpr std::size_t longest_text = 200;

bool is_web_address(std::string_view text) { return (text.starts_with("https://") || text.starts_with("http://")) && text.find_first_of(" \t\"<>") == std::string_view::npos; }

std::string first_of(std::vector<std::string> const& values) { return values.empty() ? std::string() : values.front(); }

/// The telephone's own line in its list of participants.
bool is_oneself(std::string_view name_key)
{
    constexpr std::array<std::string_view, 5> words { "vous", "you", "moi", "me", "toi" };
    return std::ranges::find(words, name_key) != words.end();
}

std::string sorted_name(std::string_view name)
{
    auto words = people::search_words(people::search_text(name));
    std::ranges::sort(words);
    std::string key;
    for (auto const& word : words)
        key += (key.empty() ? "" : " ") + word;
    return key;
}

ListedEntry entry_of(GridTable const& table, GridRow const& row)
{
    using enum ColumnRole;
    std::string name;
    std::string reach;
    ListedEntry entry;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        auto const& cell = row.cells[column];
        auto const role = table.columns[column].role;
        if (role == Name || role == FamilyName || role == GivenName)
            name += (name.empty() || cell.empty() ? "" : " ") + cell;
        else if (role == Skype)
            entry.handle = cell;
        else if (role == Email || role == Phone || role == Reach || role == WhatsApp)
            reach += cell + "\n";
    }
    auto reached = read_reach(reach);
    entry.emails = std::move(reached.emails);
    entry.phones = std::move(reached.phones);
    entry.name_key = sorted_name(name);
    entry.text = people::tidy(name);
    for (auto const& value : { first_of(entry.emails), first_of(entry.phones), entry.handle })
        if (!value.empty())
            entry.text += entry.text.empty() ? value : " – " + value;
    auto const number = entry.phones.empty() ? std::string() : phone_key(entry.phones.front());
    entry.key = !entry.emails.empty() ? entry.emails.front() : !number.empty() ? number : !entry.handle.empty() ? people::search_text(entry.handle) : entry.name_key;
    return entry;
}

/// The only person that an address, number or handle belongs to.
template<class Find>
std::optional<people::PersonId> only_bearer(std::vector<std::string> const& values, Find const& find)
{
    for (auto const& value : values)
        if (auto const bearers = find(value); bearers.size() == 1)
            return bearers.front()->id;
    return {};
}

} // namespace

std::vector<ChannelKind> const& channel_kinds()
{
    static std::vector<ChannelKind> const kinds = [] {
        std::vector<ChannelKind> result;
        for (auto const& [kind, name] : kind_names)
            result.push_back(kind);
        return result;
    }();
    return kinds;
}

std::string_view name_of(ChannelKind kind) { return std::ranges::find(kind_names, kind, &KindName::kind)->name; }

std::optional<ChannelKind> channel_kind_from(std::string_view name)
{
    auto const found = std::ranges::find(kind_names, name, &KindName::name);
    return found == kind_names.end() ? std::optional<ChannelKind>() : found->kind;
}

Text label_of(ChannelKind kind)
{
    switch (kind) {
    case ChannelKind::WhatsApp: return tr("WhatsApp");
    case ChannelKind::Skype: return tr("Skype");
    case ChannelKind::Signal: return tr("Signal");
    case ChannelKind::Teams: return tr("Teams");
    case ChannelKind::MailingList: return tr("Mailing list");
    case ChannelKind::Other: break;
    }
    return tr("Other");
}

Result<Channel> checked(Channel channel)
{
    channel.name = people::tidy(channel.name);
    channel.link = people::tidy(channel.link);
    Error error { ErrorKind::Invalid, tr("This channel cannot be saved as it is."), {}, {} };
    if (channel.name.empty())
        error.fields.push_back({ "name", tr("Write the name of the channel, as its members see it.") });
    if (people::length_of(channel.name) > longest_text)
        error.fields.push_back({ "name", tr("This is longer than {limit} characters: shorten it.", { { "limit", longest_text } }) });
    if (!channel.link.empty() && (channel.link.size() > 500 || (!is_web_address(channel.link) && !people::looks_like_email(channel.link))))
        error.fields.push_back({ "link", tr("Write a web address that starts with https://, or the address of the mailing list.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return channel;
}

std::string reach_for(ChannelKind kind, ContactEntry const& entry)
{
    switch (kind) {
    case ChannelKind::WhatsApp:
    case ChannelKind::Signal: return entry.whatsapp.empty() ? first_of(entry.phones) : entry.whatsapp;
    case ChannelKind::Skype: return entry.skype.empty() ? first_of(entry.emails) : entry.skype;
    case ChannelKind::Teams:
    case ChannelKind::MailingList: return first_of(entry.emails);
    case ChannelKind::Other: break;
    }
    return entry.phones.empty() ? first_of(entry.emails) : entry.phones.front();
}

Result<std::vector<ListedEntry>> read_channel_list(std::string_view text)
{
    std::vector<ListedEntry> entries;
    std::set<std::string> keys;
    if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
        auto const grid = TRY(read_contact_text(text));
        for (auto const& table : grid.tables)
            for (auto const& row : table.rows) {
                auto entry = entry_of(table, row);
                if (!entry.key.empty() && !is_oneself(entry.name_key) && people::length_of(entry.text) <= longest_text && keys.insert(entry.key).second)
                    entries.push_back(std::move(entry));
            }
    }
    if (entries.empty())
        return fail(Error { ErrorKind::Invalid, tr("Nobody was found in this list."),
            { { "list", tr("Paste the names, numbers or addresses as the channel shows them, one a line or separated by commas.") } }, {} });
    return entries;
}

std::optional<people::PersonId> recognise_entry(ListedEntry const& entry, Directory const& directory, std::vector<people::PersonId> const& members)
{
    if (auto person = only_bearer(entry.emails, [&](auto const& email) { return directory.persons_with_email(email); }))
        return person;
    if (auto person = only_bearer(entry.phones, [&](auto const& phone) { return directory.persons_with_phone(phone); }))
        return person;
    for (auto const& handle : { entry.handle, entry.text })
        if (auto const bearers = directory.persons_with_handle(handle); bearers.size() == 1)
            return bearers.front()->id;
    if (entry.name_key.empty())
        return {};
    auto const named = directory.persons_named(entry.name_key);
    std::vector<people::PersonId> among_members;
    for (auto const* person : named)
        if (std::ranges::binary_search(members, person->id))
            among_members.push_back(person->id);
    if (among_members.size() == 1)
        return among_members.front();
    return named.size() == 1 ? std::optional(named.front()->id) : std::nullopt;
}

Reconciliation reconcile(std::vector<ContactEntry> const& contacts, std::vector<Enrolment> const& enrolments)
{
    std::set<std::string> on_channel;
    for (auto const& enrolment : enrolments)
        if (enrolment.person)
            on_channel.insert(enrolment.person->text());
    Reconciliation result;
    std::set<std::string> of_body;
    for (auto const& contact : contacts)
        if (of_body.insert(contact.person.text()).second)
            (on_channel.contains(contact.person.text()) ? result.enrolled : result.missing).push_back(&contact);
    for (auto const& enrolment : enrolments)
        if (!enrolment.person || !of_body.contains(enrolment.person->text()))
            result.others.push_back(&enrolment);
    return result;
}

} // namespace toguna::contacts
