#pragma once
/// What a mandate is on a day, and which roles a body is expected to have filled.

#include "bodies/engagement.hpp"
#include "bodies/mandate.hpp"

#include <span>
#include <vector>

namespace toguna::bodies {

/// Never stored: the day decides.
enum class MandateState {
    InForce,
    EngagementOver, ///< « engagement échu »: the period goes on, the letter that backs it does not (invariant 3)
    ToCome,
    Over,
};
Text label_of(MandateState state);

/// `engaged` are the signed engagements that back the mandate.
MandateState state_on(Mandate const& mandate, std::span<EngagedSpan const> engaged, Date day);

/// The roles without which a body of this kind is incomplete: shown as vacant when nobody holds them (S0-18, S0-25, S4-12, S4-13).
std::vector<MandateRole> expected_roles(BodyKind kind);

/// Those of expected_roles() that none of `held` is. `held`: roles of the mandates in force.
std::vector<MandateRole> vacant_roles(BodyKind kind, std::span<MandateRole const> held);

} // namespace toguna::bodies
