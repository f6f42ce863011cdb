#include "web/form.hpp"

#include "web/multipart.hpp"

#include <algorithm>
#include <cctype>

namespace toguna::web {

namespace {

int hexadecimal_digit(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    if (character >= 'a' && character <= 'f')
        return character - 'a' + 10;
    if (character >= 'A' && character <= 'F')
        return character - 'A' + 10;
    return -1;
}

std::string without_carriage_returns(std::string text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] != '\r' || at + 1 == text.size() || text[at + 1] != '\n')
            result += text[at];
    return result;
}

std::optional<std::string> decode_component(std::string_view text)
{
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return percent_decode(spaced);
}

/// Length of the well-formed UTF-8 sequence at the start of `text`, or 0 (Unicode 15, table 3-7).
std::size_t sequence_length(std::string_view text)
{
    auto const byte = [&](std::size_t place) { return place < text.size() ? static_cast<unsigned char>(text[place]) : 0u; };
    auto const continues = [&](std::size_t place) { return (byte(place) & 0xc0) == 0x80; };
    auto const first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xc2 && first <= 0xdf)
        return continues(1) ? 2 : 0;
    if ((first & 0xf0) == 0xe0) {
        bool const overlong = first == 0xe0 && byte(1) < 0xa0;
        bool const surrogate = first == 0xed && byte(1) > 0x9f;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xf0 && first <= 0xf4) {
        bool const overlong = first == 0xf0 && byte(1) < 0x90;
        bool const beyond = first == 0xf4 && byte(1) > 0x8f;
        return continues(1) && continues(2) && continues(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix)
{
    return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(), [](char left, char right) {
        return std::tolower(static_cast<unsigned char>(left)) == std::tolower(static_cast<unsigned char>(right));
    });
}

/// Reads `"quoted \" text"` or a token at `at`, and moves past it.
std::string parameter_value(std::string_view header, std::size_t& at)
{
    std::string value;
    if (at < header.size() && header[at] == '"') {
        // Browsers write %22 for a quotation mark (WHATWG), and send backslashes of Windows paths as they are; so
        // only \" is an escape.
        for (++at; at < header.size() && header[at] != '"'; ++at) {
            if (header[at] == '\\' && at + 1 < header.size() && header[at + 1] == '"')
                ++at;
            value += header[at];
        }
        ++at;
        return value;
    }
    for (; at < header.size() && header[at] != ';'; ++at)
        value += header[at];
    while (!value.empty() && (value.back() == ' ' || value.back() == '\t'))
        value.pop_back();
    return value;
}

} // namespace

std::optional<std::string> percent_decode(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            result += text[at];
            continue;
        }
        if (at + 2 >= text.size())
            return {};
        int const high = hexadecimal_digit(text[at + 1]);
        int const low = hexadecimal_digit(text[at + 2]);
        if (high < 0 || low < 0)
            return {};
        result += static_cast<char>(high * 16 + low);
        at += 2;
    }
    return result;
}

bool is_storable_text(std::string_view text)
{
    while (!text.empty()) {
        auto const length = sequence_length(text);
        if (length == 0 || text.front() == '\0')
            return false;
        text.remove_prefix(length);
    }
    return true;
}

Result<Fields> decode_urlencoded(std::string_view text, FormLimits const& limits)
{
    Fields fields;
    while (!text.empty()) {
        auto const end = std::min(text.find('&'), text.size());
        auto const pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty())
            continue;
        auto const equals = std::min(pair.find('='), pair.size());
        auto name = decode_component(pair.substr(0, equals));
        auto value = decode_component(pair.substr(std::min(equals + 1, pair.size())));
        if (!name || !value || !is_storable_text(*name) || !is_storable_text(*value))
            return fail(ErrorKind::Invalid, tr("The form or the address holds letters that cannot be read. Type them again."), "broken urlencoded field");
        if (value->size() > limits.field_bytes || fields.pairs().size() == limits.fields)
            return fail(ErrorKind::TooLarge, tr("The form is too large. Send it in several parts."), "urlencoded form over the limits");
        fields.add(std::move(*name), without_carriage_returns(std::move(*value)));
    }
    return fields;
}

std::optional<std::string> header_parameter(std::string_view header, std::string_view name)
{
    auto at = std::min(header.find(';'), header.size());
    while (at < header.size()) {
        while (at < header.size() && (header[at] == ';' || header[at] == ' ' || header[at] == '\t'))
            ++at;
        auto const equals = header.find('=', at);
        if (equals == std::string_view::npos)
            return {};
        auto const key = header.substr(at, equals - at);
        at = equals + 1;
        auto value = parameter_value(header, at);
        if (key.size() == name.size() && starts_with_ignoring_case(key, name))
            return value;
        at = std::min(header.find(';', at), header.size());
    }
    return {};
}

Result<void> decode_form(Request& request, std::string_view body, FormLimits const& limits)
{
    auto const type = request.header("content-type");
    if (starts_with_ignoring_case(type, "application/x-www-form-urlencoded")) {
        request.form = TRY(decode_urlencoded(body, limits));
        return {};
    }
    if (!starts_with_ignoring_case(type, "multipart/form-data"))
        return {};
    auto const boundary = header_parameter(type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > 70)
        return fail(ErrorKind::Invalid, tr("The form arrived damaged. Go back and send it again."), "multipart without a boundary of 1 to 70 letters");

    MultipartParser parser(*boundary, limits);
    TRY(parser.feed(body));
    auto parts = TRY(parser.finish());
    for (auto const& [name, value] : parts.fields.pairs())
        request.form.add(name, without_carriage_returns(value));
    request.files = std::move(parts.files);
    return {};
}

} // namespace toguna::web
