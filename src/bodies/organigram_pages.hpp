#pragma once
/// What the page of an organigram shows.

#include "bodies/organigram.hpp"
#include "bodies/pages.hpp"

namespace toguna::bodies {

struct DrawnText {
    int x = 0;
    int y = 0;
    bool is_name = false;
    std::string text;
};
struct DrawnBox {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    std::string path; ///< empty: the visitor may not open it
    std::vector<DrawnText> lines;
};
struct DrawnLine {
    std::string path;
    std::string arrow;
    bool is_report = false;
};
struct OrganigramView {
    SafeHtml errors;
    std::string title;
    std::string body; ///< id, when only what stands below one body is shown
    std::string whole; ///< path of the whole country then
    web::SelectField country;
    web::TextField on;
    int width = 0;
    int height = 0;
    std::vector<DrawnBox> boxes;
    std::vector<DrawnLine> lines;
    SafeHtml list;
    std::string docx;
    std::string pdf;
};

} // namespace toguna::bodies
