#include "base/search_text.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <sstream>

namespace toguna {

namespace {

/// Letters of the languages of the Sahel and of Europe that Unicode does not take apart.
char const* nearest_latin(UChar32 letter)
{
    switch (letter) {
    case U'ɛ': return "e";
    case U'ɔ': return "o";
    case U'ŋ': return "n";
    case U'ɲ': return "n";
    case U'ɓ': return "b";
    case U'ɗ': return "d";
    case U'ƴ': return "y";
    case U'ɣ': return "g";
    case U'ø': return "o";
    case U'ł': return "l";
    case U'đ': return "d";
    case U'ı': return "i";
    case U'œ': return "oe";
    case U'æ': return "ae";
    default: return nullptr;
    }
}

bool vanishes(UChar32 letter)
{
    auto const type = u_charType(letter);
    return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR || letter == U'.';
}

void append(std::string& out, UChar32 letter)
{
    icu::UnicodeString(letter).toUTF8String(out);
}

} // namespace

std::string search_text(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    auto const* const normalizer = icu::Normalizer2::getNFKDInstance(status);
    auto const given = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    auto folded = U_SUCCESS(status) ? normalizer->normalize(given, status) : given;
    folded.foldCase();

    std::string result;
    bool space_before = false;
    for (int32_t at = 0; at < folded.length(); at = folded.moveIndex32(at, 1)) {
        auto const letter = folded.char32At(at);
        if (vanishes(letter))
            continue;
        // U+FFFD stands where the bytes were no UTF-8.
        if (!u_isalnum(letter) || letter == 0xfffd) {
            space_before = true;
            continue;
        }
        if (space_before && !result.empty())
            result += ' ';
        space_before = false;
        if (auto const* const latin = nearest_latin(letter))
            result += latin;
        else
            append(result, letter);
    }
    return result;
}

std::vector<std::string> search_words(std::string_view text)
{
    std::vector<std::string> words;
    std::istringstream stream { std::string(text) };
    for (std::string word; stream >> word;)
        words.push_back(word);
    return words;
}

bool matches(std::string_view searched_text, std::string_view looked_for)
{
    auto const words = search_words(search_text(looked_for));
    return std::all_of(words.begin(), words.end(), [&](auto const& word) { return searched_text.find(word) != std::string_view::npos; });
}

std::array<std::string, 3> search_patterns(std::string_view looked_for)
{
    std::array<std::string, 3> patterns { "%", "%", "%" };
    auto const words = search_words(search_text(looked_for));
    for (std::size_t place = 0; place < patterns.size() && place < words.size(); ++place)
        patterns[place] = "%" + words[place] + "%";
    return patterns;
}

std::string tidy(std::string_view text)
{
    std::string result;
    bool space_before = false;
    for (std::size_t at = 0; at < text.size();) {
        auto const rest = text.substr(at);
        std::size_t width = 0;
        if (rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\n' || rest[0] == '\r')
            width = 1;
        else if (rest.starts_with("\u00a0"))
            width = 2;
        else if (rest.starts_with("\u202f"))
            width = 3;
        if (width > 0) {
            space_before = true;
            at += width;
            continue;
        }
        if (space_before && !result.empty())
            result += ' ';
        space_before = false;
        result += text[at++];
    }
    return result;
}

std::size_t length_of(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

} // namespace toguna
