#pragma once
/// Identifiers of coordination bodies, for rules that only point to them.

#include "base/id.hpp"

namespace toguna::bodies {

using BodyId = Id<struct BodyTag>;
using MembershipId = Id<struct MembershipTag>;

} // namespace toguna::bodies
