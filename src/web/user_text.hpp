#pragma once
/// Text typed by people, as it should be read: paragraphs, line breaks, lists with dashes, links.

#include "base/html.hpp"

#include <string_view>

namespace toguna::web {

/// An empty line starts a paragraph, a line end breaks the line, lines starting with "- " or "• " make a list, and what starts
/// with https:// or http:// becomes a link. Nothing else has a meaning: people paste from Word and WhatsApp, and a star or a
/// bracket of theirs must stay what it is; so this is no Markdown.
SafeHtml user_text(std::string_view text);

} // namespace toguna::web
