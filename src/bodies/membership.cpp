#include "bodies/membership.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

struct RoleName {
    MembershipRole role;
    std::string_view name;
};

constexpr std::array<RoleName, 5> role_names { {
    { MembershipRole::Coordinator, "coordinator" },
    { MembershipRole::CoCoordinator, "co_coordinator" },
    { MembershipRole::InformationManager, "information_manager" },
    { MembershipRole::Member, "member" },
    { MembershipRole::Observer, "observer" },
} };

} // namespace

std::vector<MembershipRole> const& membership_roles()
{
    static std::vector<MembershipRole> const roles { MembershipRole::Coordinator, MembershipRole::CoCoordinator, MembershipRole::InformationManager,
        MembershipRole::Member, MembershipRole::Observer };
    return roles;
}

std::string_view name_of(MembershipRole role)
{
    return std::find_if(role_names.begin(), role_names.end(), [&](auto const& row) { return row.role == role; })->name;
}

std::optional<MembershipRole> membership_role_from(std::string_view name)
{
    for (auto const& row : role_names)
        if (row.name == name)
            return row.role;
    return {};
}

Text label_of(MembershipRole role)
{
    switch (role) {
    case MembershipRole::Coordinator: return tr("Coordinator");
    case MembershipRole::CoCoordinator: return tr("Co-coordinator");
    case MembershipRole::InformationManager: return tr("Information management officer");
    case MembershipRole::Member: return tr("Member");
    case MembershipRole::Observer: break;
    }
    return tr("Observer");
}

Result<Membership> checked(Membership membership)
{
    if (!membership.organization && !membership.person)
        return fail(Error { ErrorKind::Invalid, tr("This membership cannot be saved as it is."),
            { { "organization", tr("Choose an organisation, a person, or both.") } }, {} });
    return membership;
}

} // namespace toguna::bodies
