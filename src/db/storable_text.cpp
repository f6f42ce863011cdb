#include "db/storable_text.hpp"

#include <cstddef>
#include <cstdint>

namespace toguna::db {

namespace {

struct Lead {
    std::size_t length;     ///< bytes of the character, 0 when no character starts so
    std::uint32_t smallest; ///< below it the character has a shorter form
};

Lead lead_of(unsigned char byte)
{
    if (byte < 0x80)
        return { byte == 0 ? 0u : 1u, 0 };
    if ((byte & 0xe0) == 0xc0)
        return { 2, 0x80 };
    if ((byte & 0xf0) == 0xe0)
        return { 3, 0x800 };
    if ((byte & 0xf8) == 0xf0)
        return { 4, 0x10000 };
    return { 0, 0 };
}

} // namespace

bool is_storable_text(std::string_view text)
{
    while (!text.empty()) {
        auto const first = static_cast<unsigned char>(text.front());
        auto const [length, smallest] = lead_of(first);
        if (length == 0 || length > text.size())
            return false;
        std::uint32_t code = length == 1 ? first : first & (0xffu >> (length + 1));
        for (auto const byte : text.substr(1, length - 1)) {
            if ((static_cast<unsigned char>(byte) & 0xc0) != 0x80)
                return false;
            code = code << 6 | (static_cast<unsigned char>(byte) & 0x3f);
        }
        bool const is_surrogate = code >= 0xd800 && code <= 0xdfff;
        if (code < smallest || code > 0x10ffff || is_surrogate)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

} // namespace toguna::db
