#include "formats/clean_text.hpp"

#include <unicode/utf8.h>

namespace toguna::formats {

namespace {

/// C0 and C1 controls, and the two noncharacters that XML 1.0 forbids.
bool is_forbidden(UChar32 character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0xFFFE || character == 0xFFFF;
}

std::string cleaned(std::string_view text, bool widen_narrow_spaces)
{
    static constexpr std::string_view replacement_character = "\xEF\xBF\xBD";
    static constexpr std::string_view no_break_space = "\xC2\xA0";
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto const start = at;
        UChar32 character = 0;
        U8_NEXT(text.data(), at, text.size(), character);
        if (character < 0)
            result += replacement_character;
        else if (character == '\t')
            result += ' ';
        else if (character == '\n' || (character == '\r' && (at == text.size() || text[at] != '\n')))
            result += '\n';
        else if (character == 0x202F && widen_narrow_spaces)
            result += no_break_space;
        else if (!is_forbidden(character))
            result += text.substr(start, at - start);
    }
    return result;
}

} // namespace

std::string clean_text(std::string_view text) { return cleaned(text, false); }

std::string office_text(std::string_view text) { return cleaned(text, true); }

} // namespace toguna::formats
