#pragma once
/// What the pages show that write an action, that show two versions of it, and that split it.

#include "actions/action_forms.hpp"
#include "web/field.hpp"
#include "web/parts.hpp"

namespace toguna::actions {

struct Suggestion {
    std::string value;
    std::string label; ///< more of it: the long name behind an acronym
};

struct ActionFormView {
    std::string action; ///< where the form goes
    std::string cancel;
    std::string version;
    SafeHtml errors;
    SafeHtml once;
    std::string confirmed_due;
    std::vector<std::string> confirmed_names;
    std::vector<Suggestion> suggestions;
    web::TextArea text;
    web::TextField due;
    std::vector<web::TextField> responsible;
    web::ChoiceField gaps;     ///< no options outside a plan
    web::SelectField section;  ///< no options outside a plan
    web::ChoiceField priority;
    web::TextField progress;
};

struct ConflictRow {
    std::string label;
    std::string theirs;
    std::string mine;
    bool differs = false;
};

struct ActionConflictView {
    std::string id;
    std::string who; ///< « Awa Sanou, le 3 mars 2026 à 10 h 30 »
    std::vector<ConflictRow> rows;
    std::vector<std::pair<std::string, std::string>> fields; ///< what was typed, carried on
    SafeHtml once;
};

struct ActionSplitView {
    std::string id;
    std::string version;
    SafeHtml errors;
    SafeHtml once;
    std::vector<web::TextArea> parts;
};

/// The form of `plan` (null: outside a plan) as it was typed. `error` null: nothing is wrong.
ActionFormView action_form_view(ActionForm const& form, ActionFormSetting const& setting, Error const* error);

/// Field by field, what is stored and what was typed.
std::vector<ConflictRow> conflict_rows(ActionPoint const& theirs, ActionForm const& mine, ActionPlan const* plan, web::Localization const& language);

} // namespace toguna::actions
