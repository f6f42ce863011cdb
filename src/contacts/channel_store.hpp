#pragma once
/// Channels and their lists in the database: entries are ended, not deleted, so that every past day can be asked.

#include "contacts/channel.hpp"
#include "contacts/import_store.hpp"

namespace toguna::contacts {

/// NotFound when there is no such channel.
Result<Channel> find_channel(db::Reader const& db, ChannelId const& id);
Result<std::vector<Channel>> list_channels(db::Reader const& db, bodies::BodyId const& body);
/// The channel is `checked` first.
Result<void> insert_channel(db::Transaction& tx, Channel const& channel, Act const& act);
/// Conflict when somebody saved another version in between.
Result<void> update_channel(db::Transaction& tx, Channel const& channel, Act const& act);

Result<std::vector<Enrolment>> enrolments_on(db::Reader const& db, ChannelId const& channel, Date day);
/// Of all channels of the body, on one day.
Result<std::vector<Enrolment>> enrolments_in_body(db::Reader const& db, bodies::BodyId const& body, Date day);

struct ListChange {
    std::int64_t added = 0;
    std::int64_t removed = 0;
    std::int64_t kept = 0;
    std::int64_t unrecognised = 0;
};
/// The list as the channel shows it on `day`: new entries start on it, those that are not in a whole list end the day before.
Result<ListChange> write_list(db::Transaction& tx, Channel const& channel, std::vector<ListedEntry> const& entries, bool is_whole, Date day, Act const& act);

/// Somebody was added to the channel by hand. Conflict when they are on it already.
Result<void> enrol(db::Transaction& tx, Channel const& channel, people::PersonId const& person, Date day, Act const& act);
/// Says whom an entry of the channel means. NotFound when it is none of its entries.
Result<void> recognise(db::Transaction& tx, Channel const& channel, EnrolmentId const& entry, people::PersonId const& person, Act const& act);

} // namespace toguna::contacts
