#pragma once
/// Foreign and typed text made fit for XML, PDF and paper: what a file format cannot hold never reaches it.

#include <string>
#include <string_view>

namespace toguna::formats {

/// Valid UTF-8 in Unicode's sense: bytes that are none (surrogates, overlong forms, strays) become U+FFFD, one for each
/// broken sequence; control characters but '\n' are dropped, '\t' becomes a space, "\r\n" and '\r' become '\n'.
std::string clean_text(std::string_view text);

/// clean_text with the narrow no-break space U+202F as U+00A0: many fonts of Word and of printers lack the narrow one (ux.md).
std::string office_text(std::string_view text);

} // namespace toguna::formats
