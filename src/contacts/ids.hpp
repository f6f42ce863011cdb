#pragma once
/// Identifiers of imports and channels.

#include "base/id.hpp"

namespace toguna::contacts {

using ContactDraftId = Id<struct ContactDraftTag>;
using ContactImportId = Id<struct ContactImportTag>;
using ChannelId = Id<struct ChannelTag>;
using EnrolmentId = Id<struct EnrolmentTag>;

} // namespace toguna::contacts
