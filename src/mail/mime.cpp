#include "mail/encoding.hpp"
#include "mail/message.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace toguna::mail {

namespace {

/// RFC 5322 §2.1.1: the line that no server may refuse.
constexpr std::size_t longest_header_line = 998;
constexpr std::size_t preferred_header_line = 76;

bool is_printable_ascii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char character) { return character >= ' ' && character < 0x7F; });
}

std::string rfc5322_date(Instant instant)
{
    constexpr std::string_view days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
    constexpr std::string_view months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
    auto const date = instant.utc_date();
    auto const seconds = std::chrono::floor<std::chrono::seconds>(instant.time() - date.days()).count();
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000", days[date.weekday() - 1], date.day(), months[date.month() - 1], date.year(),
        seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/// A header of free text: Subject.
std::string text_header(std::string_view name, std::string_view text)
{
    auto const value = on_one_line(text);
    auto const start = std::string(name) + ": ";
    bool const plain = is_printable_ascii(value) && value.find("=?") == std::string::npos && start.size() + value.size() <= preferred_header_line;
    return start + (plain ? value : encoded_words(value, start.size())) + "\r\n";
}

/// A header with a grammar of its own, List-Unsubscribe for one: left as it is while a server must take it.
std::string given_header(std::string_view given_name, std::string_view text)
{
    std::string name;
    for (char const character : given_name)
        if (character > ' ' && character < 0x7F && character != ':')
            name += character;
    auto const value = on_one_line(text);
    if (name.empty())
        return {};
    if (is_printable_ascii(value) && name.size() + value.size() + 2 <= longest_header_line)
        return name + ": " + value + "\r\n";
    return text_header(name, value);
}

std::string quoted_phrase(std::string_view phrase)
{
    std::string result = "\"";
    for (char const character : phrase) {
        if (character == '"' || character == '\\')
            result += '\\';
        result += character;
    }
    return result + "\"";
}

std::string address_header(std::string_view header, Address const& given)
{
    auto address = on_one_line(given.address);
    std::erase_if(address, [](char character) { return character == ' ' || character == '<' || character == '>' || character == ','; });
    auto const name = on_one_line(given.name);
    auto const start = std::string(header) + ": ";
    if (name.empty())
        return start + address + "\r\n";
    auto const quoted = quoted_phrase(name);
    bool const plain = is_printable_ascii(name) && name.find("=?") == std::string::npos && start.size() + quoted.size() <= preferred_header_line;
    auto const shown = plain ? quoted : encoded_words(name, start.size());
    auto const last_line = shown.size() - (shown.rfind('\n') == std::string::npos ? 0 : shown.rfind('\n') + 1);
    auto const column = (shown.find('\n') == std::string::npos ? start.size() : 0) + last_line;
    auto const separator = column + address.size() + 3 > preferred_header_line ? "\r\n " : " ";
    return start + shown + separator + "<" + address + ">\r\n";
}

/// A boundary that no body can hold: quoted-printable never has "=_", and base64 no "_".
std::string boundary(std::string_view part) { return fmt::format("=_toguna_{}", part); }

std::string text_part(std::string_view subtype, std::string_view text)
{
    return fmt::format("Content-Type: text/{}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}", subtype,
        quoted_printable(repaired_utf8(text)));
}

std::string multipart(std::string_view subtype, std::vector<std::string> const& parts)
{
    auto const line = boundary(subtype);
    auto result = fmt::format("Content-Type: multipart/{};\r\n boundary=\"{}\"\r\n\r\n", subtype, line);
    for (auto const& part : parts)
        result += "--" + line + "\r\n" + part + "\r\n";
    return result + "--" + line + "--\r\n";
}

/// Directories cut off: a name is a name, wherever it came from.
std::string attachment_name(std::string_view given)
{
    auto name = on_one_line(given);
    if (auto const slash = name.find_last_of("/\\"); slash != std::string::npos)
        name.erase(0, slash + 1);
    return name.empty() ? "document" : name;
}

std::string attachment_part(Attachment const& attachment)
{
    auto const type = on_one_line(attachment.content_type);
    bool const usable = is_printable_ascii(type) && type.find('/') != std::string::npos && type.size() < preferred_header_line;
    return fmt::format("Content-Type: {}\r\nContent-Disposition: attachment{}\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
        usable ? type : "application/octet-stream", header_parameter("filename", attachment_name(attachment.name)), base64_lines(attachment.bytes));
}

std::string message_body(Message const& message)
{
    auto const text = message.html.empty()
        ? text_part("plain", message.text)
        : multipart("alternative", { text_part("plain", message.text), text_part("html", message.html) });
    if (message.attachments.empty())
        return text;
    std::vector<std::string> parts { text };
    for (auto const& attachment : message.attachments)
        parts.push_back(attachment_part(attachment));
    return multipart("mixed", parts);
}

} // namespace

std::string compose(Message const& message, std::string const& message_id, Instant date)
{
    std::string result = "Date: " + rfc5322_date(date) + "\r\n";
    result += address_header("From", message.from);
    result += address_header("To", message.to);
    result += text_header("Subject", message.subject);
    result += given_header("Message-ID", "<" + message_id + ">");
    for (auto const& [name, value] : message.headers)
        result += given_header(name, value);
    return result + "MIME-Version: 1.0\r\n" + message_body(message);
}

} // namespace toguna::mail
