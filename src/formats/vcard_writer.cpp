#include "formats/clean_text.hpp"
#include "formats/vcard.hpp"

#include <algorithm>

namespace toguna::formats {

namespace {

constexpr std::size_t longest_line = 75; // octets without the line end, RFC 2426 §2.6

std::string escaped(std::string_view raw)
{
    std::string text;
    for (char const character : clean_text(raw)) {
        if (character == '\n') {
            text += "\\n";
            continue;
        }
        if (character == '\\' || character == ';' || character == ',')
            text += '\\';
        text += character;
    }
    return text;
}

std::string parameter_text(std::string_view raw)
{
    auto text = clean_text(raw);
    std::erase(text, '"');
    std::ranges::replace(text, '\n', ' ');
    return text.find_first_of(",;:") == std::string::npos ? text : "\"" + text + "\"";
}

bool continues_a_letter(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

void append_folded(std::string& out, std::string_view line)
{
    std::size_t room = longest_line;
    while (line.size() > room) {
        auto end = room;
        while (end > 1 && continues_a_letter(line[end]))
            --end;
        out.append(line.substr(0, end)).append("\r\n ");
        line.remove_prefix(end);
        room = longest_line - 1;
    }
    out.append(line).append("\r\n");
}

} // namespace

std::string write_vcards(std::span<VCard const> cards)
{
    std::string out;
    for (auto const& card : cards) {
        out += "BEGIN:VCARD\r\nVERSION:3.0\r\n";
        for (auto const& property : card.properties) {
            auto line = property.name;
            for (auto const& parameter : property.parameters)
                line += ";" + parameter.name + "=" + parameter_text(parameter.value);
            for (std::size_t place = 0; place < property.components.size(); ++place)
                line += (place == 0 ? ":" : ";") + escaped(property.components[place]);
            append_folded(out, property.components.empty() ? line + ":" : line);
        }
        out += "END:VCARD\r\n";
    }
    return out;
}

} // namespace toguna::formats
