#pragma once
/// Packs files into a ZIP in memory: same input, same bytes.

#include <string>
#include <vector>

namespace toguna::formats {

struct ZipEntry {
    std::string name;
    std::string bytes;
};

/// In the order given, deflated, dated 1 January 1980 as the archive's own zero. Throws std::runtime_error only when memory is exhausted.
std::string write_zip(std::vector<ZipEntry> const& entries);

} // namespace toguna::formats
