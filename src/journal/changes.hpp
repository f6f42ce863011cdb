#pragma once
/// What differs between the two states an event keeps, in a line a person can read.

#include <string>
#include <string_view>

namespace toguna::journal {

/// « status: to_do → done_to_confirm; version: 1 → 2 » of two JSON objects: only what changed. With one of them empty,
/// the fields of the other: « reference: NUT-2026-001; status: to_do ». Text that is no JSON object is given back as it is.
std::string changes_between(std::string_view before, std::string_view after);

} // namespace toguna::journal
