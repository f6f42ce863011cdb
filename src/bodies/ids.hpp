#pragma once
/// Identifiers of coordination bodies, for rules that only point to them.

#include "base/id.hpp"

namespace toguna::bodies {

using BodyId = Id<struct BodyTag>;
using MembershipId = Id<struct MembershipTag>;
using MandateId = Id<struct MandateTag>;
using EngagementId = Id<struct EngagementTag>;
using DelegationId = Id<struct DelegationTag>;
using AbsenceId = Id<struct AbsenceTag>;
using PeakPeriodId = Id<struct PeakPeriodTag>;
using RotationTurnId = Id<struct RotationTurnTag>;
using CrisisId = Id<struct CrisisTag>;
using LifeEventId = Id<struct LifeEventTag>;
using SignOfLifeId = Id<struct SignOfLifeTag>;
using CharterId = Id<struct CharterTag>;
using CounterpartId = Id<struct CounterpartTag>;

} // namespace toguna::bodies
