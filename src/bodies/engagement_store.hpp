#pragma once
/// Engagement letters in the database.

#include "bodies/engagement.hpp"
#include "bodies/mandate.hpp"
#include "db/database.hpp"

#include <map>

namespace toguna::bodies {

/// An engagement with the names a page shows, and the one that renews it.
struct NamedEngagement {
    Engagement engagement;
    std::string organization = {};      ///< acronym, or name
    std::string organization_name = {};
    std::string lead_agency = {};       ///< acronym, or name; empty without one
    std::string lead_agency_name = {};
    std::string dedicated_person = {};  ///< empty without one
    std::optional<MandateRole> mandate_role = {};
    std::string mandate_holder = {};    ///< person, or organisation when no person is named
    std::optional<EngagementId> next = {};
    std::optional<Date> next_signed_on = {}; ///< empty while the renewal is a draft

    bool is_signed_by(Date day) const { return engagement.signed_on && *engagement.signed_on <= day; }
    /// A letter and its renewal count from the day each is signed.
    EngagementState state_on(Date day) const
    {
        return is_signed_by(day) ? bodies::state_on(engagement, day, next_signed_on && *next_signed_on <= day) : EngagementState::Draft;
    }
};
/// NotFound when there is no such engagement.
Result<NamedEngagement> find_named_engagement(db::Reader const& db, EngagementId const& id);
/// Drafts first, then the latest end first.
Result<std::vector<NamedEngagement>> list_named_engagements(db::Reader const& db, BodyId const& body);

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
