#include "base/html.hpp"

#include <algorithm>

namespace toguna {

namespace {

bool starts_with_any_case(std::string_view text, std::string_view lower_case_start)
{
    auto const same = [](char left, char right) { return (left >= 'A' && left <= 'Z' ? char(left + ('a' - 'A')) : left) == right; };
    return text.size() >= lower_case_start.size() && std::equal(lower_case_start.begin(), lower_case_start.end(), text.begin(), [&](char right, char left) { return same(left, right); });
}

/// Browsers drop tabs and line ends from an address and read \ as /: "/\t/evil" would leave the site.
bool has_trick(std::string_view address)
{
    return std::any_of(address.begin(), address.end(), [](unsigned char byte) { return byte < 0x20 || byte == 0x7f || byte == '\\'; });
}

bool is_acceptable(std::string_view address)
{
    if (address.empty())
        return true;
    if (has_trick(address) || address.substr(0, 2) == "//")
        return false;
    if (address[0] == '/' || address[0] == '?' || address[0] == '#')
        return true;
    return starts_with_any_case(address, "https://") || starts_with_any_case(address, "http://") || starts_with_any_case(address, "mailto:");
}

std::string_view escape_of(char character)
{
    switch (character) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
    }
}

bool is_unreserved(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9') || character == '-' || character == '.'
        || character == '_' || character == '~';
}

} // namespace

Url::Url(std::string address) : m_address(std::move(address))
{
    if (!is_acceptable(m_address))
        m_address = "#";
}

void HtmlWriter::plain(std::string_view value)
{
    std::size_t start = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
        auto const escape = escape_of(value[at]);
        if (escape.empty())
            continue;
        m_out.append(value.substr(start, at - start));
        m_out.append(escape);
        start = at + 1;
    }
    m_out.append(value.substr(start));
}

void HtmlWriter::address_part(std::string_view value) { m_out.append(percent_encoded(value)); }

std::string percent_encoded(std::string_view value)
{
    std::string result;
    result.reserve(value.size());
    for (char const character : value) {
        if (is_unreserved(character)) {
            result += character;
        } else {
            auto const byte = static_cast<unsigned char>(character);
            result += '%';
            result += "0123456789ABCDEF"[byte >> 4];
            result += "0123456789ABCDEF"[byte & 15];
        }
    }
    return result;
}

} // namespace toguna
