#include "formats/clean_text.hpp"
#include "formats/text_encoding.hpp"
#include "formats/vcard.hpp"

#include <algorithm>
#include <optional>

namespace toguna::formats {

namespace {

char upper(char letter) { return letter >= 'a' && letter <= 'z' ? char(letter - 'a' + 'A') : letter; }

std::string capitals(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), upper);
    return result;
}

bool same_word(std::string_view left, std::string_view right) { return capitals(left) == capitals(right); }

int digit_of(char character)
{
    return character >= '0' && character <= '9' ? character - '0' : character >= 'A' && character <= 'F' ? character - 'A' + 10
        : character >= 'a' && character <= 'f' ? character - 'a' + 10 : -1;
}

std::string without_quoted_printable(std::string_view text)
{
    std::string bytes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool const escape = text[at] == '=' && at + 2 < text.size() && digit_of(text[at + 1]) >= 0 && digit_of(text[at + 2]) >= 0;
        if (!escape) {
            bytes += text[at];
            continue;
        }
        bytes += char(digit_of(text[at + 1]) * 16 + digit_of(text[at + 2]));
        at += 2;
    }
    return decode_text(bytes);
}

/// Cuts at the unescaped semicolons and takes the escapes away.
std::vector<std::string> components_of(std::string_view value)
{
    std::vector<std::string> components(1);
    for (std::size_t at = 0; at < value.size(); ++at) {
        if (value[at] == ';') {
            components.emplace_back();
        } else if (value[at] == '\\' && at + 1 < value.size()) {
            char const escaped = value[++at];
            if (escaped == 'n' || escaped == 'N')
                components.back() += '\n';
            else if (std::string_view("\\;,:").find(escaped) != std::string_view::npos)
                components.back() += escaped;
            else
                components.back().append("\\").append(1, escaped);
        } else {
            components.back() += value[at];
        }
    }
    for (auto& component : components)
        component = clean_text(component);
    return components;
}

/// Where the first of `signs` stands outside quotes; npos when nowhere.
std::size_t find_unquoted(std::string_view text, std::string_view signs)
{
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        quoted ^= text[at] == '"';
        if (!quoted && signs.find(text[at]) != std::string_view::npos)
            return at;
    }
    return std::string_view::npos;
}

VCardParameter parameter_of(std::string_view text)
{
    auto const equal = text.find('=');
    if (equal == std::string_view::npos) {
        bool const encoding = same_word(text, "QUOTED-PRINTABLE") || same_word(text, "BASE64");
        return { encoding ? "ENCODING" : "TYPE", clean_text(text) };
    }
    auto value = std::string(text.substr(equal + 1));
    std::erase(value, '"');
    return { capitals(text.substr(0, equal)), clean_text(value) };
}

bool is_quoted_printable(VCardProperty const& property)
{
    return std::ranges::any_of(property.parameters, [](auto const& parameter) { return parameter.name == "ENCODING" && same_word(parameter.value, "QUOTED-PRINTABLE"); });
}

struct RawProperty {
    VCardProperty property;
    std::string_view value;
};

/// Name and parameters before the colon, the value after it; empty when the line is no property.
std::optional<RawProperty> raw_property(std::string_view line)
{
    auto const colon = find_unquoted(line, ":");
    if (colon == std::string_view::npos)
        return {};
    auto head = line.substr(0, colon);
    auto end = std::min(find_unquoted(head, ";"), head.size());
    auto name = head.substr(0, end);
    if (auto const dot = name.rfind('.'); dot != std::string_view::npos)
        name.remove_prefix(dot + 1);
    if (name.empty() || name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") != std::string_view::npos)
        return {};
    RawProperty raw { { capitals(name), {}, {} }, line.substr(colon + 1) };
    while (end < head.size()) {
        head.remove_prefix(end + 1);
        end = std::min(find_unquoted(head, ";"), head.size());
        raw.property.parameters.push_back(parameter_of(head.substr(0, end)));
    }
    return raw;
}

/// The lines of the file with their continuations: folded ones start with a blank, quoted-printable ones follow a « = ».
class UnfoldedLines {
public:
    explicit UnfoldedLines(std::string_view text) : m_rest(text) { }

    bool next(std::string& line)
    {
        if (m_rest.empty())
            return false;
        line = physical_line();
        while (!m_rest.empty()) {
            if (line.ends_with('=') && says_quoted_printable(line)) {
                line.pop_back(); // a blank at the start of the next line belongs to the text
                line += physical_line();
            } else if (m_rest.front() == ' ' || m_rest.front() == '\t') {
                line += physical_line().substr(1);
            } else {
                break;
            }
        }
        return true;
    }

private:
    static bool says_quoted_printable(std::string_view line)
    {
        auto const raw = raw_property(line);
        return raw && is_quoted_printable(raw->property);
    }

    std::string_view physical_line()
    {
        auto const end = std::min(m_rest.find_first_of("\r\n"), m_rest.size());
        auto const line = m_rest.substr(0, end);
        m_rest.remove_prefix(end + (m_rest.substr(end, 2) == "\r\n" ? 2 : end < m_rest.size() ? 1 : 0));
        return line;
    }

    std::string_view m_rest;
};

class CardReader {
public:
    explicit CardReader(ReadLimits const& limits) : m_limits(limits) { }

    Result<void> read(std::string_view line)
    {
        auto raw = raw_property(line);
        if (!raw)
            return {};
        if (raw->property.name == "BEGIN")
            return same_word(raw->value, "VCARD") && !m_open ? begin() : Result<void>();
        if (!m_open)
            return {};
        if (raw->property.name == "END") {
            m_open = !same_word(raw->value, "VCARD");
            return {};
        }
        if (raw->property.name == "VERSION")
            return {};
        if (++m_properties > m_limits.cells)
            return fail(ErrorKind::TooLarge, tr("This file of cards holds more than {limit} lines. Export fewer cards at once.", { { "limit", m_limits.cells } }));
        raw->property.components = is_quoted_printable(raw->property) ? components_of(without_quoted_printable(raw->value)) : components_of(raw->value);
        std::erase_if(raw->property.parameters, [](auto const& parameter) { return parameter.name == "CHARSET" || same_word(parameter.value, "QUOTED-PRINTABLE"); });
        cards.back().properties.push_back(std::move(raw->property));
        return {};
    }

    Result<void> finish() const
    {
        if (m_open)
            return fail(ErrorKind::Invalid, tr("The last card of this file has no end: the file was cut short. Export the cards again."));
        return {};
    }

    std::vector<VCard> cards;

private:
    Result<void> begin()
    {
        m_open = true;
        if (cards.size() >= m_limits.rows)
            return fail(ErrorKind::TooLarge, tr("This file holds more than {limit} cards. Export fewer at once.", { { "limit", m_limits.rows } }));
        cards.emplace_back();
        return {};
    }

    ReadLimits m_limits;
    bool m_open = false;
    std::size_t m_properties = 0;
};

} // namespace

std::string VCardProperty::text() const
{
    std::string joined;
    for (std::size_t place = 0; place < components.size(); ++place)
        joined += (place > 0 ? ";" : "") + components[place];
    return joined;
}

bool VCardProperty::is_of_type(std::string_view type) const
{
    for (auto const& parameter : parameters) {
        if (parameter.name != "TYPE")
            continue;
        for (std::string_view rest = parameter.value; !rest.empty();) {
            auto const end = std::min(rest.find(','), rest.size());
            if (same_word(rest.substr(0, end), type))
                return true;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return false;
}

VCardProperty const* VCard::find(std::string_view name) const
{
    auto const found = std::ranges::find(properties, name, &VCardProperty::name);
    return found == properties.end() ? nullptr : &*found;
}

bool is_vcard(std::string_view bytes)
{
    auto const beginning = decode_text(bytes.substr(0, 64));
    auto const first = beginning.find_first_not_of(" \t\r\n");
    return first != std::string::npos && same_word(std::string_view(beginning).substr(first, 11), "BEGIN:VCARD");
}

Result<std::vector<VCard>> read_vcards(std::string_view bytes, ReadLimits const& limits)
{
    if (bytes.size() > limits.file_bytes)
        return fail(ErrorKind::TooLarge, tr("This file of cards weighs more than {limit} MB. Export fewer cards, without their pictures.", { { "limit", limits.file_bytes / (1024 * 1024) } }));
    auto const text = decode_text(bytes);
    UnfoldedLines lines(text);
    CardReader reader(limits);
    for (std::string line; lines.next(line);)
        TRY(reader.read(line));
    TRY(reader.finish());
    return std::move(reader.cards);
}

} // namespace toguna::formats
