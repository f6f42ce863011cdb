#include "bodies/commitment.hpp"

namespace toguna::bodies {

namespace {

using enum CommitmentSide;
using Subject = CommitmentSubject;

std::vector<UsualCommitment> of_co_coordination()
{
    return {
        { CoCoordinator, Subject::Meetings, tr("Prepare and lead the meetings with the coordinator, and share the minutes in the agreed time") },
        { CoCoordinator, Subject::InterCluster, tr("Go to inter-cluster meetings when the coordinator cannot, and bring back what was decided") },
        { CoCoordinator, Subject::CoreFunctions, tr("Do one’s part of each core function, as the matrix of responsibilities shares them") },
        { CoCoordinator, Subject::Performance, tr("Lead the yearly review of performance, and follow the actions that come out of it") },
        { CoCoordinator, Subject::WorkingGroups, tr("Accompany the technical groups and report what they achieve") },
        { CoCoordinator, Subject::ResponseCapacity, tr("Keep known who can respond, where and with which stocks, and say where nobody does") },
        { CoCoordinator, Subject::Allocations, tr("Help to choose projects for funding, and stay out of it when one’s own organisation submits one") },
        { CoCoordinator, Subject::Communication, tr("Share information inside; leave communication to the outside to the coordinator, unless it was delegated in writing") },
        { CoCoordinator, Subject::Other, tr("Dedicate one person full time, reachable when work peaks: allocations, review of the strategy") },
        { LeadAgency, Subject::Tools, tr("Contact list, mailing list and calendar of the body") },
        { LeadAgency, Subject::Tools, tr("Who does what where: collecting and checking the reports of partners") },
        { LeadAgency, Subject::Tools, tr("Platforms for response plans and projects") },
        { LeadAgency, Subject::Tools, tr("Needs assessments and the analysis of severity") },
        { LeadAgency, Subject::Tools, tr("Maps and dashboards") },
        { LeadAgency, Subject::OperationalSupport, tr("Take the co-coordination along on missions and to coordination in the field") },
        { LeadAgency, Subject::OperationalSupport, tr("Share without delay the information and documents that coordination needs") },
        { LeadAgency, Subject::OperationalSupport, tr("Lend information management and a place to meet") },
    };
}

std::vector<UsualCommitment> of_active_member()
{
    return {
        { CoCoordinator, Subject::Meetings, tr("Come to the meetings, always with the same persons, who may decide") },
        { CoCoordinator, Subject::ResponseCapacity, tr("Report activities every month, and say early what cannot be done") },
        { CoCoordinator, Subject::CoreFunctions, tr("Apply the common standards, and hear the people the response is for") },
        { CoCoordinator, Subject::Communication, tr("Share assessments and plans before they start, so that nobody does the same twice") },
        { LeadAgency, Subject::Meetings, tr("Send convocations and documents in time, and minutes to all") },
        { LeadAgency, Subject::Communication, tr("Give partners back what their reports show") },
        { LeadAgency, Subject::Allocations, tr("Tell all members of funding at the same time and by the same rules") },
    };
}

} // namespace

std::vector<UsualCommitment> usual_commitments(EngagementKind kind)
{
    switch (kind) {
    case EngagementKind::CoCoordination: return of_co_coordination();
    case EngagementKind::ActiveMember: return of_active_member();
    case EngagementKind::Protocol: break;
    }
    return {};
}

} // namespace toguna::bodies
