#pragma once
/// Referrals in the database: each step is kept, so that every past day can be asked.

#include "db/database.hpp"
#include "referrals/referral.hpp"

namespace toguna::referrals {

/// A referral with the names a list shows.
struct NamedReferral {
    Referral referral;
    std::string body_code;
    std::string area_name;      ///< empty without an area
    std::string partner_name;   ///< empty without one
    std::string asker_name;
    std::string asker_email;
    std::string asker_language;
    std::string responsible_name;
    ReferralState state_then = ReferralState::Opened; ///< on the day that was asked for

    std::string reference() const { return reference_of(referral, body_code); }
};

struct StepTaken {
    int place = 1;
    ReferralStep step = ReferralStep::Open;
    ReferralState state = ReferralState::Opened;
    Date taken_on;
    std::string words;
    std::string by_name; ///< empty when nobody is known
};

/// NotFound when there is none.
Result<NamedReferral> find_referral(db::Reader const& db, ReferralId const& id);
/// Of a body and of the committee it is, opened until the day, latest first, each with its state on that day.
Result<std::vector<NamedReferral>> list_referrals(db::Reader const& db, bodies::BodyId const& body, Date day);
Result<std::vector<StepTaken>> steps_of(db::Reader const& db, ReferralId const& id);
Result<std::vector<ReferralLink>> links_of(db::Reader const& db, ReferralId const& id);
/// The strategic committee below the body.
Result<std::optional<bodies::BodyId>> committee_of(db::Reader const& db, bodies::BodyId const& body);

/// The referral is `checked`, numbered within its body, kind and year, and its first step written.
Result<Referral> insert_referral(db::Transaction& tx, Referral const& referral);
/// See advance. Conflict when somebody took another step in between. Gives the referral as it is then.
Result<Referral> save_step(db::Transaction& tx, Referral const& referral, ReferralStep step, StepWords const& with, std::optional<people::PersonId> const& by, Date day);
Result<void> insert_link(db::Transaction& tx, ReferralId const& referral, ReferralLink const& link);

} // namespace toguna::referrals
