#pragma once
/// Passwords are kept as argon2id hashes (RFC 9106 through libsodium): 64 MiB, two passes, about 80 ms.

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace toguna::accounts {

/// What a hash costs. Rises with the machines: hashes made cheaper are renewed at the next sign-in.
struct HashCost {
    unsigned long long passes = 2;
    std::size_t memory_bytes = 64u * 1024 * 1024;
};

/// At most two run at once, whoever asks, so that a rush of sign-ins does not eat the memory. Unavailable when the
/// memory is not there.
Result<std::string> hash_password(std::string_view password, HashCost cost = {});

struct PasswordCheck {
    bool right = false;
    bool needs_rehash = false; ///< right, but made at a lower cost
};

/// An empty hash — no such account, or none with a password — costs the same time and is never right.
PasswordCheck check_against(std::string_view password, std::string const& hash, HashCost cost = {});

} // namespace toguna::accounts
