#include "web/reply.hpp"

#include "base/html.hpp"

#include <algorithm>
#include <cctype>

namespace toguna::web {

Reply html(SafeHtml page, int status)
{
    Reply reply;
    reply.status = status;
    reply.body = page.markup();
    return reply;
}

bool is_own_path(std::string_view path)
{
    // Browsers read "\\" as "/" and drop tabs and line ends before they look.
    return path.starts_with('/') && !path.starts_with("//") && std::none_of(path.begin(), path.end(), [](unsigned char letter) { return letter == '\\' || letter < 0x20; });
}

Reply see_other(std::string const& path)
{
    Reply reply;
    reply.status = 303;
    reply.content_type.clear();
    reply.headers.emplace_back("Location", is_own_path(path) ? path : "/");
    return reply;
}

Reply download(std::string bytes, std::string const& content_type, std::string const& name)
{
    // The first form is for programs that know ASCII only, the second for everybody else (RFC 6266, RFC 8187).
    std::string plain;
    for (unsigned char const letter : name)
        if (letter < 0x80)
            plain += std::isalnum(letter) || letter == '.' || letter == '-' || letter == ' ' ? static_cast<char>(letter) : '_';
        else if (letter >= 0xc0) // one sign for each letter, not for each byte of it
            plain += '_';
    Reply reply;
    reply.content_type = content_type;
    reply.body = std::move(bytes);
    reply.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percent_encoded(name));
    return reply;
}

Reply json(std::string text, int status)
{
    Reply reply;
    reply.status = status;
    reply.content_type = "application/json";
    reply.body = std::move(text);
    return reply;
}

} // namespace toguna::web
