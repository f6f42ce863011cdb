#pragma once
/// Who belongs to a body, in which role, from when until when.

#include "base/period.hpp"
#include "base/result.hpp"
#include "bodies/ids.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace toguna::bodies {

enum class MembershipRole { Coordinator, CoCoordinator, InformationManager, Member, Observer };

/// In the order a list shows them.
std::vector<MembershipRole> const& membership_roles();
std::string_view name_of(MembershipRole role); ///< "co_coordinator"
std::optional<MembershipRole> membership_role_from(std::string_view name);
Text label_of(MembershipRole role); ///< « Co-coordination »

/// Held by an organisation, by a person, or by a person for an organisation: « Awa Sanou, coordinatrice, pour la FAO ».
struct Membership {
    MembershipId id;
    BodyId body;
    std::optional<people::OrganizationId> organization;
    std::optional<people::PersonId> person;
    MembershipRole role = MembershipRole::Member;
    Period period; ///< the last day still counts
};

/// Invalid without an organisation and without a person. A lead agency may hold the coordination before it has named
/// somebody: nobody acts under it until then (rights.hpp).
Result<Membership> checked(Membership membership);

} // namespace toguna::bodies
