#pragma once
/// BLAKE2b-256 (libsodium), for checksums, chains and the storage of secrets.

#include <memory>
#include <string>
#include <string_view>

namespace toguna {

/// Fed piece by piece; the pieces together are what is hashed.
class Blake2b {
public:
    Blake2b();
    ~Blake2b();
    void add(std::string_view bytes);
    /// 64 hexadecimal digits. The hash takes nothing more afterwards.
    std::string hex();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

std::string blake2b_hex(std::string_view bytes);

} // namespace toguna
