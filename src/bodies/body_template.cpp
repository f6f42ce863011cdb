#include "bodies/body_template.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

using enum MandateRole;

constexpr std::size_t longest_code = 12;

BodyTemplate cluster_template(BodyKind kind)
{
    return { kind, kind == BodyKind::Cluster ? tr("Cluster …") : kind == BodyKind::SubCluster ? tr("Sub-cluster …") : tr("Area of responsibility …"),
        tr("Coordinate the humanitarian response of its sector: who does what, where, and which gaps remain."), tr("One meeting a month; every two or three days after a shock"),
        tr("Bring together the organisations that respond in the sector, under the responsibility of a lead agency and beside the authorities of the State."),
        tr("- Support service delivery\n- Inform strategic decisions\n- Plan and implement the strategy\n- Monitor and evaluate\n- Build capacity and prepare\n- Advocate\n- Be accountable to affected people"),
        { LeadAgency, Coordinator, CoCoordinator, InformationManager }, true, false };
}

BodyTemplate technical_template(BodyKind kind)
{
    bool const is_donor = kind == BodyKind::ThematicGroup || kind == BodyKind::SubGroup;
    return { kind, is_donor ? tr("Thematic group …") : tr("Technical working group …"), is_donor ? tr("Dialogue and joint work of the donors on one theme.") : tr("Work on one technical question, and give back what was agreed."),
        tr("One meeting a month while there is work to give back"), tr("Prepare, for the body it is part of, agreed standards, tools and advice on its theme."),
        tr("- A work plan with dates\n- Outputs that the body above validates\n- Good practices written down"), { Facilitator, Secretary }, true, true };
}

BodyTemplate donor_template(BodyKind kind)
{
    switch (kind) {
    case BodyKind::Troika:
        return { kind, tr("Troïka of the donors’ group"), tr("Incoming, leading and outgoing donors steer the group together."), tr("Every two weeks"),
            tr("Speak for the donors’ group, prepare its meetings and pass its leadership on."), tr("- Steer the group\n- Conduct the dialogue with the Government\n- Prepare the rotation"), { DonorLead, DonorIncoming, DonorOutgoing }, false, false };
    case BodyKind::TechnicalPool:
        return { kind, tr("Technical pool of the donors’ group"), tr("The permanent support team of the donors’ group."), tr("One meeting a week"),
            tr("Support the troïka and the thematic groups: secretariat, analysis, memory of the group."), tr("- A yearly work plan and its budget\n- Quarterly reports to the troïka"), { Chair, Assistant }, true, false };
    case BodyKind::DonorGroup:
        return { kind, tr("Donors’ group"), tr("Technical and financial partners agree on their dialogue with the Government and on the effectiveness of aid."), tr("One meeting a month"),
            tr("Harmonise what its members finance and say, along the road map it adopts."), tr("- A common road map\n- Dialogue with the Government\n- Division of labour"), { DonorLead, DonorIncoming, DonorOutgoing, Secretary }, true, false };
    default:
        return { kind, kind == BodyKind::ExecutiveGroup ? tr("Executive group of heads of cooperation") : tr("Group of ambassadors and heads of cooperation"), tr("Those who commit the donors decide what the group submits."), tr("One meeting a month"),
            tr("Decide on positions, priorities and disagreements that the donors’ group submits."), tr("- Decisions within a month"), { Chair, Secretary }, kind == BodyKind::ExecutiveGroup, false };
    }
}

BodyTemplate steering_template(BodyKind kind)
{
    switch (kind) {
    case BodyKind::HumanitarianCountryTeam:
        return { kind, tr("Humanitarian country team"), tr("The strategic decisions of the humanitarian response."), tr("One meeting a month"), tr("Agree on common strategic matters of humanitarian action in the country."),
            tr("- Strategy and priorities\n- Activation and review of clusters\n- Advocacy and access"), { Chair, Secretary }, true, false };
    case BodyKind::InterClusterGroup:
        return { kind, tr("Inter-cluster coordination group"), tr("Clusters plan, respond and advocate together."), tr("Every two weeks"), tr("Coordinate the clusters at the operational level, for the humanitarian country team."),
            tr("- Common planning\n- Cross-cutting questions\n- Follow-up of the action plans of the clusters"), { Coordinator, InformationManager, Secretary }, true, false };
    case BodyKind::StrategicCommittee:
        return { kind, tr("Strategic advisory committee …"), tr("Advises the coordination and prepares the decisions of the body."), tr("One meeting a month"), tr("Propose strategy, standards and allocations, and review projects."),
            tr("- Strategy of the body\n- Review of projects\n- Creation and closure of technical groups"), { Chair, Secretary }, true, false };
    default:
        return { kind, kind == BodyKind::NgoForum ? tr("NGO forum …") : kind == BodyKind::DialogueFramework ? tr("Dialogue framework …") : tr("Review committee …"), tr("A standing place for exchange and joint review."), tr("One meeting a quarter"),
            tr("Bring its members together at agreed dates, and follow up what they decide."), tr("- A calendar\n- Conclusions that are followed up"), { Chair, Secretary }, true, false };
    }
}

std::string code_below(std::string_view parent, std::string_view suffix)
{
    auto const room = longest_code - suffix.size() - 1;
    return std::string(parent.substr(0, std::min(parent.size(), room))) + "-" + std::string(suffix);
}

} // namespace

BodyTemplate template_of(BodyKind kind)
{
    switch (kind) {
    case BodyKind::Cluster:
    case BodyKind::SubCluster:
    case BodyKind::AreaOfResponsibility: return cluster_template(kind);
    case BodyKind::TechnicalWorkingGroup:
    case BodyKind::ThematicGroup:
    case BodyKind::SubGroup: return technical_template(kind);
    case BodyKind::DonorGroup:
    case BodyKind::ExecutiveGroup:
    case BodyKind::AmbassadorsGroup:
    case BodyKind::Troika:
    case BodyKind::TechnicalPool: return donor_template(kind);
    default: break;
    }
    return steering_template(kind);
}

std::vector<TemplateChild> usual_children(BodyKind kind, std::string_view parent)
{
    switch (kind) {
    case BodyKind::Cluster:
        return { { BodyKind::StrategicCommittee, tr("Strategic advisory committee – {body}", { { "body", parent } }), "COS" },
            { BodyKind::TechnicalWorkingGroup, tr("Technical working group – {body}", { { "body", parent } }), "GTT1" },
            { BodyKind::SubCluster, tr("First sub-cluster – {body}", { { "body", parent } }), "SC1" }, { BodyKind::SubCluster, tr("Second sub-cluster – {body}", { { "body", parent } }), "SC2" } };
    case BodyKind::DonorGroup:
        return { { BodyKind::Troika, tr("Troïka – {body}", { { "body", parent } }), "TR" }, { BodyKind::TechnicalPool, tr("Technical pool – {body}", { { "body", parent } }), "POOL", true },
            { BodyKind::ExecutiveGroup, tr("Executive group – {body}", { { "body", parent } }), "GE" }, { BodyKind::ThematicGroup, tr("First thematic group – {body}", { { "body", parent } }), "GT1" },
            { BodyKind::ThematicGroup, tr("Second thematic group – {body}", { { "body", parent } }), "GT2" }, { BodyKind::ThematicGroup, tr("Third thematic group – {body}", { { "body", parent } }), "GT3" } };
    case BodyKind::HumanitarianCountryTeam:
        return { { BodyKind::InterClusterGroup, tr("Inter-cluster coordination group – {body}", { { "body", parent } }), "GIC" } };
    default: break;
    }
    return {};
}

std::vector<PlannedBody> with_children(PlannedBody parent, std::span<std::size_t const> chosen, web::Localization const& language)
{
    auto const children = usual_children(parent.kind, parent.acronym.empty() ? parent.name : parent.acronym);
    std::vector<PlannedBody> planned { std::move(parent) };
    std::optional<std::size_t> troika;
    for (auto const place : chosen) {
        if (place >= children.size())
            continue;
        auto const& child = children[place];
        auto const usual = template_of(child.kind);
        planned.push_back({ child.kind, language(child.name), {}, code_below(planned.front().code, child.suffix), {}, 0, child.answers_to_troika ? troika : std::nullopt,
            language(usual.purpose), language(usual.rhythm) });
        if (child.kind == BodyKind::Troika)
            troika = planned.size() - 1;
    }
    return planned;
}

std::string free_code(std::string_view wanted, std::span<std::string const> taken)
{
    auto const is_taken = [&](std::string const& code) { return std::find(taken.begin(), taken.end(), code) != taken.end(); };
    auto code = std::string(wanted.substr(0, longest_code));
    for (int number = 2; is_taken(code); ++number)
        code = code_below(wanted, std::to_string(number));
    return code;
}

} // namespace toguna::bodies
