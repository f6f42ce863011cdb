#pragma once
/// The plans of a body, a plan as the document shows it, and its way out as XLSX, DOCX, PDF and CSV.

#include "actions/plan_view.hpp"
#include "bodies/pages.hpp"
#include "web/field.hpp"
#include "web/layout.hpp"
#include "web/router.hpp"

namespace toguna::actions {

/// Every route of the plan pages: those of this file and of plan_edit_pages, plan_part_pages, plan_grid_pages and carry_pages.
std::vector<web::Route> plan_routes();

struct PlansView {
    struct Row {
        std::string id;
        std::string year;
        std::string title;
        std::string actions;
        std::string closed;
        std::string late;
        std::string execution;
    };
    std::string body;
    bodies::Rooms rooms;
    std::vector<Row> rows;
    bool may_edit = false;
    web::EmptyState empty;
};

struct NewPlanView {
    std::string body;
    SafeHtml errors;
    SafeHtml once;
    web::TextField year;
    web::TextField title;
    web::ChoiceField start;
    web::SelectField former;
    bool has_former = false;
};

struct PlanPageView {
    std::string id;
    bool may_edit = false;
    bool has_actions = false;
    bool has_sections = false;
    std::string state; ///< « État au 2 mars 2026 »
    bool is_past = false;
    std::string filter; ///< words of the rows shown; empty: all
    web::Figures figures;
    std::vector<QualityLine> quality;
    PlanTable table;
    web::TextField as_of;
    web::ChoiceField columns;
    std::string show;
    std::string export_query; ///< "?columns=…", with the state's day
    std::string previous; ///< id of the plan of the year before, to carry from
    web::EmptyState empty;
};

} // namespace toguna::actions
