#include "base/id.hpp"

#include <sodium.h>

#include <stdexcept>

namespace toguna {

namespace {

class SystemChance final : public Chance {
public:
    SystemChance()
    {
        if (sodium_init() < 0)
            throw std::runtime_error("libsodium cannot be initialised");
    }
    void fill(std::span<std::uint8_t> bytes) override { randombytes_buf(bytes.data(), bytes.size()); }
};

/// 36^25 > 2^128, so 25 digits always suffice; padded, so that text order is number order.
std::string base36(std::array<std::uint8_t, 16> const& bytes)
{
    unsigned __int128 number = 0;
    for (auto const byte : bytes)
        number = (number << 8) | byte;
    std::string text(25, '0');
    for (std::size_t place = 25; place-- > 0; number /= 36)
        text[place] = "0123456789abcdefghijklmnopqrstuvwxyz"[static_cast<unsigned>(number % 36)];
    return text;
}

} // namespace

Chance& system_chance()
{
    static SystemChance chance;
    return chance;
}

void SeededChance::fill(std::span<std::uint8_t> bytes)
{
    // SplitMix64: small, well spread, and reproducible on every machine.
    for (std::size_t at = 0; at < bytes.size(); at += 8) {
        m_state += 0x9e3779b97f4a7c15ull;
        auto mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ull;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebull;
        mixed ^= mixed >> 31;
        for (std::size_t byte = 0; byte < 8 && at + byte < bytes.size(); ++byte)
            bytes[at + byte] = static_cast<std::uint8_t>(mixed >> (8 * byte));
    }
}

std::string new_id_text(Instant now, Chance& chance)
{
    std::array<std::uint8_t, 16> bytes;
    chance.fill(bytes);
    auto const milliseconds = static_cast<std::uint64_t>(now.unix_milliseconds());
    for (std::size_t place = 0; place < 6; ++place)
        bytes[place] = static_cast<std::uint8_t>(milliseconds >> (8 * (5 - place)));
    bytes[6] = static_cast<std::uint8_t>(0x70 | (bytes[6] & 0x0f));
    bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
    return base36(bytes);
}

std::string new_unordered_id_text(Chance& chance)
{
    std::array<std::uint8_t, 16> bytes;
    chance.fill(bytes);
    return base36(bytes);
}

std::string new_secret(Chance& chance)
{
    std::array<std::uint8_t, 32> bytes;
    chance.fill(bytes);
    std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.resize(43);
    return text;
}

} // namespace toguna
