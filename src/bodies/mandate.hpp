#pragma once
/// A mandate: a role held in a body, by an organisation, a person, or a person for an organisation, for a period.
/// Every right, chair, signature and reminder follows from one (domain model §3.3).

#include "base/period.hpp"
#include "base/result.hpp"
#include "bodies/body.hpp"
#include "geography/ids.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace toguna::bodies {

enum class MandateRole {
    LeadAgency,         ///< agence chef de file: an organisation; one per activated cluster and day (invariant 1)
    Coordinator,
    CoCoordinator,
    DonorLead,          ///< chef de file of a donors' group
    DonorIncoming,      ///< entrant: the next chef de file
    DonorOutgoing,      ///< sortant: the former one
    Chair,              ///< of a committee, or elected for the meetings
    Facilitator,        ///< of a technical working group or a thematic group
    Secretary,
    InformationManager,
    Assistant,
    FocalPoint,         ///< of an area
    PerformanceLead,    ///< leads the performance review (CCPM)
};

/// In the order a list shows them.
std::vector<MandateRole> const& mandate_roles();
std::string_view name_of(MandateRole role); ///< "co_coordinator"
std::optional<MandateRole> mandate_role_from(std::string_view name);
Text label_of(MandateRole role); ///< « Co-coordination »; a country may call it otherwise (role_label_store.hpp)

/// Where the role is exercised (S0-3): a national and a regional co-coordination of one cluster may both exist.
enum class MandateLevel { National, Regional, Local };
std::vector<MandateLevel> const& mandate_levels();
std::string_view name_of(MandateLevel level);
std::optional<MandateLevel> mandate_level_from(std::string_view name);
Text label_of(MandateLevel level); ///< « national »

struct Mandate {
    MandateId id;
    BodyId body;
    MandateRole role = MandateRole::Coordinator;
    std::optional<people::OrganizationId> organization;
    std::optional<people::PersonId> person;
    MandateLevel level = MandateLevel::National;
    std::optional<geography::AdminAreaId> area = {}; ///< of a regional or local role
    Period period; ///< the last day still counts
    std::int64_t version = 1; ///< rises with each change; a form carries it back
};

/// Invalid without an organisation and without a person, and when a lead agency is not an organisation alone.
Result<Mandate> checked(Mandate mandate);

/// Whether one body may have two holders of the role on one day, at the same level and in the same area. Lead agency and
/// the three of a troïka are one each (invariants 1 and 10).
bool is_held_by_one(MandateRole role);

/// The roles that make the coordination of a body, the accountable one first: what its page shows on top.
bool coordinates(MandateRole role);

} // namespace toguna::bodies
