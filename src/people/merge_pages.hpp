#pragma once
/// Likely duplicates, and joining two organisations or two persons into one.

#include "people/chooser_pages.hpp"
#include "web/layout.hpp"
#include "web/parts.hpp"

namespace toguna::people {

struct DuplicateRow {
    std::string first;  ///< name
    std::string second;
    std::string first_note;
    std::string second_note;
    std::string first_path;
    std::string second_path;
    std::string first_id;
    std::string second_id;
    std::string merge_path; ///< the second into the first
    std::string reason;
};

struct DuplicatesView {
    std::string action; ///< takes « these are two »
    std::vector<DuplicateRow> rows;
    std::int64_t total = 0;
    SafeHtml pages;
    web::EmptyState empty;
};

struct MergeView {
    std::string action;
    std::string cancel;
    std::string lead;
    std::string consequence;
    SafeHtml errors;
    SafeHtml once;
    ChooserField into;
};

std::vector<web::Route> merge_routes();

} // namespace toguna::people
