#include "actions/words.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace toguna::actions {

namespace {

/// The plain character that stands for a typographic one; empty when the character is dropped.
std::string plain(UChar32 character)
{
    switch (character) {
    case 0x0153:
        return "oe";
    case 0x00E6:
        return "ae";
    case 0x00DF:
        return "ss";
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x0060:
    case 0x00B4:
        return "'";
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0xFEFF:
    case 0x00AD:
        return "";
    default:
        break;
    }
    if (u_charType(character) == U_DASH_PUNCTUATION || character == 0x2212)
        return "-";
    if (u_isUWhiteSpace(character))
        return " ";
    if (u_getCombiningClass(character) != 0)
        return "";
    std::string bytes;
    icu::UnicodeString(u_tolower(character)).toUTF8String(bytes);
    return bytes;
}

void append_single_spaced(std::string& out, std::string_view addition)
{
    for (char const character : addition)
        if (character != ' ' || (!out.empty() && out.back() != ' '))
            out.push_back(character);
}

UChar32 next_character(std::string_view text, std::size_t& at)
{
    UChar32 character = 0;
    auto offset = static_cast<int32_t>(at);
    U8_NEXT(reinterpret_cast<std::uint8_t const*>(text.data()), offset, static_cast<int32_t>(text.size()), character);
    at = static_cast<std::size_t>(offset);
    return character < 0 ? 0xFFFD : character;
}

} // namespace

std::string folded(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    auto const source = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    // The acute accent alone decomposes to a space and a mark: it is somebody's apostrophe, so it goes first.
    auto prepared = source;
    prepared.findAndReplace(icu::UnicodeString(UChar32(0x00B4)), icu::UnicodeString("'"));
    auto const decomposed = icu::Normalizer2::getNFKDInstance(status)->normalize(prepared, status);
    std::string result;
    result.reserve(text.size());
    for (int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1))
        append_single_spaced(result, plain(decomposed.char32At(at)));
    while (!result.empty() && result.back() == ' ')
        result.pop_back();
    return result;
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    bool open = false;
    for (char const character : folded(text)) {
        auto const byte = static_cast<unsigned char>(character);
        bool const belongs = byte >= 0x80 || std::isalnum(byte) != 0;
        if (belongs && !open)
            words.emplace_back();
        if (belongs)
            words.back().push_back(character);
        open = belongs;
    }
    return words;
}

int letters_apart(std::string_view left, std::string_view right, int limit)
{
    if (std::abs(int(left.size()) - int(right.size())) > limit)
        return limit + 1;
    std::vector<int> before(right.size() + 1), above(right.size() + 1), current(right.size() + 1);
    for (std::size_t column = 0; column <= right.size(); ++column)
        above[column] = int(column);
    for (std::size_t row = 1; row <= left.size(); ++row) {
        current[0] = int(row);
        for (std::size_t column = 1; column <= right.size(); ++column) {
            int const change = left[row - 1] == right[column - 1] ? 0 : 1;
            current[column] = std::min({ above[column] + 1, current[column - 1] + 1, above[column - 1] + change });
            if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                current[column] = std::min(current[column], before[column - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, current);
    }
    return std::min(above.back(), limit + 1);
}

bool nearly_equal(std::string_view left, std::string_view right)
{
    auto const shorter = std::min(left.size(), right.size());
    int const allowed = shorter < 4 ? 0 : shorter < 7 ? 1 : 2;
    return letters_apart(left, right, allowed) <= allowed;
}

std::string trimmed(std::string_view text)
{
    static constexpr std::string_view blanks[] = { " ", "\t", "\n", "\r", "\v", "\f", "\u00A0", "\u202F", "\uFEFF", "\u200B" };
    for (bool changed = true; changed;) {
        changed = false;
        for (auto const blank : blanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                changed = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                changed = true;
            }
        }
    }
    return std::string(text);
}

std::vector<std::string> lines_of(std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        auto const end = std::min(text.find('\n'), text.size());
        if (auto line = trimmed(text.substr(0, end)); !line.empty())
            lines.push_back(std::move(line));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool starts_with_capital(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        auto const character = next_character(text, at);
        if (u_isalpha(character))
            return u_isupper(character);
        if (u_isdigit(character))
            return false;
    }
    return false;
}

bool is_all_capitals(std::string_view text)
{
    bool letters = false;
    for (std::size_t at = 0; at < text.size();) {
        auto const character = next_character(text, at);
        if (u_islower(character))
            return false;
        letters = letters || u_isalpha(character);
    }
    return letters;
}

} // namespace toguna::actions
