#pragma once
/// What layout.html, error_summary.html, error_page.html and pagination.html are given.

#include "web/layout.hpp"

namespace toguna::web {

struct MenuItem {
    std::string name;
    std::string path;
    bool active = false;
};

struct LanguageLink {
    std::string code; ///< "en"
    std::string name; ///< in its own language: « English »
};

struct LayoutView {
    Page page;
    std::string document_title;
    std::string notice;
    std::string visitor; ///< name of who is signed in; empty: nobody
    std::vector<MenuItem> menu;
    std::vector<LanguageLink> other_languages;
    std::string style_path;
    std::string script_path;
    std::string icon_path;
};

struct ErrorSummaryView {
    struct Line {
        std::string field; ///< empty: belongs to the form as a whole
        std::string message;
    };
    std::vector<Line> lines;
};

struct ErrorPageView {
    std::string message;
    std::string advice;
    std::string reference;
    std::string explained_at = {}; ///< path of the page that says why
};

struct PaginationView {
    struct Link {
        int page = 0; ///< 0: a gap « … »
        std::string path;
        bool current = false;
    };
    std::vector<Link> links;
    std::string previous; ///< path, or empty on the first page
    std::string next;
    int first_row = 0;
    int last_row = 0;
    int total = 0;
};

} // namespace toguna::web
