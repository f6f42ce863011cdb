#pragma once
/// A group channel of a body — WhatsApp, Skype, a mailing list — and who is on it compared with who belongs to the body (S2-65).

#include "bodies/ids.hpp"
#include "contacts/contact_book.hpp"
#include "contacts/directory.hpp"
#include "contacts/ids.hpp"

namespace toguna::contacts {

enum class ChannelKind { WhatsApp, Skype, Signal, Teams, MailingList, Other };
std::vector<ChannelKind> const& channel_kinds();
std::string_view name_of(ChannelKind kind); ///< "mailing_list"
std::optional<ChannelKind> channel_kind_from(std::string_view name);
Text label_of(ChannelKind kind); ///< « Liste de diffusion »

struct Channel {
    ChannelId id;
    bodies::BodyId body;
    ChannelKind kind = ChannelKind::WhatsApp;
    std::string name;
    std::string link = {}; ///< « https://… », an address of a mailing list, or empty
    std::optional<people::PersonId> administrator = {};
    std::optional<Date> closed_on = {};
    std::int64_t version = 1;
};

/// Trims. Invalid, field by field: no name, too long, a link that is neither a web address nor an e-mail address.
Result<Channel> checked(Channel channel);

/// What somebody is added to the channel with: a number, a handle or an address, as far as the viewer may see it; empty when none is known.
std::string reach_for(ChannelKind kind, ContactEntry const& entry);

/// One entry of the channel's own list: « Awa Sanou », « +226 70 00 00 01 », « ~Awa ».
struct ListedEntry {
    std::string text; ///< as it is written
    std::string key;  ///< two writings of one entry share it
    std::string name_key = {};
    std::vector<std::string> emails = {};
    std::vector<std::string> phones = {};
    std::string handle = {};
};

/// The entries of a list pasted from the channel, each once; « Vous » is left out. Invalid when there is none.
Result<std::vector<ListedEntry>> read_channel_list(std::string_view text);

/// Whom an entry means: by address, number or handle, else by the words of the name when exactly one person bears them — first
/// among `members`, then among everybody.
std::optional<people::PersonId> recognise_entry(ListedEntry const& entry, Directory const& directory, std::vector<people::PersonId> const& members);

/// An entry that holds on the day.
struct Enrolment {
    EnrolmentId id;
    ChannelId channel;
    std::string entry;
    std::string key;
    std::optional<people::PersonId> person = {};
    Period period;
};

struct Reconciliation {
    std::vector<ContactEntry const*> enrolled; ///< who belongs to the body and is on the channel, each person once
    std::vector<ContactEntry const*> missing;  ///< who belongs to the body and is not on it
    std::vector<Enrolment const*> others;      ///< on the channel, and not of the body or not recognised
};

Reconciliation reconcile(std::vector<ContactEntry> const& contacts, std::vector<Enrolment> const& enrolments);

} // namespace toguna::contacts
