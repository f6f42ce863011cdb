#include "web/digest.hpp"

#include <sodium.h>

#include <array>

namespace toguna::web {

namespace {

unsigned char const* as_bytes(std::string_view text) { return reinterpret_cast<unsigned char const*>(text.data()); }

template<std::size_t Size>
std::string blake2b_hexadecimal(std::string_view bytes, std::string_view key)
{
    std::array<unsigned char, Size> hash;
    crypto_generichash(hash.data(), hash.size(), as_bytes(bytes), bytes.size(), key.empty() ? nullptr : as_bytes(key), key.size());
    std::string text(2 * Size + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), hash.data(), hash.size());
    text.pop_back();
    return text;
}

} // namespace

std::string digest(std::string_view bytes) { return blake2b_hexadecimal<32>(bytes, {}); }

std::string keyed_digest(std::string_view key, std::string_view purpose, std::string_view bytes)
{
    // A key of any length becomes one of 64 bytes, as BLAKE2b wants at most; the purpose takes part in it.
    return blake2b_hexadecimal<32>(bytes, digest(std::string(purpose) + '\n' + std::string(key)));
}

std::string content_digest(std::string_view bytes) { return blake2b_hexadecimal<16>(bytes, {}); }

bool same_secret(std::string_view left, std::string_view right)
{
    return !left.empty() && left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::string to_base64url(std::string_view bytes)
{
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), as_bytes(bytes), bytes.size(), variant);
    text.pop_back();
    return text;
}

std::string from_base64url(std::string_view text)
{
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    char const* end = nullptr;
    if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr, &size, &end,
            sodium_base64_VARIANT_URLSAFE_NO_PADDING)
            != 0
        || end != text.data() + text.size())
        return {};
    bytes.resize(size);
    return bytes;
}

} // namespace toguna::web
