#pragma once
/// Reads what the end of a mandate is reviewed by: the letter, its commitments, delegations, absences, actions and groups.

#include "bodies/body.hpp"
#include "bodies/engagement_store.hpp"
#include "terms/mandate_review.hpp"

namespace toguna::terms {

/// NotFound when the engagement belongs to another body. A draft is reviewed from today on.
Result<ReviewFacts> read_review(db::Reader const& db, bodies::Body const& body, bodies::EngagementId const& engagement, Date today);

} // namespace toguna::terms
