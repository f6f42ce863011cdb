#pragma once
/// Names of the IANA time zones.

#include <string_view>

namespace toguna::web {

/// Whether the machine knows such a zone: "Africa/Ouagadougou".
bool is_time_zone(std::string_view name);

} // namespace toguna::web
