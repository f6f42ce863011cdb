#include "app/reactions.hpp"

#include "app/queries.hpp"
#include "journal/event.hpp"

#include <boost/json.hpp>

#include <array>

namespace toguna::app {

namespace {

constexpr std::array<Reaction, 4> table { {
    { "actions.reported_blocked", "actions.tell_coordinator" },
    { "bodies.body_merged", "actions.follow_merge" },
    { "people.person_erased", "accounts.forget_erased" },
    { "people.person_merged", "accounts.close_merged" },
} };

constexpr int facts_at_once = 500;

} // namespace

std::span<Reaction const> reactions() { return table; }

Result<void> react(jobs::JobContext& context)
{
    auto const read_cursor = [](db::Reader const& db) -> Result<std::int64_t> {
        return TRY(db.first(sql::reaction_cursor, {}, [](db::Row const& row) { return row.integer(0); })).value_or(0);
    };
    auto const is_new = TRY(context.db.read([&](db::Reader const& db) -> Result<bool> {
        return !TRY(journal::events_after(db, TRY(read_cursor(db)), 1)).empty();
    }));
    if (!is_new)
        return {};
    return context.db.write([&](db::Transaction& tx) -> Result<void> {
        auto const events = TRY(journal::events_after(tx, TRY(read_cursor(tx)), facts_at_once));
        for (auto const& recorded : events)
            for (auto const& reaction : table)
                if (reaction.event == recorded.event.kind && !recorded.event.refused)
                    TRY(jobs::enqueue(tx, reaction.job,
                        boost::json::serialize(boost::json::object { { "event", recorded.id.text() }, { "object", recorded.event.object } }), context.now,
                        recorded.id.text(), context.chance, context.now));
        if (!events.empty())
            TRY(tx.execute(sql::save_reaction_cursor, { { "sequence", events.back().sequence } }));
        return {};
    });
}

} // namespace toguna::app
