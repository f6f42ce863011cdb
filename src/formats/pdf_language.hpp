#pragma once
/// What Cairo 1.16 cannot say in a PDF: its language, and that readers show its title instead of its file name.

#include <string>
#include <string_view>

namespace toguna::formats::pdf {

/// Appends an incremental update (PDF 32000-1, 7.5.6) with /Lang in the catalogue, as screen readers need it (WCAG 3.1.1).
/// Gives the bytes back unchanged when they do not look like Cairo's.
std::string with_language(std::string pdf, std::string_view language);

} // namespace toguna::formats::pdf
