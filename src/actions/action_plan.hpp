#pragma once
/// The action plan of a body for a year, as S1 has it: sections, gaps (« défis et gaps »), actions shared by gaps, deadlines.

#include "actions/due.hpp"
#include "base/id.hpp"
#include "base/percentage.hpp"
#include "base/result.hpp"
#include "bodies/ids.hpp"
#include "people/ids.hpp"

#include <optional>
#include <string>
#include <vector>

namespace toguna::actions {

using PlanId = Id<struct PlanTag>;
using SectionId = Id<struct SectionTag>;
using GapId = Id<struct GapTag>;
using ActionId = Id<struct ActionTag>;
using OccurrenceId = Id<struct OccurrenceTag>;

/// The life of an action (practice.md §4.2): what its owner calls done waits for the coordinator or the next meeting.
enum class Status { ToDo, InProgress, Blocked, DoneToConfirm, Closed, Abandoned };

std::string_view name_of(Status status); ///< "to_do", "in_progress", "blocked", "done_to_confirm", "closed", "abandoned"
std::optional<Status> status_from(std::string_view name);
constexpr bool is_open(Status status) { return status != Status::Closed && status != Status::Abandoned; }

enum class Priority { Normal, High };

/// Who is responsible: one kind of actor each. A body (« membres du cluster ») stands for all of its member organizations.
struct Responsible {
    enum class Kind { Person, Organization, Body, Unit } kind;
    /// Id of the person, organization or body; empty for a unit and for a name nobody recognised yet.
    std::string id;
    /// The name as it is shown; for a unit (« la coordination du cluster ») the only thing known.
    std::string name;
    bool operator==(Responsible const&) const = default;
};

/// What one member organization owes of an action that the whole body carries (domain invariant 14).
struct MemberState {
    people::OrganizationId organization;
    std::string organization_name;
    Status status = Status::ToDo;
    std::string note;
};

/// One period of a recurring action: done, not done, or not yet said.
struct Occurrence {
    OccurrenceId id;
    Date period_start;
    Date period_end;
    std::optional<bool> done;
    std::string evidence;
};

struct ActionPoint {
    ActionId id;
    bodies::BodyId body;
    std::optional<PlanId> plan = {};
    std::optional<SectionId> section = {};
    std::string reference = {};   ///< stable and speakable: « NUT-2025-014 »
    std::string text = {};
    std::vector<GapId> gaps = {}; ///< in the plan's order; an action under two gaps counts once
    Due due = {};
    std::string due_text = {};    ///< the words of the document it came from
    std::optional<Date> first_deadline = {}; ///< stays when the deadline moves
    int postponements = 0;
    Priority priority = Priority::Normal;
    Status status = Status::ToDo;
    std::string status_reason = {}; ///< required for Blocked and Abandoned
    std::string closing_note = {};  ///< required for Closed
    std::optional<Date> closed_on = {};
    std::optional<int> progress = {}; ///< percent typed by a person; not the execution rate
    std::vector<Responsible> responsible = {}; ///< the first is the one who answers
    std::vector<MemberState> member_states = {};
    std::vector<Occurrence> occurrences = {};
    std::optional<ActionId> carried_from = {}; ///< the action of last year's plan it continues
    std::int64_t version = 1;  ///< rises with each change; a form carries it back
};

struct Gap {
    GapId id;
    SectionId section;
    std::string text;
};

struct Section {
    SectionId id;
    std::string title;
    std::string core_function; ///< code of the catalogue, or empty when it is none of the functions
};

struct ActionPlan {
    PlanId id;
    bodies::BodyId body;
    int year = 0;
    std::string title;
    std::vector<Section> sections;
    std::vector<Gap> gaps;            ///< in order, section by section
    std::vector<ActionPoint> actions; ///< in order
    std::int64_t version = 1;
};

/// Late: open, with a deadline before `today`, and not waiting for confirmation.
bool is_late(ActionPoint const& action, Date today);

/// Occurrences done ÷ occurrences whose period has ended or that are done; empty when there is none (S1-7).
std::optional<Percentage> execution_rate(std::vector<Occurrence> const& occurrences, Date today);

/// Totals of a plan or a register view. Actions count once, whatever the number of their gaps.
struct PlanFigures {
    int actions = 0;
    int closed = 0;
    int to_confirm = 0;
    int open = 0;
    int late = 0;
    int blocked = 0;
    int abandoned = 0;
    int without_due = 0;
    int without_responsible = 0;
    /// Closed ÷ (actions − abandoned), recurring ones by their occurrences; empty for an empty plan.
    std::optional<Percentage> execution;
};
PlanFigures figures_of(std::vector<ActionPoint> const& actions, Date today);

} // namespace toguna::actions
