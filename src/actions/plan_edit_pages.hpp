#pragma once
/// The page that works on a plan: every section, gap and action with what can be done to it.

#include "actions/store.hpp"
#include "base/html.hpp"
#include "functions/catalogue_store.hpp"
#include "web/field.hpp"
#include "web/router.hpp"

namespace toguna::actions {

struct WorkAction {
    std::string id;
    std::string reference;
    std::string text;
    std::string facts; ///< « 15 mars 2026 · PAM · en cours »
};

struct WorkGap {
    std::string id; ///< empty for the actions that answer no gap
    std::string text;
    std::vector<WorkAction> actions;
};

struct WorkSection {
    std::string id;
    std::string title;
    std::string core_function;
    std::vector<WorkGap> gaps;
    web::TextArea new_gap;
    SafeHtml once; ///< one for each form: adding here must not use up the page's other forms
};

struct PlanEditView {
    std::string id;
    SafeHtml errors;
    SafeHtml once;
    std::vector<WorkSection> sections;
    web::TextField new_title;
    web::SelectField new_function;
};

/// The functions of a catalogue to choose from, in the reader's language; the first is none of them.
std::vector<web::Option> function_options(functions::Catalogue const& catalogue, web::Localization const& language);

std::vector<web::Route> plan_edit_routes();

} // namespace toguna::actions
