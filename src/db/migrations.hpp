#pragma once
/// The migrations of every feature, collected by the build.

#include "db/migrator.hpp"

#include <span>

namespace toguna::db {

/// In the order of their names.
std::span<Migration const> all_migrations();

} // namespace toguna::db
