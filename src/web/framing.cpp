#include "web/framing.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace toguna::web {

namespace {

bool same_word(std::string_view left, std::string_view right)
{
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](unsigned char one, unsigned char other) { return std::tolower(one) == std::tolower(other); });
}

std::vector<std::string_view> values_of(RequestHead const& head, std::string_view name)
{
    std::vector<std::string_view> values;
    for (auto const& header : head.headers)
        if (same_word(header.first, name))
            values.push_back(header.second);
    return values;
}

bool is_host(std::string_view host)
{
    return !host.empty() && std::all_of(host.begin(), host.end(), [](unsigned char letter) {
        return letter < 0x80 && (std::isalnum(letter) || std::string_view("-._~:[]%").find(static_cast<char>(letter)) != std::string_view::npos);
    });
}

bool has_good_host(RequestHead const& head, unsigned version)
{
    auto const hosts = values_of(head, "host");
    return hosts.empty() ? version == 10 : hosts.size() == 1 && is_host(hosts.front());
}

bool has_good_transfer_encoding(RequestHead const& head, unsigned version)
{
    auto const encodings = values_of(head, "transfer-encoding");
    if (encodings.empty())
        return true;
    return version == 11 && encodings.size() == 1 && same_word(encodings.front(), "chunked") && values_of(head, "content-length").empty();
}

bool is_target(std::string_view target)
{
    return target.starts_with('/') || target.starts_with("http://") || target.starts_with("https://");
}

std::optional<int> refusal_of_method(std::string_view method)
{
    static constexpr std::array<std::string_view, 3> answered { "GET", "HEAD", "POST" };
    static constexpr std::array<std::string_view, 6> known { "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT" };
    if (std::find(answered.begin(), answered.end(), method) != answered.end())
        return {};
    return std::find(known.begin(), known.end(), method) != known.end() ? 405 : 501;
}

} // namespace

std::optional<int> refusal_of(RequestHead const& head, unsigned version, std::optional<std::uint64_t> length, ServerOptions const& options)
{
    if (version != 10 && version != 11)
        return 400;
    if (auto const refused = refusal_of_method(head.method))
        return refused;
    if (head.target.size() > options.most_target_bytes)
        return 414;
    if (head.headers.size() > options.most_header_fields)
        return 431;
    if (!is_target(head.target) || !has_good_host(head, version))
        return 400;
    if (!has_good_transfer_encoding(head, version))
        return 400;
    if (length && *length > options.most_body_bytes)
        return 413;
    for (auto const expectation : values_of(head, "expect"))
        if (!same_word(expectation, "100-continue"))
            return 417;
    return {};
}

bool expects_continue(RequestHead const& head, unsigned version) { return version == 11 && !values_of(head, "expect").empty(); }

} // namespace toguna::web
