#pragma once
/// Files that travel inside the executable, made by tools/embed_files.

#include <span>
#include <string_view>

namespace toguna::web {

struct EmbeddedFile {
    std::string_view name;  ///< without directory: "style.css", "fr.mo"
    std::string_view bytes;
};

std::span<EmbeddedFile const> embedded_files();

/// Empty when there is no such file.
std::string_view embedded_file(std::string_view name);

} // namespace toguna::web
