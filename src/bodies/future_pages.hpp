#pragma once
/// What the page on the future of a body shows.

#include "bodies/pages.hpp"

namespace toguna::bodies {

struct FutureView {
    std::string id;
    Rooms rooms;
    SafeHtml errors;
    SafeHtml once;
    bool may_administer = false;
    bool is_archived = false;
    web::TextField to;
    web::TextField day;
    web::TextArea reason;
    web::TextField decision;
    web::SelectField into;
    web::TextField merge_day;
    web::TextArea merge_reason;
    web::TextField merge_decision;
};

} // namespace toguna::bodies
