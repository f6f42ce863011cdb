#pragma once
/// Engagement letters in the database.

#include "bodies/engagement.hpp"
#include "db/database.hpp"

#include <map>

namespace toguna::bodies {

/// NotFound when there is no such engagement.
Result<Engagement> find_engagement(db::Reader const& db, EngagementId const& id);
/// Drafts first, then the latest end first.
Result<std::vector<Engagement>> list_engagements(db::Reader const& db, BodyId const& body);
/// Signed, not terminated and not renewed, of any body, whose last valid day lies between two days.
Result<std::vector<Engagement>> engagements_ending(db::Reader const& db, Date first_day, Date last_day);
/// When signed engagements backed each mandate of the body.
Result<std::map<MandateId, std::vector<EngagedSpan>>> spans_of_body(db::Reader const& db, BodyId const& body);

/// The engagement is `checked` first. Invalid when the mandate it backs belongs to another body; Conflict when the former
/// one is renewed already.
Result<void> insert_engagement(db::Transaction& tx, Engagement const& engagement);
/// As insert_engagement; Conflict also when somebody saved another version in between.
Result<void> update_engagement(db::Transaction& tx, Engagement const& engagement);

} // namespace toguna::bodies
