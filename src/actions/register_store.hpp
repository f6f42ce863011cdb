#pragma once
/// What the filters of the register offer. The rows themselves: store.hpp.

#include "actions/store.hpp"

namespace toguna::actions {

/// Plans of these bodies (nullopt: of all), newest year first.
Result<std::vector<PlanSummary>> plan_choices(db::Reader const& db, std::optional<std::vector<bodies::BodyId>> const& bodies);

} // namespace toguna::actions
