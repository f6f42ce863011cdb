#pragma once
/// Who belongs to a body, with which status, from when until when (S0-14). Who acts in it is a mandate (mandate.hpp).

#include "base/period.hpp"
#include "base/result.hpp"
#include "bodies/ids.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace toguna::bodies {

enum class MembershipStatus {
    Member,
    Observer,  ///< engages without formal participation: carries nothing
    Candidate, ///< asked to join, not yet accepted
    Suspended, ///< a member whose rights rest
};

/// In the order a list shows them.
std::vector<MembershipStatus> const& membership_statuses();
std::string_view name_of(MembershipStatus status); ///< "observer"
std::optional<MembershipStatus> membership_status_from(std::string_view name);
Text label_of(MembershipStatus status); ///< « Observateur »

/// Held by an organisation, by a person, or by a person for an organisation: « Haoua Tinguiri pour ASP ».
struct Membership {
    MembershipId id;
    BodyId body;
    std::optional<people::OrganizationId> organization;
    std::optional<people::PersonId> person;
    MembershipStatus status = MembershipStatus::Member;
    Period period; ///< the last day still counts
};

/// Invalid without an organisation and without a person.
Result<Membership> checked(Membership membership);

/// What the status lets people see: members and observers, while it lasts.
bool lets_see(MembershipStatus status);

} // namespace toguna::bodies
