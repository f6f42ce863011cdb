#pragma once
/// Who may do what in a body today. Pure: the facts are read elsewhere (rights_store.hpp).

#include "base/period.hpp"
#include "base/result.hpp"
#include "bodies/membership.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::bodies {

enum class Right { ViewBody, EditPlan, ConfirmAction, ManageMembers, ReadReminderLog, ManageBody };

std::vector<Right> const& rights();
std::string_view name_of(Right right); ///< "edit_plan": the word of web::Right
std::optional<Right> right_from(std::string_view name);
Text label_of(Right right); ///< « Modifier le plan d’action »

/// One membership that reaches the visitor: their own, or the one of an organisation they are affiliated to that day.
struct HeldRole {
    MembershipRole role = MembershipRole::Member;
    Period period;
    bool by_organization = false;
};

struct VisitorFacts {
    bool signed_in = false;
    bool administrator = false;
    std::vector<HeldRole> roles = {}; ///< past and future ones too: an expired one explains a refusal
    Date today;                       ///< in the body's country
    std::string body_name = {};
    std::vector<std::string> coordinators = {}; ///< names of those who can help today
};

/// Coordinator, co-coordinator and information manager work on the body; members and observers see it; administrators
/// may do everything. A role held by an organisation lets its people see, as members: acting roles are named persons'.
/// A role ends with the last day of its period: from 00:00 of the next, local time, it gives nothing (invariant 3).
/// Forbidden says why not, since when, and who can help.
Result<void> decide(Right right, VisitorFacts const& facts);

/// What a role gives while it lasts.
bool grants(MembershipRole role, Right right);

} // namespace toguna::bodies
