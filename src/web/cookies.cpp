#include "web/cookies.hpp"

#include "web/digest.hpp"

#include <algorithm>

namespace toguna::web {

std::string cookie_name(Request const& request, std::string_view name)
{
    return (request.secure ? "__Host-toguna_" : "toguna_") + std::string(name);
}

std::optional<std::string> read_cookie(Request const& request, std::string_view name) { return request.cookie(cookie_name(request, name)); }

void set_cookie(Reply& reply, Request const& request, std::string_view name, std::string_view value, std::chrono::seconds age)
{
    auto cookie = cookie_name(request, name) + '=' + std::string(value) + "; Path=/; HttpOnly; SameSite=Lax";
    if (age.count() > 0)
        cookie += "; Max-Age=" + std::to_string(age.count());
    if (request.secure)
        cookie += "; Secure";
    reply.headers.emplace_back("Set-Cookie", std::move(cookie));
}

void drop_cookie(Reply& reply, Request const& request, std::string_view name)
{
    set_cookie(reply, request, name, "");
    reply.headers.back().second += "; Max-Age=0";
}

Reply with_notice(Request const& request, Context const& context, Reply reply, Text const& notice)
{
    auto const sentence = context.language(notice).substr(0, 1000); // a browser keeps 4 KB a cookie
    set_cookie(reply, request, "notice", to_base64url(sentence) + '.' + keyed_digest(context.signing_key, "notice", sentence), std::chrono::minutes(5));
    return reply;
}

std::string read_notice(Request const& request, std::string_view signing_key)
{
    auto const cookie = read_cookie(request, "notice");
    if (!cookie || signing_key.empty())
        return {};
    auto const dot = std::min(cookie->find('.'), cookie->size());
    auto sentence = from_base64url(std::string_view(*cookie).substr(0, dot));
    auto const signature = std::string_view(*cookie).substr(std::min(dot + 1, cookie->size()));
    return same_secret(signature, keyed_digest(signing_key, "notice", sentence)) ? sentence : std::string();
}

std::string chosen_language(Request const& request, std::string const& default_language)
{
    auto const chosen = read_cookie(request, "language");
    bool const known = chosen && std::find(languages().begin(), languages().end(), *chosen) != languages().end();
    return known ? *chosen : default_language;
}

Result<Reply> choose_language(Request const& request, Context&)
{
    auto const language = request.parameters.find("language");
    if (language == request.parameters.end() || std::find(languages().begin(), languages().end(), language->second) == languages().end())
        return fail(ErrorKind::NotFound, tr("This page does not exist."), "unknown language");
    auto reply = see_other(page_before(request));
    set_cookie(reply, request, "language", language->second, std::chrono::hours(24 * 365));
    return reply;
}

std::string page_before(Request const& request, std::string fallback)
{
    // Pages behind personal links send no Referer: their links say `next`.
    if (auto const next = request.query.get("next"); is_own_path(next))
        return std::string(next);
    auto const referer = request.header("referer");
    auto const host = request.header("host");
    auto const start = referer.find("://");
    if (start == std::string_view::npos || host.empty() || !referer.substr(start + 3).starts_with(host))
        return fallback;
    auto const path = referer.substr(start + 3 + host.size());
    return is_own_path(path) ? std::string(path) : std::move(fallback);
}

} // namespace toguna::web
