#pragma once
/// Which letters and mandates are about to end, and who is told when (S0-61).

#include "bodies/engagement.hpp"
#include "bodies/mandate.hpp"
#include "bodies/membership.hpp"

#include <span>

namespace toguna::bodies {

/// 60, 30 and 7 days before the end, and from the day after it.
enum class EndStage { Sixty, Thirty, Seven, Over };
std::string_view name_of(EndStage stage); ///< "60", "30", "7", "over"

/// How long after the end it is still worth saying, when the machine was off.
inline constexpr int days_worth_saying = 14;

/// What is due on a day: the latest stage that was reached, since one mail says all of it. A stage whose day lies before
/// the first day is none: a letter for three weeks starts with the one of seven days. Empty: nothing today.
std::optional<EndStage> end_stage_due(Date first_day, Date last_day, Date today);

/// Something that ends: a signed letter, or a mandate that no letter ends before.
struct Ending {
    BodyId body;
    std::optional<EngagementId> engagement = {};    ///< empty: the mandate itself ends
    std::optional<MandateId> mandate = {};
    std::optional<people::OrganizationId> lead_agency = {};
    std::optional<people::PersonId> dedicated_person = {};
    Date first_day;
    Date last_day;
};

/// Unique for ever: the thing, its last day, stage and person. A letter that ends on another day is reminded anew.
std::string end_reminder_key(Ending const& ending, EndStage stage, people::PersonId const& person);

/// Each person once: the holder of the mandate, or the dedicated person of a letter without one; whoever answers for the
/// body that day; those who speak for the lead agency among its members or as its focal points.
std::vector<people::PersonId> told_of_end(Ending const& ending, std::span<Mandate const> mandates, std::span<Membership const> memberships, Date today);

} // namespace toguna::bodies
