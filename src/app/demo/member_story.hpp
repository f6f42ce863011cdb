#pragma once
/// Tells how members of the nutrition cluster and of the donors' group take part, and what these bodies pass on and follow.

#include "app/demo/story.hpp"

namespace toguna::app::demo {

/// `settlers` lives as long as the story.
void tell_members(Story& story, Settlers const& settlers);
void tell_referrals(Story& story, Settlers const& settlers);

} // namespace toguna::app::demo
