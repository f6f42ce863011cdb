#pragma once
/// Style sheet, scripts and pictures that travel inside the executable, under addresses that change with their content.

#include "web/context.hpp"

#include <string>
#include <string_view>

namespace toguna::web {

/// "style.css" → "/assets/style.3fa9c2d17b60.css". A name that is no asset is a bug: it throws.
std::string const& asset_path(std::string_view name);

/// GET /assets/:name — kept for a year by the browser, compressed once for all requests.
/// An old address gives NotFound, never another content.
Result<Reply> show_asset(Request const& request, Context& context);
/// The same without a Context, for the short way past sessions and languages.
Result<Reply> asset_reply(std::string_view hashed_name, std::string_view accept_encoding);

} // namespace toguna::web
