#include "web/parts.hpp"

namespace toguna::web {

std::string_view class_of(Look look)
{
    switch (look) {
    case Look::Plain: return "plain";
    case Look::ToDo: return "to-do";
    case Look::InProgress: return "in-progress";
    case Look::Blocked: return "blocked";
    case Look::ToConfirm: return "to-confirm";
    case Look::Done: return "done";
    case Look::Abandoned: return "abandoned";
    case Look::Late: return "late";
    case Look::Good: return "good";
    case Look::Fair: return "fair";
    case Look::Poor: return "poor";
    case Look::Weak: return "weak";
    }
    return "plain";
}

SafeHtml escaped(std::string_view text)
{
    std::string markup;
    HtmlWriter(markup).plain(text);
    return SafeHtml::trusted(std::move(markup));
}

SafeHtml link(std::string_view words, std::string const& path)
{
    std::string markup = "<a href=\"";
    HtmlWriter writer(markup);
    writer.address(Url(path));
    writer.raw("\">");
    writer.plain(words);
    writer.raw("</a>");
    return SafeHtml::trusted(std::move(markup));
}

} // namespace toguna::web
