#pragma once
/// The reader of dates of base, under the name by which features know it.

#include "base/read_date.hpp"

namespace toguna::people {

using toguna::read_date;
using toguna::unreadable_date;

} // namespace toguna::people
