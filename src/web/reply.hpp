#pragma once
/// What goes back to the browser.

#include "base/html.hpp"

#include <string>
#include <utility>
#include <vector>

namespace toguna::web {

struct Reply {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::string body;
    std::vector<std::pair<std::string, std::string>> headers = {};
};

Reply html(SafeHtml page, int status = 200);
/// Whether `path` stays on this site: "/plans", not "//elsewhere.example" nor anything a browser would read so.
bool is_own_path(std::string_view path);
/// 303: the answer to a form is another page. A path that would leave the site leads home instead.
Reply see_other(std::string const& path);
/// A file to keep; `name` may hold any letters (RFC 6266 both forms).
Reply download(std::string bytes, std::string const& content_type, std::string const& name);
Reply json(std::string text, int status = 200);

} // namespace toguna::web
