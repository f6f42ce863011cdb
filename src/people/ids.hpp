#pragma once
/// Identifiers of the actors, for rules that only point to them.

#include "base/id.hpp"

namespace toguna::people {

using OrganizationId = Id<struct OrganizationTag>;
using PersonId = Id<struct PersonTag>;
using AffiliationId = Id<struct AffiliationTag>;

} // namespace toguna::people
