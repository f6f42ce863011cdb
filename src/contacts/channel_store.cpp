#include "contacts/channel_store.hpp"

#include "contacts/book_store.hpp"
#include "contacts/channel_queries.hpp"
#include "people/person_store.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace toguna::contacts {

namespace {

namespace json = boost::json;

Channel read_channel(db::Row const& row)
{
    return { row.id<ChannelId>(0), row.id<bodies::BodyId>(1), channel_kind_from(row.text(2)).value_or(ChannelKind::Other), row.string(3), row.string(4), row.optional_id<people::PersonId>(5),
        row.optional_date(6), row.integer(7) };
}

Enrolment read_enrolment(db::Row const& row)
{
    auto const start = row.date(5);
    return { row.id<EnrolmentId>(0), row.id<ChannelId>(1), row.string(2), row.string(3), row.optional_id<people::PersonId>(4), Period::from(start, row.optional_date(6)).value_or(Period::since(start)) };
}

Result<void> record(db::Transaction& tx, Channel const& channel, std::string kind, json::object const& facts, Act const& act)
{
    TRY(journal::record_event(tx, act.actor, { std::move(kind), channel.id.text(), channel.body.text(), {}, json::serialize(facts) }, act.now, act.chance));
    return {};
}

Result<void> insert_enrolment(db::Transaction& tx, Enrolment const& enrolment)
{
    TRY(tx.execute(sql::insert_enrolment, { { "id", enrolment.id }, { "channel", enrolment.channel }, { "entry", enrolment.entry }, { "entry_key", enrolment.key }, { "person", enrolment.person },
        { "starts_on", enrolment.period.start() } }));
    return {};
}

Result<void> end_enrolment(db::Transaction& tx, EnrolmentId const& id, Date last_day)
{
    TRY(tx.execute(sql::end_enrolment, { { "id", id }, { "last_day", last_day } }));
    TRY(tx.execute(sql::forget_enrolment, { { "id", id }, { "last_day", last_day } }));
    return {};
}

/// Sorted, for recognise_entry.
Result<std::vector<people::PersonId>> members_of(db::Reader const& db, bodies::BodyId const& body, Date day)
{
    std::vector<people::PersonId> members;
    for (auto const& entry : TRY(body_contacts(db, body, day, {}, {})))
        members.push_back(entry.person);
    std::ranges::sort(members);
    return members;
}

} // namespace

Result<Channel> find_channel(db::Reader const& db, ChannelId const& id)
{
    if (auto channel = TRY(db.first(sql::channel, { { "id", id } }, read_channel)))
        return *std::move(channel);
    return fail(ErrorKind::NotFound, tr("This channel does not exist."));
}

Result<std::vector<Channel>> list_channels(db::Reader const& db, bodies::BodyId const& body) { return db.all(sql::channels_of, { { "body", body } }, read_channel); }

Result<void> insert_channel(db::Transaction& tx, Channel const& given, Act const& act)
{
    auto const channel = TRY(checked(given));
    TRY(tx.execute(sql::insert_channel, { { "id", channel.id }, { "body", channel.body }, { "kind", name_of(channel.kind) }, { "name", channel.name }, { "link", channel.link },
        { "administrator", channel.administrator }, { "now", act.now } }));
    return record(tx, channel, "contacts.channel_added", { { "kind", name_of(channel.kind) } }, act);
}

Result<void> update_channel(db::Transaction& tx, Channel const& given, Act const& act)
{
    auto const channel = TRY(checked(given));
    auto const changed = TRY(tx.execute(sql::update_channel, { { "id", channel.id }, { "kind", name_of(channel.kind) }, { "name", channel.name }, { "link", channel.link },
        { "administrator", channel.administrator }, { "closed_on", channel.closed_on }, { "version", channel.version } }));
    if (changed == 0)
        return fail(ErrorKind::Conflict, tr("Somebody changed this channel while you were writing. Open it again: nothing of theirs was overwritten."));
    return record(tx, channel, channel.closed_on ? "contacts.channel_closed" : "contacts.channel_changed", { { "kind", name_of(channel.kind) } }, act);
}

Result<std::vector<Enrolment>> enrolments_on(db::Reader const& db, ChannelId const& channel, Date day)
{
    return db.all(sql::enrolments_on, { { "channel", channel }, { "day", day } }, read_enrolment);
}

Result<std::vector<Enrolment>> enrolments_in_body(db::Reader const& db, bodies::BodyId const& body, Date day)
{
    return db.all(sql::enrolments_in_body, { { "body", body }, { "day", day } }, read_enrolment);
}

Result<ListChange> write_list(db::Transaction& tx, Channel const& channel, std::vector<ListedEntry> const& entries, bool is_whole, Date day, Act const& act)
{
    auto const directory = TRY(read_directory(tx, day));
    auto const members = TRY(members_of(tx, channel.body, day));
    auto const before = TRY(enrolments_on(tx, channel.id, day));
    ListChange change;
    std::set<std::string> kept;
    for (auto const& entry : entries) {
        auto const person = recognise_entry(entry, directory, members);
        auto const same = std::ranges::find_if(before, [&](auto const& enrolment) { return enrolment.key == entry.key || (person && enrolment.person == person); });
        if (same != before.end()) {
            change.kept += kept.insert(same->id.text()).second;
            if (person && !same->person)
                TRY(tx.execute(sql::recognise_enrolment, { { "id", same->id }, { "channel", channel.id }, { "person", person } }));
            continue;
        }
        TRY(insert_enrolment(tx, { new_id<EnrolmentTag>(act.now, act.chance), channel.id, entry.text, entry.key, person, Period::since(day) }));
        ++change.added;
        change.unrecognised += !person;
    }
    for (auto const& enrolment : before)
        if (is_whole && !kept.contains(enrolment.id.text())) {
            TRY(end_enrolment(tx, enrolment.id, day.plus_days(-1)));
            ++change.removed;
        }
    TRY(record(tx, channel, "contacts.channel_list_read", { { "added", change.added }, { "removed", change.removed }, { "kept", change.kept } }, act));
    return change;
}

Result<void> enrol(db::Transaction& tx, Channel const& channel, people::PersonId const& person, Date day, Act const& act)
{
    auto const known = TRY(people::find_person(tx, person));
    if (TRY(tx.number(sql::count_enrolled_person, { { "channel", channel.id }, { "person", known.id }, { "day", day } })) > 0)
        return fail(ErrorKind::Conflict, tr("This person is on the channel already."));
    TRY(insert_enrolment(tx, { new_id<EnrolmentTag>(act.now, act.chance), channel.id, known.full_name, known.id.text(), known.id, Period::since(day) }));
    return record(tx, channel, "contacts.enrolled", { { "person", known.id.text() } }, act);
}

Result<void> recognise(db::Transaction& tx, Channel const& channel, EnrolmentId const& entry, people::PersonId const& person, Act const& act)
{
    auto const known = TRY(people::find_person(tx, person));
    if (TRY(tx.execute(sql::recognise_enrolment, { { "id", entry }, { "channel", channel.id }, { "person", known.id } })) == 0)
        return fail(ErrorKind::NotFound, tr("This entry is not on the channel any more."));
    return record(tx, channel, "contacts.entry_recognised", { { "entry", entry.text() }, { "person", known.id.text() } }, act);
}

} // namespace toguna::contacts
