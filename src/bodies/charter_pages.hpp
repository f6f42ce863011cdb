#pragma once
/// What the pages of a charter show.

#include "bodies/charter_store.hpp"
#include "bodies/pages.hpp"

namespace toguna::bodies {

struct CharterVersionRow {
    int number = 0;
    std::string from;
    std::string validated;
    bool is_shown = false;
    bool has_former = false;
};
struct CharterView {
    std::string id;
    Rooms rooms;
    bool is_empty = true;
    std::string not_in_force; ///< a sentence over a version that is not the one of today
    SafeHtml mandate;
    SafeHtml objectives;
    SafeHtml terms;
    web::Definitions definitions;
    std::vector<CharterVersionRow> versions;
    bool may_edit = false;
};
struct CharterFormView {
    std::string id;
    SafeHtml errors;
    SafeHtml once;
    web::TextArea mandate;
    web::TextArea objectives;
    web::TextArea terms;
    web::TextField valid_from;
    web::TextField validated_on;
    web::TextField validated_by;
    web::TextField norm_title;
    web::TextField norm_issuer;
    web::TextField norm_edition;
    web::ChoiceField is_public;
};
struct CharterPart {
    std::string title;
    std::vector<DifferenceLine> lines;
};
struct CharterDifferencesView {
    std::string id;
    std::vector<CharterPart> parts; ///< those that changed
};

} // namespace toguna::bodies
