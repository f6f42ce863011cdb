#include "bodies/mandate_state.hpp"

#include <algorithm>

namespace toguna::bodies {

Text label_of(MandateState state)
{
    switch (state) {
    case MandateState::InForce: return tr("in force");
    case MandateState::EngagementOver: return tr("engagement expired");
    case MandateState::ToCome: return tr("to come");
    case MandateState::Over: break;
    }
    return tr("ended");
}

MandateState state_on(Mandate const& mandate, std::span<EngagedSpan const> engaged, Date day)
{
    if (day < mandate.period.start())
        return MandateState::ToCome;
    if (!mandate.period.contains(day))
        return MandateState::Over;
    return is_engaged(engaged, day) ? MandateState::InForce : MandateState::EngagementOver;
}

std::vector<MandateRole> expected_roles(BodyKind kind)
{
    using enum MandateRole;
    switch (kind) {
    case BodyKind::Cluster:
    case BodyKind::SubCluster:
    case BodyKind::AreaOfResponsibility: return { LeadAgency, Coordinator, CoCoordinator };
    case BodyKind::TechnicalWorkingGroup:
    case BodyKind::ThematicGroup:
    case BodyKind::SubGroup: return { Facilitator };
    case BodyKind::DonorGroup:
    case BodyKind::Troika: return { DonorLead, DonorIncoming, DonorOutgoing };
    case BodyKind::TechnicalPool: return { Coordinator, Assistant };
    case BodyKind::NgoForum: return { Coordinator };
    case BodyKind::StrategicCommittee:
    case BodyKind::InterClusterGroup:
    case BodyKind::HumanitarianCountryTeam:
    case BodyKind::ExecutiveGroup:
    case BodyKind::AmbassadorsGroup:
    case BodyKind::DialogueFramework:
    case BodyKind::ReviewCommittee: break;
    }
    return { Chair };
}

std::vector<MandateRole> vacant_roles(BodyKind kind, std::span<MandateRole const> held)
{
    auto vacant = expected_roles(kind);
    std::erase_if(vacant, [&](MandateRole role) { return std::find(held.begin(), held.end(), role) != held.end(); });
    return vacant;
}

} // namespace toguna::bodies
