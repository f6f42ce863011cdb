#pragma once
/// What the fuzz targets share. A mutated ZIP dies at its checksums: the fuzzer changes the XML instead, and a fresh
/// archive is made around it.

#include "formats/fixtures/archive_of_parts.hpp"
#include "formats/table.hpp"

#include <cstdint>

namespace toguna::formats::fuzz {

using fixtures::archive_of;

/// Small bounds, so that a run is spent on shapes and not on size.
inline constexpr ReadLimits limits { 1 << 20, 8 << 20, 4 << 20, 2'000, 50'000 };

/// The input cut at its first zero bytes: several parts from one mutated text.
inline std::string_view next_part(std::string_view& input)
{
    auto const end = input.find('\0');
    auto const part = input.substr(0, end);
    input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
    return part;
}

} // namespace toguna::formats::fuzz
