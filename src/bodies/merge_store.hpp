#pragma once
/// Merges, hands over and archives bodies. What other rooms keep of a merged body follows by a reaction on
/// "bodies.body_merged" (src/app/reactions.cpp).

#include "db/database.hpp"
#include "bodies/merge.hpp"
#include "people/ids.hpp"

namespace toguna::bodies {

struct Merger {
    BodyId from;
    BodyId into;
    Date day;
    std::string reason = {};
    std::string decision = {};
};
/// Bodies below, names and members go over; mandates end on the eve and stay with the former body. In the caller's transaction.
Result<void> merge_bodies(db::Transaction& tx, Merger const& merger, Date today, Instant now, Chance& chance);

struct Handover {
    BodyId body;
    people::OrganizationId to; ///< the ministry or other authority that leads from that day on
    Date day;
    std::string reason = {};
    std::string decision = {};
};
/// The lead mandate passes on, and the body is in transition. Invalid when its life does not allow it.
Result<void> hand_over(db::Transaction& tx, Handover const& handover, Date today, Instant now, Chance& chance);

/// Conflict when it is archived already.
Result<void> archive_body(db::Transaction& tx, BodyId const& body, Date day, Instant now);
/// Conflict when it is not archived, or was merged.
Result<void> restore_body(db::Transaction& tx, BodyId const& body, Instant now);

} // namespace toguna::bodies
