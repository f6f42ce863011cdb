#pragma once
/// An engagement letter (S0-59 … S0-66): what an organisation commits to for a time, signed; it backs a mandate, and the
/// mandate's powers stop with it.

#include "base/period.hpp"
#include "base/result.hpp"
#include "bodies/ids.hpp"
#include "people/ids.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::bodies {

enum class EngagementKind { CoCoordination, ActiveMember, Protocol };
std::vector<EngagementKind> const& engagement_kinds();
std::string_view name_of(EngagementKind kind);
std::optional<EngagementKind> engagement_kind_from(std::string_view name);
Text label_of(EngagementKind kind);

/// What an engagement is on a day; never stored.
enum class EngagementState { Draft, Signed, Expired, Terminated, Renewed };
std::string_view name_of(EngagementState state);
Text label_of(EngagementState state);

struct Engagement {
    EngagementId id;
    BodyId body;
    EngagementKind kind = EngagementKind::CoCoordination;
    std::optional<MandateId> mandate = {};               ///< the mandate it backs
    std::optional<people::OrganizationId> organization;  ///< who commits (« Nom de l’organisation »)
    std::optional<people::OrganizationId> lead_agency;   ///< the other side, which has commitments of its own (S0-29)
    std::optional<people::PersonId> dedicated_person = {}; ///< S0-25
    std::optional<int> time_share = {};                  ///< per cent of a full-time post, 1–100; empty: not said
    std::optional<Date> signed_on = {};                  ///< « Date »; empty while it is a draft
    std::optional<Date> valid_until = {};                ///< « Valable jusqu’au »; the last day still counts
    std::optional<Date> terminated_on = {};              ///< the last day that counts when it ends early
    std::optional<EngagementId> previous = {};           ///< the one it renews (S0-64)
    std::int64_t version = 1;
};

/// Invalid, field by field: nobody commits; it would end before it is signed; signed without « valable jusqu’au »; a time
/// share outside 1–100; terminated before it was signed.
Result<Engagement> checked(Engagement engagement);

/// `is_renewed`: a later signed engagement names this one as its former.
EngagementState state_on(Engagement const& engagement, Date day, bool is_renewed);

/// When signed letters backed a mandate: from the day of signature to the last valid day.
struct EngagedSpan {
    Date from;
    Date until;
};
/// Empty while it is a draft.
std::optional<EngagedSpan> span_of(Engagement const& engagement);

/// Invariant 3: whether a mandate with these signed engagements has its powers on that day. A mandate without any, and
/// every day before the first was signed, stands on its own period; from then on a day outside all spans has none.
bool is_engaged(std::span<EngagedSpan const> spans, Date day);

/// Reminders go out so many days before the end (S0-61), and on the day after it.
inline constexpr int engagement_reminder_days[] { 60, 30, 7 };

} // namespace toguna::bodies
