#pragma once
/// What the pages of the share of responsibilities show.

#include "bodies/function_share_store.hpp"
#include "bodies/pages.hpp"

namespace toguna::bodies {

struct ShareRow {
    std::string function;
    std::string coordinator;    ///< « A/R – répond du résultat et réalise »
    std::string co_coordinator;
};

struct ShareVersionRow {
    std::string title;
    std::string path;
};

struct ShareView {
    std::string body;
    Rooms rooms;
    std::string state_line;     ///< « État au … », of another day
    web::Tag state;             ///< « Projet », « Convenu »
    std::vector<std::string> agreements; ///< who agreed when, who has not
    std::vector<ShareRow> rows;
    std::string coordinator;    ///< heading of the column
    std::string co_coordinator;
    std::string number;         ///< for the form that agrees
    std::string export_query;
    bool may_edit = false;
    std::string agree_as;       ///< « Convenir, pour la coordination »; empty when the visitor has nothing to agree to
    SafeHtml once;
    std::vector<ShareVersionRow> former;
    web::TextField as_of;
    web::EmptyState empty;
};

struct ShareFormRow {
    std::string function;
    web::SelectField coordinator;
    web::SelectField co_coordinator;
};

struct ShareFormView {
    std::string body;
    Rooms rooms;
    std::string number;         ///< the one that was read
    SafeHtml errors;
    SafeHtml once;
    std::vector<ShareFormRow> rows;
};

std::vector<web::Route> function_share_routes();

} // namespace toguna::bodies
