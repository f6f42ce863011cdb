#pragma once
/// What loading a file would do to a plan: what is added, what is changed, what is there already. Pure; writing is in import_store.

#include "actions/action_plan.hpp"
#include "actions/plan_import.hpp"

#include <map>

namespace toguna::actions {

enum class Change { Added, Changed, Unchanged };

struct SectionChange {
    Change change = Change::Added;
    std::optional<SectionId> id = {}; ///< of the plan's section it is; empty for a new one
    Section before = { SectionId::trusted(""), {}, {} };
    std::string title;
    std::string core_function;
};

struct GapChange {
    Change change = Change::Added;
    std::optional<GapId> id = {};
    std::size_t section = 0; ///< index into PlanChanges::sections
    std::string text;
    std::string former_text = {};
};

/// The parts of an action that a file can change.
enum class ActionField { Words, Place, Deadline, Owners, State, Note, Urgency, Share };

struct ActionChange {
    Change change = Change::Added;
    std::size_t imported = 0;             ///< index into ImportedPlan::actions
    std::optional<ActionPoint> before = {};
    /// As it will be written; `section` and `gaps` of the file come on top, by index, because they may be new themselves.
    ActionPoint after;
    std::size_t section = 0;              ///< index into PlanChanges::sections
    std::vector<std::size_t> gaps = {};   ///< indices into PlanChanges::gaps
    std::vector<ActionField> fields = {}; ///< what differs; empty unless it is Changed
};

/// Sections and gaps of a file that name the same thing are one: `section_of` and `gap_of` lead from the file's to them.
struct PlanChanges {
    std::vector<SectionChange> sections;
    std::vector<GapChange> gaps;
    std::vector<ActionChange> actions;
    std::vector<std::size_t> section_of;       ///< by index of ImportedPlan::sections
    std::map<std::string, std::size_t> gap_of; ///< by ImportedGap::id

    int count(Change change) const; ///< actions with that change
    bool changes_nothing() const;
};

/// Names as the file writes them → who they are. Names that are missing here stay units.
using ResponsibleByName = std::map<std::string, Responsible>;

/// What the rule cannot know from the two plans.
struct ChangeSetting {
    ResponsibleByName responsible;
    std::string untitled_section; ///< the title of what stands under none
    std::string missing_note;     ///< the reason or closing note of a status that the file gives without one
    Date today;
};

/// A row is known by the hidden id of our own export, otherwise by its words within its section (accents, case and marks
/// do not matter); a section by its id, its title, or its core function. An empty cell changes nothing: a file without a
/// column of statuses takes no status away. What the plan holds and the file does not stays as it is.
/// Loading the same file again gives only Unchanged.
PlanChanges plan_changes(ImportedPlan const& imported, ActionPlan const& existing, ChangeSetting const& setting);

} // namespace toguna::actions
