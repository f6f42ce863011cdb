#pragma once
/// How a plan is laid out as a table: which gaps stand together beside which actions. Page, DOCX and PDF share it.

#include "actions/action_plan.hpp"

namespace toguna::actions {

/// Gaps that follow each other and have exactly the same actions: they stand beside one merged cell.
struct GapGroup {
    std::vector<Gap const*> gaps; ///< empty for actions that answer no gap
    std::vector<ActionPoint const*> actions;
};

struct SectionGroups {
    Section const* section = nullptr; ///< null for actions that belong to no section of the plan
    std::vector<GapGroup> groups;
};

/// In the plan's order; actions without gap are the last group of their section. Every action of the plan is in at least
/// one group, and an action that gaps share which do not follow each other is in several. Points into `plan`.
std::vector<SectionGroups> groups_of(ActionPlan const& plan);

} // namespace toguna::actions
