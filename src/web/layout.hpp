#pragma once
/// The frame around every page: header, menu, trail, notice, footer. The only place that writes <html>.

#include "web/context.hpp"

namespace toguna::web {

struct Crumb {
    std::string name;
    std::string path; ///< empty for the page itself
};

struct Page {
    std::string title;          ///< <h1> and <title>
    std::vector<Crumb> trail;   ///< from « Accueil » to the parent; the page itself is not repeated
    std::string active_menu;    ///< path of the menu entry it belongs to
    SafeHtml content;
    bool has_errors = false;    ///< puts « Erreur : » before the <title>
    bool bare = false;          ///< without menu: pages opened from a personal link, sign-in
};

Reply page(Context const& context, Page page, int status = 200);

/// The page of a refusal: what happened, what to do, and a reference for the log when it is our fault.
Reply error_page(Context const& context, Error const& error, std::string const& reference);

/// The summary on top of a refused form (GOV.UK pattern): a title and links to the fields. Empty without errors.
SafeHtml error_summary(Context const& context, Error const& error);

/// 25 rows a page; links keep the other filters of the address.
inline constexpr int rows_per_page = 25;
struct Pagination {
    int page = 1;
    int pages = 1;
    int total = 0;
    int per_page = rows_per_page; ///< more where rows are read together, as in a plan
};
Pagination paginate(int total, std::string_view requested_page, int per_page = rows_per_page);
SafeHtml pagination_links(Context const& context, Request const& request, Pagination pagination);

} // namespace toguna::web
