#include "web/layout.hpp"

#include "web/assets.hpp"
#include "web/error_page.html.hpp"
#include "web/error_summary.html.hpp"
#include "web/errors.hpp"
#include "web/feature.hpp"
#include "web/layout.html.hpp"
#include "web/pagination.html.hpp"

#include <algorithm>
#include <charconv>

namespace toguna::web {

namespace {

/// Each in its own words: who cannot read the page must find theirs.
std::string name_of_language(std::string const& code)
{
    if (code == "fr")
        return "Français";
    if (code == "en")
        return "English";
    return code;
}

std::vector<MenuItem> menu_for(Context const& context, std::string const& active_menu)
{
    std::vector<MenuItem> items;
    if (!context.visitor)
        return items;
    for (auto const& entry : context.menu)
        if (!entry.administrators_only || context.visitor->administrator)
            items.push_back({ context.language(entry.title), entry.path, entry.path == active_menu });
    return items;
}

std::string document_title(Context const& context, Page const& page)
{
    auto const title = page.title + " – Toguna";
    return page.has_errors ? context.language(tr("Error: {title}", { { "title", title } })) : title;
}

Text title_of(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid: return tr("This cannot be accepted");
    case ErrorKind::NotFound: return tr("Page not found");
    case ErrorKind::Forbidden: return tr("You do not have access");
    case ErrorKind::Conflict: return tr("Something changed in between");
    case ErrorKind::TooLarge: return tr("This is too large");
    case ErrorKind::Unavailable: return tr("Toguna is not available right now");
    case ErrorKind::Internal: break;
    }
    return tr("Something went wrong on our side");
}

Text advice_of(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Invalid: return tr("Go back, correct what is said above, and send it again.");
    case ErrorKind::NotFound: return tr("Check the address, or find the page from the home page.");
    case ErrorKind::Forbidden: return tr("The coordinator of the body or an administrator of Toguna can give you access.");
    case ErrorKind::Conflict: return tr("Go back and reload the page to see what changed; nothing of theirs was overwritten.");
    case ErrorKind::TooLarge: return tr("Send a smaller file, or split it into several.");
    case ErrorKind::Unavailable: return tr("Nothing you sent before is lost. Try again in a few minutes.");
    case ErrorKind::Internal: break;
    }
    return tr("Nothing was half saved. Try again; if it happens again, give the reference below to your administrator.");
}

/// The address with another page number; the other filters stay.
std::string path_of_page(Request const& request, int page)
{
    std::string path = request.path + "?";
    for (auto const& [name, value] : request.query.pairs())
        if (name != "page")
            path += percent_encoded(name) + "=" + percent_encoded(value) + "&";
    return path + "page=" + std::to_string(page);
}

} // namespace

Reply page(Context const& context, Page page, int status)
{
    LayoutView view;
    view.document_title = document_title(context, page);
    view.notice = context.notice;
    view.visitor = context.visitor && !page.bare ? context.visitor->name : "";
    if (!page.bare)
        view.menu = menu_for(context, page.active_menu);
    for (auto const& code : languages())
        if (code != context.language.language())
            view.other_languages.push_back({ code, name_of_language(code) });
    view.style_path = asset_path("style.css");
    view.script_path = asset_path("app.js");
    view.icon_path = asset_path("favicon.svg");
    view.page = std::move(page);
    return html(part::layout(view, context.templates()), status);
}

Reply error_page(Context const& context, Error const& error, std::string const& reference)
{
    ErrorPageView view { context.language(error.message), context.language(advice_of(error.kind)), error.kind == ErrorKind::Internal ? reference : "" };
    if (error.kind == ErrorKind::Forbidden && context.visitor && context.refusal && context.explained_at)
        view.explained_at = context.explained_at(*context.refusal);
    Page content;
    content.title = context.language(title_of(error.kind));
    content.content = part::error_page(view, context.templates());
    content.bare = !context.visitor;
    return page(context, std::move(content), status_of(error.kind));
}

SafeHtml error_summary(Context const& context, Error const& error)
{
    ErrorSummaryView view;
    for (auto const& field : error.fields)
        view.lines.push_back({ field.field, context.language(field.message) });
    if (view.lines.empty() && !error.message.empty())
        view.lines.push_back({ "", context.language(error.message) });
    return view.lines.empty() ? SafeHtml() : part::error_summary(view, context.templates());
}

Pagination paginate(int total, std::string_view requested_page, int per_page)
{
    Pagination result;
    result.per_page = per_page;
    result.total = std::max(total, 0);
    result.pages = std::max(1, (result.total + per_page - 1) / per_page);
    std::from_chars(requested_page.data(), requested_page.data() + requested_page.size(), result.page);
    result.page = std::clamp(result.page, 1, result.pages);
    return result;
}

SafeHtml pagination_links(Context const& context, Request const& request, Pagination pagination)
{
    if (pagination.pages <= 1)
        return {};
    PaginationView view;
    for (int number = 1; number <= pagination.pages; ++number) {
        bool const near = std::abs(number - pagination.page) <= 1 || number == 1 || number == pagination.pages;
        if (near)
            view.links.push_back({ number, path_of_page(request, number), number == pagination.page });
        else if (view.links.back().page != 0)
            view.links.push_back({});
    }
    if (pagination.page > 1)
        view.previous = path_of_page(request, pagination.page - 1);
    if (pagination.page < pagination.pages)
        view.next = path_of_page(request, pagination.page + 1);
    view.first_row = (pagination.page - 1) * pagination.per_page + 1;
    view.last_row = std::min(pagination.page * pagination.per_page, pagination.total);
    view.total = pagination.total;
    return part::pagination(view, context.templates());
}

} // namespace toguna::web
