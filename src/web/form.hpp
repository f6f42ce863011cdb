#pragma once
/// Foreign text becomes fields here: percent-encoding, urlencoded bodies, queries, multipart bodies.

#include "base/result.hpp"
#include "web/request.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace toguna::web {

/// What one form may hold. A form of ours has some hundred fields at most.
struct FormLimits {
    std::size_t fields = 5'000;
    std::size_t files = 20;
    std::size_t field_bytes = 1024 * 1024;  ///< of one value
    std::size_t part_header_bytes = 4096;   ///< of one multipart part
};

/// "%C3%A9" → "é". Empty when an escape is broken.
std::optional<std::string> percent_decode(std::string_view text);

/// Well-formed UTF-8 without NUL, which PostgreSQL cannot keep.
bool is_storable_text(std::string_view text);

/// "a=1&b=two+words". Line ends of text areas (CR LF by the standard) become LF. Invalid says what is wrong.
Result<Fields> decode_urlencoded(std::string_view text, FormLimits const& limits = {});

/// The value of a parameter in `multipart/form-data; boundary="x"` or `form-data; name="a"`; empty when there is none.
std::optional<std::string> header_parameter(std::string_view header, std::string_view name);

/// Reads the body of `request` by its content type into `form` and `files`. Other types leave both empty.
Result<void> decode_form(Request& request, std::string_view body, FormLimits const& limits = {});

} // namespace toguna::web
