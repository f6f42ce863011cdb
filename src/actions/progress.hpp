#pragma once
/// How an action moves from « à faire » to « close »: who may say what, and what each word needs (practice.md §4.2, domain invariants 13–14).

#include "actions/action_plan.hpp"

namespace toguna::actions {

/// In what capacity somebody speaks about one action.
enum class ProgressRole {
    Owner,       ///< responsible for it, signed in or by the personal link of a reminder
    Member,      ///< belongs to the body, is not responsible for this action
    Coordinator, ///< coordinator, co-coordinator or information manager of the body
};

struct ProgressActor {
    ProgressRole role = ProgressRole::Member;
    /// Empty for somebody the installation does not know as a person.
    std::optional<people::PersonId> person;
    /// The organization for which they speak; names the member state of a collective action.
    std::optional<people::OrganizationId> organization;
};

/// What happened, in the words of the page with the four answers and of the coordinator's page.
struct Start { };
struct ReportDone {
    std::string note; ///< may be empty: the owner answers with one tap
};
struct Block {
    std::string reason;
};
struct MoveDeadline {
    Due due;
    std::string reason; ///< may be empty
};
struct ConfirmClosed {
    std::string note;
    bool has_evidence = false; ///< a document or a link is attached
};
struct SendBack {
    std::string reason;
};
struct Abandon {
    std::string reason;
};
struct Reopen {
    std::string reason;
};
using Progress = std::variant<Start, ReportDone, Block, MoveDeadline, ConfirmClosed, SendBack, Abandon, Reopen>;

/// "start", "report_done", "block", "move_deadline", "confirm_closed", "send_back", "abandon", "reopen".
std::string_view name_of(Progress const& progress);

/// What the rules must know besides the action.
struct ProgressSetting {
    Date today;
    ProgressActor actor;
    /// Who wrote the action; a high priority is not closed by its author (domain invariant 13).
    std::optional<people::PersonId> author;
};

/// The action as it stands afterwards, version raised; the same action untouched in storage when it is refused.
/// Forbidden: this role may not say this. Invalid: a note, reason, date or evidence is missing (by field). Conflict: the
/// action is not in a state where this means anything.
///
/// For a collective action (`member_states` not empty), ReportDone, Block and Start of an organization change its own
/// state; the action waits for confirmation once every member is done or has abandoned.
Result<ActionPoint> advance(ActionPoint action, Progress const& progress, ProgressSetting const& setting);

/// What the page offers: the steps that `advance` would not refuse as Forbidden or Conflict, by name.
std::vector<std::string_view> offered_steps(ActionPoint const& action, ProgressRole role);

/// A deadline that passed while the action was open: those that were moved, and the present one.
/// `earlier_deadlines` are the deadlines the action had before, oldest first, each with the day it was replaced.
struct ReplacedDeadline {
    Date deadline;
    Date replaced_on;
};
int missed_dates(ActionPoint const& action, std::vector<ReplacedDeadline> const& earlier_deadlines, Date today);

/// practice.md §4.2 (6): after two missed dates the coordinator is told; after three the action is proposed for the agenda
/// of the body above.
enum class Escalation { None, TellCoordinator, ProposeToBodyAbove };
constexpr Escalation escalation_after(int missed)
{
    if (missed >= 3)
        return Escalation::ProposeToBodyAbove;
    return missed == 2 ? Escalation::TellCoordinator : Escalation::None;
}

} // namespace toguna::actions
