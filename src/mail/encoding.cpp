#include "mail/encoding.hpp"

#include <algorithm>
#include <cstdint>

namespace toguna::mail {

namespace {

constexpr std::size_t longest_line = 76;
constexpr std::size_t longest_encoded_word = 75;
constexpr std::string_view word_start = "=?utf-8?Q?";
constexpr std::string_view word_end = "?=";

bool is_alphanumeric(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9');
}

std::string escaped_byte(char prefix, char character)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    auto const byte = static_cast<std::uint8_t>(character);
    return { prefix, digits[byte >> 4], digits[byte & 15] };
}

/// How many bytes the UTF-8 sequence at the start of `text` has; 0 when it is none (RFC 3629, table of §4).
std::size_t utf8_sequence_length(std::string_view text)
{
    auto const byte = [&](std::size_t at) { return at < text.size() ? static_cast<std::uint8_t>(text[at]) : std::uint8_t { 0 }; };
    auto const follows = [&](std::size_t at) { return (byte(at) & 0xC0) == 0x80; };
    auto const first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        bool const overlong = first == 0xE0 && byte(1) < 0xA0;
        bool const surrogate = first == 0xED && byte(1) > 0x9F;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        bool const overlong = first == 0xF0 && byte(1) < 0x90;
        bool const beyond = first == 0xF4 && byte(1) > 0x8F;
        return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

/// RFC 2047 §5 (3): the characters that may stand for themselves even inside a phrase.
std::string q_encoded(std::string_view sequence)
{
    if (sequence == " ")
        return "_";
    std::string result;
    for (char const character : sequence) {
        if (is_alphanumeric(character) || std::string_view("!*+-/").find(character) != std::string_view::npos)
            result += character;
        else
            result += escaped_byte('=', character);
    }
    return result;
}

/// One line of text, without its line break, as soft-broken quoted-printable.
void append_quoted_line(std::string& out, std::string_view line)
{
    std::size_t column = 0;
    for (std::size_t at = 0; at < line.size(); ++at) {
        char const character = line[at];
        bool const blank = character == ' ' || character == '\t';
        bool const printable = character > ' ' && character < 0x7F && character != '=';
        bool const at_end = at + 1 == line.size();
        auto piece = printable || (blank && !at_end) ? std::string(1, character) : escaped_byte('=', character);
        // The last column belongs to the "=" of a soft break. A "." or "From " that starts a line, soft or not, is hidden.
        if (column + piece.size() > longest_line - 1) {
            out += "=\r\n";
            column = 0;
        }
        if (column == 0 && (character == '.' || line.substr(at, 5) == "From "))
            piece = escaped_byte('=', character);
        out += piece;
        column += piece.size();
    }
}

} // namespace

std::string repaired_utf8(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        auto const length = utf8_sequence_length(text);
        if (length == 0)
            result += "\uFFFD";
        else
            result += text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return result;
}

std::string on_one_line(std::string_view text)
{
    auto result = repaired_utf8(text);
    std::replace_if(result.begin(), result.end(), [](char character) { return (character >= 0 && character < ' ') || character == 0x7F; }, ' ');
    return result;
}

std::string encoded_words(std::string_view text, std::size_t column)
{
    std::string result;
    std::string word;
    auto const finish_word = [&] {
        result += std::string(word_start) + word + std::string(word_end);
        word.clear();
    };
    while (!text.empty()) {
        auto const length = std::max<std::size_t>(utf8_sequence_length(text), 1);
        auto const piece = q_encoded(text.substr(0, length));
        auto const room = std::min(longest_encoded_word, longest_line - std::min(column, longest_line - 30));
        if (word_start.size() + word.size() + piece.size() + word_end.size() > room) {
            finish_word();
            result += "\r\n ";
            column = 1;
        }
        word += piece;
        text.remove_prefix(length);
    }
    finish_word();
    return result;
}

std::string quoted_printable(std::string_view text)
{
    std::string result;
    result.reserve(text.size() + text.size() / 8);
    while (!text.empty()) {
        auto const end = std::min(text.find_first_of("\r\n"), text.size());
        append_quoted_line(result, text.substr(0, end));
        result += "\r\n";
        text.remove_prefix(end);
        if (text.substr(0, 2) == "\r\n")
            text.remove_prefix(2);
        else if (!text.empty())
            text.remove_prefix(1);
    }
    return result;
}

std::string base64_lines(std::string_view bytes)
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::size_t bytes_per_line = longest_line / 4 * 3;
    std::string result;
    result.reserve(bytes.size() * 4 / 3 + bytes.size() / 24 + 8);
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        auto const byte = [&](std::size_t offset) -> std::uint32_t {
            return at + offset < bytes.size() ? static_cast<std::uint8_t>(bytes[at + offset]) : 0;
        };
        auto const group = byte(0) << 16 | byte(1) << 8 | byte(2);
        result += alphabet[group >> 18];
        result += alphabet[group >> 12 & 63];
        result += at + 1 < bytes.size() ? alphabet[group >> 6 & 63] : '=';
        result += at + 2 < bytes.size() ? alphabet[group & 63] : '=';
        if (at % bytes_per_line == bytes_per_line - 3 || at + 3 >= bytes.size())
            result += "\r\n";
    }
    return result;
}

std::string header_parameter(std::string_view name, std::string_view value)
{
    bool const plain = std::all_of(value.begin(), value.end(), [](char character) {
        return character >= ' ' && character < 0x7F && character != '"' && character != '\\';
    });
    if (plain && name.size() + value.size() + 6 <= longest_line)
        return ";\r\n " + std::string(name) + "=\"" + std::string(value) + "\"";

    constexpr std::size_t longest_piece = 50;
    std::string result;
    std::string piece = "utf-8''";
    int number = 0;
    auto const finish_piece = [&] {
        result += ";\r\n " + std::string(name) + "*" + std::to_string(number++) + "*=" + piece;
        piece.clear();
    };
    for (char const character : value) {
        if (piece.size() + 3 > longest_piece)
            finish_piece();
        if (is_alphanumeric(character) || character == '-' || character == '.' || character == '_')
            piece += character;
        else
            piece += escaped_byte('%', character);
    }
    finish_piece();
    return result;
}

} // namespace toguna::mail
