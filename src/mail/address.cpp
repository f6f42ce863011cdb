#include "mail/message.hpp"

#include <algorithm>

namespace toguna::mail {

namespace {

/// RFC 5321 §4.5.3.1: 64 octets before the @, 254 in all so that the path with its brackets keeps within 256.
constexpr std::size_t longest_local_part = 64;
constexpr std::size_t longest_address = 254;
constexpr std::size_t longest_label = 63;

bool is_letter_or_digit(char character)
{
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') || (character >= '0' && character <= '9');
}

std::string_view trimmed_address(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    auto const first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// RFC 5322 "dot-atom": what every mailbox people really have looks like. Quoted local parts are refused.
bool is_dot_atom(std::string_view local_part)
{
    if (local_part.empty() || local_part.front() == '.' || local_part.back() == '.' || local_part.find("..") != std::string_view::npos)
        return false;
    return std::all_of(local_part.begin(), local_part.end(), [](char character) {
        return is_letter_or_digit(character) || std::string_view(".!#$%&'*+-/=?^_`{|}~").find(character) != std::string_view::npos;
    });
}

bool is_domain_label(std::string_view label)
{
    return !label.empty() && label.size() <= longest_label && label.front() != '-' && label.back() != '-'
        && std::all_of(label.begin(), label.end(), [](char character) { return is_letter_or_digit(character) || character == '-'; });
}

bool is_dotted_domain(std::string_view domain)
{
    if (domain.find('.') == std::string_view::npos)
        return false;
    for (std::size_t start = 0; start <= domain.size();) {
        auto const end = std::min(domain.find('.', start), domain.size());
        if (!is_domain_label(domain.substr(start, end - start)))
            return false;
        start = end + 1;
    }
    return true;
}

tl::unexpected<Error> refuse_address(Text message) { return fail(ErrorKind::Invalid, std::move(message)); }

} // namespace

Result<std::string> parse_address(std::string_view text)
{
    auto const address = trimmed_address(text);
    if (address.empty())
        return refuse_address(tr("Write an e-mail address, such as nom@organisation.org."));
    if (address.find_first_of(",; \t\r\n") != std::string_view::npos)
        return refuse_address(tr("Write one e-mail address only, without spaces, commas or semicolons."));
    if (std::any_of(address.begin(), address.end(), [](char character) { return static_cast<unsigned char>(character) >= 0x80; }))
        return refuse_address(tr("“{address}” has letters that mail servers do not take. Write it without accents.", { { "address", address } }));
    auto const at = address.find('@');
    if (at == std::string_view::npos || address.find('@', at + 1) != std::string_view::npos)
        return refuse_address(tr("“{address}” is not an e-mail address: one @ is expected, as in nom@organisation.org.", { { "address", address } }));

    auto const local_part = address.substr(0, at);
    auto domain = std::string(address.substr(at + 1));
    if (address.size() > longest_address || local_part.size() > longest_local_part)
        return refuse_address(tr("This e-mail address is too long. Check that nothing was pasted twice."));
    if (!is_dot_atom(local_part))
        return refuse_address(tr("The part before the @ of “{address}” is not a valid mailbox. Check it for a missing or extra sign.", { { "address", address } }));
    if (!is_dotted_domain(domain))
        return refuse_address(tr("The part after the @ of “{address}” is not a domain such as organisation.org.", { { "address", address } }));

    std::transform(domain.begin(), domain.end(), domain.begin(), [](char character) {
        return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
    });
    return std::string(local_part) + "@" + domain;
}

} // namespace toguna::mail
