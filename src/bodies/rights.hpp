#pragma once
/// Who may do what in a body on a day, and why. Pure: the facts are read elsewhere (rights_store.hpp). Rights come from
/// memberships, mandates, engagements and delegations, never from a separate list.

#include "bodies/absence.hpp"
#include "bodies/delegation.hpp"
#include "bodies/engagement.hpp"
#include "bodies/mandate.hpp"
#include "bodies/membership.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::bodies {

enum class Right {
    ViewBody,
    EditPlan,
    ConfirmAction,
    ManageMembers,
    ReadReminderLog,
    ManageBody,
    ManageMandates,     ///< name and end mandates, sign engagements
    Delegate,           ///< lend powers of one's own mandate
    ViewCoordination,   ///< contact details and notes that only the coordination sees
    Publish,
    Chair,
    Represent,
    Validate,
};

std::vector<Right> const& rights();
std::string_view name_of(Right right); ///< "edit_plan": the word of web::Right
std::optional<Right> right_from(std::string_view name);
Text label_of(Right right); ///< « Modifier le plan d’action »

/// One membership that reaches the visitor: their own, or the one of an organisation they are affiliated to that day.
struct HeldMembership {
    MembershipStatus status = MembershipStatus::Member;
    Period period;
    bool by_organization = false;
};

/// One mandate that reaches the visitor.
struct HeldMandate {
    MandateRole role = MandateRole::Coordinator;
    Period period;
    std::vector<EngagedSpan> engaged = {}; ///< of the signed letters that back it
    bool by_organization = false;          ///< held by their organisation: they see, they do not act
    bool in_parent = false;                ///< of the cluster whose technical working group this body is (S0-46)

    bool is_in_force(Date day) const { return period.contains(day) && is_engaged(engaged, day); }
};

/// One delegation to a mandate of the visitor, with the mandates on both sides.
struct HeldDelegation {
    Delegation delegation;
    HeldMandate from;
    HeldMandate to;
    std::string delegator; ///< name
};

/// Past and future ones too: an expired one explains a refusal.
struct VisitorFacts {
    bool signed_in = false;
    bool administrator = false;
    std::vector<HeldMembership> memberships = {};
    std::vector<HeldMandate> mandates = {};
    std::vector<HeldDelegation> delegations = {};
    Date today;                                 ///< in the body's country
    std::string body_name = {};
    std::vector<std::string> coordinators = {}; ///< names of those who can help today
    Chairing chairing = {};                     ///< who chairs today, and why
    std::string person = {};                    ///< id of the visitor's person, or empty
};

/// The answer and its reason, one sentence: what the « pourquoi » page shows.
struct Decision {
    bool allowed = false;
    Text because;
    /// Name of whom one acts for: who delegated the power, or the absent one one stands in for. Empty: on one's own account.
    std::string in_place_of = {};
};

/// - Coordinator, chef de file and facilitator act in everything, external publication included (S0-30).
/// - Co-coordinator, entrant, chair, information manager, secretary and assistant do the daily work; a chair chairs,
///   represents and validates; everything else needs a delegation.
/// - Focal points, the sortant and the lead of the performance review see the body as its coordination does.
/// - Co-coordinator and entrant chair and represent when the first one is absent or missing (invariant 5).
/// - Members and observers see; candidates and suspended members do not.
/// - A mandate held by an organisation lets its people see; acting is for named persons.
/// - A mandate ends with its last day; past the end of its engagement it still lets see, and nothing else (invariant 3).
/// - Coordinator and co-coordinator of a cluster facilitate its technical working groups (S0-46).
/// - A delegation gives exactly the powers it names, while both mandates are in force (invariant 4).
/// Administrators may do everything in the installation, except what speaks for a body: publish, chair, represent.
Decision explain(Right right, VisitorFacts const& facts);

/// `explain` as a Result: Forbidden says why not, since when, and who can help.
Result<void> decide(Right right, VisitorFacts const& facts);

/// What a role gives by itself while it is in force.
bool grants(MandateRole role, Right right);

/// The power that a right asks for; empty for rights of daily work, which cannot be delegated.
std::optional<Power> power_of(Right right);

} // namespace toguna::bodies
