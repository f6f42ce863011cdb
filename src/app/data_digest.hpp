#pragma once
/// One number for everything that is stored, the same on both engines: what `toguna verify` compares.

#include "db/database.hpp"

#include <functional>
#include <map>
#include <string>

namespace toguna::app {

struct DataDigest {
    std::map<std::string, std::int64_t> rows; ///< per table
    std::string digest;                       ///< hex BLAKE2b-256 over every row of every table, in key order
};

/// Told while it goes on: which table, and how many rows of it so far.
using Progress = std::function<void(std::string_view table, std::int64_t rows)>;

Result<DataDigest> data_digest(db::Reader const& db, Progress const& progress = {});

} // namespace toguna::app
