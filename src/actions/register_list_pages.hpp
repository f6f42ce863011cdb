#pragma once
/// What the page of the register shows.

#include "actions/register_forms.hpp"
#include "web/field.hpp"
#include "web/parts.hpp"

namespace toguna::actions {

struct RegisterRow {
    std::string id;
    std::string reference;
    std::string text;
    std::string body = {};
    std::string responsible = {};
    std::string due = {};
    std::string postponed = {}; ///< « 2 reports », or empty
    std::vector<web::Tag> tags = {};
    std::string percent = {};
};

struct RegisterColumn {
    std::string title;
    std::string path;    ///< sorts by it
    bool sorted = false; ///< already
};

struct ExportLink {
    std::string name;
    std::string path;
};

struct RegisterView {
    std::string path;      ///< of the filter form
    bool mine = false;
    SafeHtml errors;
    web::TextField words;
    web::SelectField status;
    web::SelectField body; ///< no options with one body only
    web::SelectField plan;
    web::SelectField core_function;
    web::SelectField responsible;
    web::ChoiceField only;
    web::TextField as_of;
    std::string order;     ///< carried on by the form; empty: by deadline
    bool more_open = false; ///< a rarer filter is set
    bool is_filtered = false;
    std::string clear_path;
    web::Figures figures;
    std::string caption;   ///< « 12 actions », « État au 3 mars 2026 : 12 actions »
    std::vector<RegisterColumn> columns;
    std::vector<RegisterRow> rows;
    std::vector<ExportLink> exports;
    SafeHtml pages;
    web::EmptyState empty;
};

/// What the selects offer.
struct RegisterChoices {
    std::vector<web::Option> bodies;
    std::vector<web::Option> plans;
    std::vector<web::Option> functions;
    std::vector<web::Option> responsible;
};

/// All but the rows, the pages and the errors.
RegisterView register_view(RegisterForm const& form, RegisterChoices const& choices, PlanFigures const& figures, Date today, web::Localization const& language);
RegisterRow register_row(ActionPoint const& action, std::map<bodies::BodyId, std::string> const& body_names, Date day, web::Localization const& language);

} // namespace toguna::actions
