#pragma once
/// Text files say nothing about their encoding: it is found from the bytes.

#include <string>
#include <string_view>

namespace toguna::formats {

/// UTF-8 from UTF-8, UTF-16 (either order, with or without mark) or Windows-1252, which is what French Excel writes
/// when nothing else is asked. The byte order mark is removed; line ends stay as they are.
std::string decode_text(std::string_view bytes);

} // namespace toguna::formats
