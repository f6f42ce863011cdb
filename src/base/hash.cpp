#include "base/hash.hpp"

#include <sodium.h>

#include <array>

namespace toguna {

struct Blake2b::State {
    crypto_generichash_state hash;
};

Blake2b::Blake2b() : m_state(std::make_unique<State>()) { crypto_generichash_init(&m_state->hash, nullptr, 0, crypto_generichash_BYTES); }

Blake2b::~Blake2b() = default;

void Blake2b::add(std::string_view bytes)
{
    crypto_generichash_update(&m_state->hash, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
}

std::string Blake2b::hex()
{
    std::array<unsigned char, crypto_generichash_BYTES> digest;
    crypto_generichash_final(&m_state->hash, digest.data(), digest.size());
    std::string text(digest.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), digest.data(), digest.size());
    text.pop_back();
    return text;
}

std::string blake2b_hex(std::string_view bytes)
{
    Blake2b hash;
    hash.add(bytes);
    return hash.hex();
}

} // namespace toguna
