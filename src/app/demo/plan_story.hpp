#pragma once
/// Tells the story of one plan: how it was written, and what became of each of its actions.

#include "app/demo/story.hpp"

namespace toguna::app::demo {

/// `settlers` and the lines of `plan` live as long as the story.
void tell_plan(Story& story, Settlers const& settlers, DemoPlan const& plan, Chance& chance);

} // namespace toguna::app::demo
