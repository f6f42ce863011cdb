#pragma once
/// Reads the story of an action.

#include "actions/action_story.hpp"

namespace toguna::actions {

/// In a constant number of statements.
Result<ActionStory> story_of(db::Reader const& db, ActionId const& action);

} // namespace toguna::actions
