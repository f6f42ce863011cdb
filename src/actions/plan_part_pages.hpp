#pragma once
/// One section, one gap or one action of a plan: rename, link, split, merge, remove; and what happens when two do it at once.

#include "base/html.hpp"
#include "web/field.hpp"
#include "web/router.hpp"

namespace toguna::actions {

/// Two people changed the same words: both versions, side by side, and three ways on.
struct PartConflict {
    std::string theirs;
    std::string mine;
    std::string keep_theirs; ///< path; empty: there is no conflict
};

struct SectionPartView {
    std::string plan;
    std::string id;
    SafeHtml errors;
    SafeHtml once;
    PartConflict conflict;
    web::TextField title;
    web::SelectField function;
    std::string read_title; ///< as it was when the page was made
    std::string read_function;
};

struct GapPartView {
    struct Linked {
        std::string id;
        std::string reference;
        std::string text;
    };
    std::string plan;
    std::string id;
    SafeHtml errors;
    SafeHtml once;
    PartConflict conflict;
    std::int64_t version = 0;
    web::TextArea text;
    web::SelectField section;
    std::vector<Linked> linked;
    web::SelectField link; ///< the other actions of the plan
};

struct ActionPartView {
    std::string plan;
    std::string id;
    SafeHtml errors;
    std::int64_t version = 0;
    std::string text;
    web::ChoiceField gaps;
    SafeHtml split_once;
    web::TextArea texts;
    SafeHtml merge_once;
    web::SelectField other;
};

std::vector<web::Route> section_part_routes();
std::vector<web::Route> gap_part_routes();
std::vector<web::Route> action_part_routes();

} // namespace toguna::actions
