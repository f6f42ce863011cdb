#pragma once
/// The pages of a contact list: of a body for those who see it, of everybody for administrators.

#include "bodies/pages.hpp"
#include "contacts/contact_book.hpp"
#include "web/field.hpp"
#include "web/router.hpp"

namespace toguna::contacts {

struct BookLine {
    std::string path; ///< of the person
    std::string name;
    std::string organization;
    std::string function;
    std::string role;
    std::vector<std::string> reach;
};

struct BookSection {
    std::string title; ///< empty for one list of everybody
    std::vector<BookLine> lines;
};

struct BookLink {
    std::string name;
    std::string path;
    bool is_current = false;
};

struct BookView {
    bodies::Rooms rooms; ///< empty for the directory
    std::string body;
    std::string totals;
    std::vector<BookLink> groupings;
    std::vector<BookLink> files;
    std::string grouping; ///< carried by the form of the day
    web::TextField as_of;
    std::vector<BookSection> sections;
    SafeHtml pages;
    bool may_import = false;
    web::EmptyState empty;
};

std::vector<web::Route> book_routes();

} // namespace toguna::contacts
