#pragma once
/// Pictures without what cameras and programs write beside them: place, device, owner, time, comments, small previews.

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace toguna::documents {

/// Keeps the picture, its colours, and which way up it is. Invalid when the picture is damaged or cut.
Result<std::string> clean_jpeg(std::string_view bytes);

/// Keeps the picture and its colours. Invalid when it is damaged or cut.
Result<std::string> clean_png(std::string_view bytes);

} // namespace toguna::documents
