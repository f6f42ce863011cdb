#pragma once
/// An e-mail as a value, and its bytes on the wire.

#include "base/result.hpp"

#include <string>
#include <vector>

namespace toguna::mail {

struct Address {
    std::string name;
    std::string address;
};

struct Attachment {
    std::string name;
    std::string content_type;
    std::string bytes;
};

struct Message {
    Address from;
    Address to;
    std::string subject;
    std::string text; ///< always
    std::string html = {}; ///< optional alternative
    std::vector<Attachment> attachments = {};
    std::vector<std::pair<std::string, std::string>> headers = {}; ///< List-Unsubscribe, Auto-Submitted …
};

/// Trims, checks one @, a dotted domain, no control character or comma; lower-cases the domain.
Result<std::string> parse_address(std::string_view text);

/// RFC 5322 and MIME: encoded words ≤ 75 characters that cut no UTF-8 sequence, quoted-printable text, base64 files,
/// RFC 2231 file names. `message_id` without brackets. A line break in a header is refused by encoding it away.
std::string compose(Message const& message, std::string const& message_id, Instant date);

} // namespace toguna::mail
