#pragma once
/// What a handed-in file is, by its bytes.

#include "documents/stored_file.hpp"

namespace toguna::documents {

/// Invalid says what was found instead of a document, and what to do.
Result<FileKind> recognise_file(std::string_view bytes);

} // namespace toguna::documents
