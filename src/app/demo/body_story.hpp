#pragma once
/// What became of the bodies of the demonstration country: their lives, charters, other names, counterparts, one public page.

#include "app/demo/settlers.hpp"

namespace toguna::app::demo {

Result<void> tell_bodies(db::Transaction& tx, Settlers const& settlers, Instant now, Chance& chance);

} // namespace toguna::app::demo
