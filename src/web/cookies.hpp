#pragma once
/// Our cookies: never readable by scripts, never sent along by other sites' forms, on this host only.

#include "web/context.hpp"

namespace toguna::web {

/// "session" → "__Host-toguna_session" over TLS, where the browser then vouches that this host set it securely;
/// "toguna_session" on a laptop's plain http://localhost.
std::string cookie_name(Request const& request, std::string_view name);
std::optional<std::string> read_cookie(Request const& request, std::string_view name);
/// `age` zero: until the browser closes.
void set_cookie(Reply& reply, Request const& request, std::string_view name, std::string_view value, std::chrono::seconds age = {});
void drop_cookie(Reply& reply, Request const& request, std::string_view name);

/// « Enregistré. »: the sentence is shown once, on the page the reply leads to. It travels in a signed cookie, so that
/// nobody can put words into our pages.
Reply with_notice(Request const& request, Context const& context, Reply reply, Text const& notice);
/// The sentence of with_notice, or empty text when there is none or its signature is not ours.
std::string read_notice(Request const& request, std::string_view signing_key);

/// "fr" or "en": what the reader chose (GET /language/:language), else the configuration's.
std::string chosen_language(Request const& request, std::string const& default_language);
/// GET /language/:language — remembers it for a year and returns to the page the reader came from.
Result<Reply> choose_language(Request const& request, Context& context);

/// Where « back » leads: the query's `next` or the path of the Referer, if it is a page of ours, else `fallback`.
std::string page_before(Request const& request, std::string fallback = "/");

} // namespace toguna::web
