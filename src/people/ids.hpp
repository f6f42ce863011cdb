#pragma once
/// Identifiers of the actors, for rules that only point to them.

#include "base/id.hpp"

namespace toguna::people {

using OrganizationId = Id<struct OrganizationTag>;
using PersonId = Id<struct PersonTag>;
using AffiliationId = Id<struct AffiliationTag>;
using ContactDetailId = Id<struct ContactDetailTag>;
using PostId = Id<struct PostTag>;
using PostHoldingId = Id<struct PostHoldingTag>;
using DataRequestId = Id<struct DataRequestTag>;
using AcronymId = Id<struct AcronymTag>;

} // namespace toguna::people
