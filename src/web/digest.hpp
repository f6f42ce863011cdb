#pragma once
/// Hashes of secrets and pages: BLAKE2b, the same for sessions, tokens, notices and ETags.

#include <string>
#include <string_view>

namespace toguna::web {

/// 256 bits as 64 hexadecimal digits. What the database keeps of a secret.
std::string digest(std::string_view bytes);
/// The same, keyed: only who knows `key` can make it. `purpose` separates the uses of one key.
std::string keyed_digest(std::string_view key, std::string_view purpose, std::string_view bytes);
/// 128 bits as 32 hexadecimal digits: names a content, proves nothing.
std::string content_digest(std::string_view bytes);
/// Takes the same time wherever the texts differ; their lengths are no secret. Two empty texts are not equal: no token
/// is no proof.
bool same_secret(std::string_view left, std::string_view right);

std::string to_base64url(std::string_view bytes);
/// Empty when the text is no base64url.
std::string from_base64url(std::string_view text);

} // namespace toguna::web
