#pragma once
/// The encodings that carry any text through seven-bit mail, each a pure function.

#include <string>
#include <string_view>

namespace toguna::mail {

/// The same text with every sequence that is not UTF-8 replaced by U+FFFD.
std::string repaired_utf8(std::string_view text);

/// The same text on one line: control characters, line breaks among them, become spaces. What goes into a header
/// passes here first, so that nobody's words can start a header of their own.
std::string on_one_line(std::string_view text);

/// RFC 2047 "Q" words of at most 75 characters, none of which cuts a UTF-8 sequence, separated by a fold.
/// `column` is where the first word starts; no line passes 76 characters.
std::string encoded_words(std::string_view text, std::size_t column);

/// RFC 2045 §6.7: lines of at most 76 characters ending in CRLF, blanks at their end kept, "." and "From " at their
/// start hidden from careless relays.
std::string quoted_printable(std::string_view text);

/// RFC 2045 §6.8: lines of 76 characters ending in CRLF.
std::string base64_lines(std::string_view bytes);

/// RFC 2231 §3 and §4: `; name="value"` when it is short ASCII, else numbered percent-encoded pieces, each on its line.
std::string header_parameter(std::string_view name, std::string_view value);

} // namespace toguna::mail
