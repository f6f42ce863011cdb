#include "bodies/membership.hpp"

#include <algorithm>
#include <array>

namespace toguna::bodies {

namespace {

struct StatusName {
    MembershipStatus status;
    std::string_view name;
};

constexpr std::array<StatusName, 4> status_names { {
    { MembershipStatus::Member, "member" },
    { MembershipStatus::Observer, "observer" },
    { MembershipStatus::Candidate, "candidate" },
    { MembershipStatus::Suspended, "suspended" },
} };

} // namespace

std::vector<MembershipStatus> const& membership_statuses()
{
    static std::vector<MembershipStatus> const statuses { MembershipStatus::Member, MembershipStatus::Observer, MembershipStatus::Candidate, MembershipStatus::Suspended };
    return statuses;
}

std::string_view name_of(MembershipStatus status)
{
    return std::find_if(status_names.begin(), status_names.end(), [&](auto const& row) { return row.status == status; })->name;
}

std::optional<MembershipStatus> membership_status_from(std::string_view name)
{
    for (auto const& row : status_names)
        if (row.name == name)
            return row.status;
    return {};
}

Text label_of(MembershipStatus status)
{
    switch (status) {
    case MembershipStatus::Member: return tr("Member");
    case MembershipStatus::Observer: return tr("Observer");
    case MembershipStatus::Candidate: return tr("Candidate");
    case MembershipStatus::Suspended: break;
    }
    return tr("Suspended");
}

Result<Membership> checked(Membership membership)
{
    if (!membership.organization && !membership.person)
        return fail(Error { ErrorKind::Invalid, tr("This membership cannot be saved as it is."),
            { { "organization", tr("Choose an organisation, a person, or both.") } }, {} });
    return membership;
}

bool lets_see(MembershipStatus status)
{
    return status == MembershipStatus::Member || status == MembershipStatus::Observer;
}

} // namespace toguna::bodies
