#pragma once
/// What the pages of mandates, delegations, absences, troïkas and reasons show, and their routes.

#include "bodies/mandate_forms.hpp"
#include "bodies/mandate_state.hpp"
#include "bodies/pages.hpp"
#include "bodies/role_label.hpp"
#include "people/chooser_pages.hpp"

namespace toguna::bodies {

std::vector<web::Route> mandate_routes();
std::vector<web::Route> mandate_list_routes();
std::vector<web::Route> role_label_routes();
std::vector<web::Route> why_routes();

/// A body with the day its country has and the day that was asked for (« état au … »).
struct BodyOnDay {
    Body body;
    Date today;
    Date day;              ///< `today`, unless another one was asked for
    std::string typed = {}; ///< what the field held
    Text unreadable = {};  ///< empty, or why `typed` is no day
};
/// The body in the path and the day in ?on=.
Result<BodyOnDay> body_on_day(db::Reader const& db, web::Request const& request, web::Context const& context);
/// The field of that day.
web::TextField day_field(BodyOnDay const& shown, web::Localization const& language);

/// A mandate as a list shows it, or a role that nobody holds.
struct MandateRow {
    std::string id; ///< empty: vacant
    std::string role;
    std::string holder;
    std::string organization;
    std::string where; ///< « régional : Kaya (BF490304) »; empty for a national one
    std::string period;
    web::Tag state;
};

struct MandatesView {
    std::string id;
    Rooms rooms;
    web::TextField day;
    std::string day_query;     ///< "2026-11-01", or empty: today
    std::string caption;
    std::vector<MandateRow> rows;
    std::vector<MandateRow> past;
    std::vector<std::string> warnings;
    std::string chairing;      ///< « Awa Sanou préside … »
    std::string chairing_reason;
    bool may_manage = false;
    bool may_name_roles = false;
    bool sees_coordination = false;
    bool has_troika = false;
    std::string country;
};

struct MandateFormView {
    std::string action;
    std::string cancel;
    std::string version;
    bool is_new = true;
    SafeHtml errors;
    SafeHtml once;
    web::SelectField role;
    people::ChooserField organization;
    people::ChooserField person;
    web::ChoiceField level;
    web::TextField area;
    web::TextField starts_on;
    web::TextField ends_on;
    bool may_end = false;
    SafeHtml end_once; ///< the second form of the page has a token of its own
    web::TextField last_day;
    people::ChooserField successor;
};

struct RoleLabelsView {
    struct Row {
        std::string role; ///< the usual word
        std::vector<web::TextField> fields; ///< a language each
    };
    std::string country; ///< code
    std::vector<std::string> languages;
    std::vector<Row> rows;
    SafeHtml errors;
};

struct RoleLabelCountriesView {
    std::vector<std::pair<std::string, std::string>> countries; ///< code, name
};

/// One right and its reason.
struct WhyRow {
    std::string name;  ///< "edit_plan": the anchor
    std::string right; ///< « Modifier le plan d’action »
    web::Tag answer;
    std::string because;
    std::string in_place_of;
};

struct WhyView {
    std::string id;
    Rooms rooms;
    bool may_ask_for_others = false;
    people::ChooserField person;
    web::TextField day;
    std::string caption;
    std::string note; ///< whom the sentences address, when it is somebody else
    std::vector<WhyRow> rows;
};

} // namespace toguna::bodies
