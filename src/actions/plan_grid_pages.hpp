#pragma once
/// « Répartir et dater »: the open actions of a plan as a grid of two fields each, saved together.

#include "base/html.hpp"
#include "web/router.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace toguna::actions {

struct GridRow {
    std::string id;
    std::string reference;
    std::string text;
    std::int64_t version = 0;
    std::string due;
    std::string read_due; ///< as it was when the page was made: only what was typed over is written
    std::string due_error;
    std::string confirmed_due;
    std::string responsible;
    std::string read_responsible;
    std::string responsible_error;
    std::string confirmed_names;
};

struct GridFilter {
    std::string name;
    std::string path;
    bool is_current = false;
};

struct PlanGridView {
    std::string plan;
    std::string show;
    int page = 1;
    SafeHtml errors;
    std::vector<GridFilter> filters;
    std::vector<GridRow> rows;
    std::vector<std::string> names; ///< to choose from
    SafeHtml pages;
};

std::vector<web::Route> plan_grid_routes();

} // namespace toguna::actions
