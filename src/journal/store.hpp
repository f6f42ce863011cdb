#pragma once
/// What event.hpp leaves to the tables: counting, and forgetting a name.

#include "journal/event.hpp"
#include "web/context.hpp"

namespace toguna::journal {

/// Whoever asks for a page, as the journal names them; nobody's name when nobody is signed in.
inline Actor actor_of(web::Context const& context)
{
    if (!context.visitor)
        return {};
    return { context.visitor->account, context.visitor->person, context.visitor->name };
}

Result<std::int64_t> count_events(db::Reader const& db, EventFilter const& filter);

/// Removes a person's name from beside their events; the chain, which holds a salted digest of it, stays whole.
/// Returns the number of events that lost their name.
Result<std::int64_t> erase_names(db::Transaction& tx, std::string const& person);

} // namespace toguna::journal
