#pragma once
/// What both engines can keep as text.

#include <string_view>

namespace toguna::db {

/// Well-formed UTF-8 without a NUL: PostgreSQL refuses anything else, SQLite would keep it and hand it out later.
bool is_storable_text(std::string_view text);

} // namespace toguna::db
