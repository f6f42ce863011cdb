#pragma once
/// Tells what became of one action after it was written.

#include "app/demo/story.hpp"

namespace toguna::app::demo {

struct ToldAction {
    PlanLine const& line;
    DemoPlan const& plan;
    std::size_t index;       ///< of the line: spreads the days
    Instant written_at;      ///< when the plan was adopted
    Date story_ends;         ///< today; for a plan of the past, before the next one was adopted
    actions::ActionId id;
    std::string_view owner;  ///< key of the person who answers for it
    std::vector<actions::Due> dues; ///< as adopted, then as moved
};

void tell_fate(Story& story, Settlers const& settlers, ToldAction const& action);

} // namespace toguna::app::demo
