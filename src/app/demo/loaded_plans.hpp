#pragma once
/// What came by files and by mail: a plan loaded late, a file that waits for its corrections, the reminders of three weeks.

#include "app/demo/story.hpp"

namespace toguna::app::demo {

/// `settlers` lives as long as the story.
void tell_loaded_plans(Story& story, Settlers const& settlers);
void tell_reminders(Story& story, Settlers const& settlers);

} // namespace toguna::app::demo
