#pragma once
/// What people do to a plan beside writing its gaps and actions: move, split, merge, carry to the next year.

#include "actions/plan_view.hpp"
#include "actions/store.hpp"
#include "functions/catalogue_store.hpp"

namespace toguna::actions {

/// From and to other plans, in two statements.
Result<CarriedActions> carried_actions(db::Reader const& db, PlanId const& plan);

/// The functions of the plan's own version of the catalogue: old plans keep their labels.
Result<functions::Catalogue> catalogue_of_plan(db::Reader const& db, PlanId const& plan);

/// In order.
Result<std::vector<Section>> sections_of(db::Reader const& db, PlanId const& plan);
/// NotFound unless it belongs to that plan: the right was asked on the plan's body.
Result<Section> find_section_of(db::Reader const& db, PlanId const& plan, SectionId const& section);
Result<StoredGap> find_gap_of(db::Reader const& db, PlanId const& plan, GapId const& gap);
Result<ActionPoint> find_action_of(db::Reader const& db, PlanId const& plan, ActionId const& action);

/// Exchanges with the neighbour; nothing happens at the ends.
Result<void> move_section(db::Transaction& tx, PlanId const& plan, SectionId const& section, Direction direction, Act const& act);

/// Conflict when the section no longer reads as `read` did: somebody renamed it in between.
Result<void> rename_section(db::Transaction& tx, PlanId const& plan, Section const& read, Section const& written, Act const& act);

/// The first text stays with the action, each further one becomes an action of its own right after it, with the same gaps,
/// deadline and responsible. Invalid with fewer than two texts, Conflict when the action was changed since `version`.
Result<void> split_action(db::Transaction& tx, ActionId const& action, std::int64_t version, std::vector<std::string> const& texts, Act const& act);

/// `other` is removed; its gaps and responsible join those of `kept`. Conflict when either was changed since its version was
/// read, Invalid when they are the same action or of different plans.
struct ReadAction {
    ActionId id;
    std::int64_t version = 0;
};
Result<void> merge_actions(db::Transaction& tx, ReadAction const& kept, ReadAction const& other, Act const& act);

/// The gaps an action answers; the section follows the first of them. Conflict when it was changed since `version`.
Result<void> link_action(db::Transaction& tx, ActionId const& action, std::int64_t version, std::vector<GapId> const& gaps, Act const& act);

/// Continues those actions of the plan `from` in the plan `to`, with their gaps and sections, which are made where the plan
/// has none of that title or text. What was carried before is left out. Gives how many were carried.
Result<int> carry_actions(db::Transaction& tx, PlanId const& from, PlanId const& to, std::vector<ActionId> const& actions, Act const& act);

} // namespace toguna::actions
