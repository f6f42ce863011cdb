#include "bodies/mandate.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

struct RoleName {
    MandateRole role;
    std::string_view name;
};

constexpr std::array<RoleName, 13> role_names { {
    { MandateRole::LeadAgency, "lead_agency" },
    { MandateRole::Coordinator, "coordinator" },
    { MandateRole::CoCoordinator, "co_coordinator" },
    { MandateRole::DonorLead, "donor_lead" },
    { MandateRole::DonorIncoming, "donor_incoming" },
    { MandateRole::DonorOutgoing, "donor_outgoing" },
    { MandateRole::Chair, "chair" },
    { MandateRole::Facilitator, "facilitator" },
    { MandateRole::Secretary, "secretary" },
    { MandateRole::InformationManager, "information_manager" },
    { MandateRole::Assistant, "assistant" },
    { MandateRole::FocalPoint, "focal_point" },
    { MandateRole::PerformanceLead, "performance_lead" },
} };

struct LevelName {
    MandateLevel level;
    std::string_view name;
};

constexpr std::array<LevelName, 3> level_names { {
    { MandateLevel::National, "national" },
    { MandateLevel::Regional, "regional" },
    { MandateLevel::Local, "local" },
} };

} // namespace

std::vector<MandateRole> const& mandate_roles()
{
    static std::vector<MandateRole> const roles = [] {
        std::vector<MandateRole> result;
        for (auto const& row : role_names)
            result.push_back(row.role);
        return result;
    }();
    return roles;
}

std::string_view name_of(MandateRole role)
{
    return std::find_if(role_names.begin(), role_names.end(), [&](auto const& row) { return row.role == role; })->name;
}

std::optional<MandateRole> mandate_role_from(std::string_view name)
{
    for (auto const& row : role_names)
        if (row.name == name)
            return row.role;
    return {};
}

Text label_of(MandateRole role)
{
    switch (role) {
    case MandateRole::LeadAgency: return tr("Lead agency");
    case MandateRole::Coordinator: return tr("Coordinator");
    case MandateRole::CoCoordinator: return tr("Co-coordinator");
    case MandateRole::DonorLead: return tr("Lead donor");
    case MandateRole::DonorIncoming: return tr("Incoming lead donor");
    case MandateRole::DonorOutgoing: return tr("Outgoing lead donor");
    case MandateRole::Chair: return tr("Chair");
    case MandateRole::Facilitator: return tr("Facilitator");
    case MandateRole::Secretary: return tr("Secretary");
    case MandateRole::InformationManager: return tr("Information management officer");
    case MandateRole::Assistant: return tr("Assistant");
    case MandateRole::FocalPoint: return tr("Focal point");
    case MandateRole::PerformanceLead: break;
    }
    return tr("Lead of the performance review");
}

std::vector<MandateLevel> const& mandate_levels()
{
    static std::vector<MandateLevel> const levels { MandateLevel::National, MandateLevel::Regional, MandateLevel::Local };
    return levels;
}

std::string_view name_of(MandateLevel level)
{
    return std::find_if(level_names.begin(), level_names.end(), [&](auto const& row) { return row.level == level; })->name;
}

std::optional<MandateLevel> mandate_level_from(std::string_view name)
{
    for (auto const& row : level_names)
        if (row.name == name)
            return row.level;
    return {};
}

Text label_of(MandateLevel level)
{
    switch (level) {
    case MandateLevel::National: return tr("national");
    case MandateLevel::Regional: return tr("regional");
    case MandateLevel::Local: break;
    }
    return tr("local");
}

Result<Mandate> checked(Mandate mandate)
{
    Error error { ErrorKind::Invalid, tr("This mandate cannot be saved as it is."), {}, {} };
    if (!mandate.organization && !mandate.person)
        error.fields.push_back({ "organization", tr("Choose an organisation, a person, or both.") });
    if (mandate.role == MandateRole::LeadAgency && !mandate.organization)
        error.fields.push_back({ "organization", tr("A lead agency is an organisation: choose it.") });
    if (mandate.role == MandateRole::LeadAgency && mandate.person)
        error.fields.push_back({ "person", tr("A lead agency is an organisation. Name the person as coordinator, in a mandate of its own.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return mandate;
}

bool is_held_by_one(MandateRole role)
{
    return role == MandateRole::LeadAgency || role == MandateRole::DonorLead || role == MandateRole::DonorIncoming || role == MandateRole::DonorOutgoing;
}

bool coordinates(MandateRole role)
{
    return role <= MandateRole::InformationManager;
}

} // namespace toguna::bodies
