#pragma once
/// The eight responsibilities of a co-coordination (S0-66): what the form lists, and what the end of a mandate is reviewed against.

#include "base/text.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace toguna::terms {

enum class Responsibility { Meetings, InterCluster, Functions, Performance, WorkingGroups, ResponseCapacity, Allocations, Communication };

/// In the order of the terms of reference.
std::vector<Responsibility> const& responsibilities();
std::string_view name_of(Responsibility responsibility); ///< "response_capacity"
std::optional<Responsibility> responsibility_from(std::string_view name);
Text label_of(Responsibility responsibility);
/// What the organisation promises in it: a line of the engagement form (S0-62).
Text commitment_of(Responsibility responsibility);

} // namespace toguna::terms
