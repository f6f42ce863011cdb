#pragma once
/// What the pages of organisations and persons show.

#include "people/chooser_pages.hpp"
#include "people/forms.hpp"
#include "web/field.hpp"
#include "web/layout.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

namespace toguna::people {

/// Who may add and correct organisations and persons: administrators, and the coordination of any body.
inline constexpr web::Right edit_directory { "edit_directory" };

struct OrganizationRow {
    std::string id;
    std::string name;
    std::string acronym;
    std::string type;
    std::string aliases;
};

struct OrganizationsView {
    web::TextField search;
    web::SelectField type;
    std::vector<OrganizationRow> rows;
    std::int64_t total = 0;
    bool may_edit = false;
    bool is_filtered = false;
    SafeHtml pages;
    web::EmptyState empty;
};

/// A post on the page of its organisation, or of a person who held it.
struct PostRow {
    std::string id;
    std::string label;
    std::string holder = {}; ///< or the organisation, on a person's page
    std::string holder_path = {};
    std::string period = {};
};

struct OrganizationView {
    std::string id;
    web::Definitions definitions;
    std::vector<std::pair<std::string, std::string>> branches; ///< id and name
    std::vector<PostRow> posts;
    std::vector<std::pair<std::string, std::string>> people;   ///< id and name of those affiliated today
    bool may_edit = false;
};

struct OrganizationFormView {
    std::string action;
    std::string cancel;
    std::string version;
    SafeHtml errors;
    SafeHtml once;
    web::TextField name;
    web::TextField acronym;
    web::SelectField type;
    web::SelectField country;
    ChooserField parent;
    web::TextArea aliases;
};

struct PersonRow {
    std::string id;
    std::string name;
    std::string organization;
    std::string function;
    std::string email;
    std::string phone;
};

struct PersonsView {
    web::TextField search;
    std::vector<PersonRow> rows;
    std::int64_t total = 0;
    bool may_edit = false;
    bool may_erase = false;
    bool is_somebody = false; ///< the visitor is a person of the directory
    bool is_filtered = false;
    SafeHtml pages;
    web::EmptyState empty;
};

struct AffiliationRow {
    std::string id;
    std::string organization_id;
    std::string organization;
    SafeHtml function; ///< acronyms explained
    std::string period;
    bool is_open = false;
};

/// What may be corrected of an affiliation.
struct AffiliationDates {
    std::string function = {};
    std::string starts_on = {};
    std::string ends_on = {};
};

struct AffiliationFormView {
    std::string action;
    std::string cancel;
    std::string organization;
    SafeHtml errors;
    SafeHtml once;
    web::TextField function;
    web::TextField starts_on;
    web::TextField ends_on;
};

struct PersonView {
    std::string id;
    web::Definitions definitions;
    std::vector<PostRow> posts;
    bool may_keep_contacts = false;
    bool may_erase = false;
    bool is_erased = false;
    std::vector<AffiliationRow> affiliations;
    bool may_edit = false;
    SafeHtml errors;
    SafeHtml once;
    ChooserField organization;
    web::TextField function;
    web::TextField starts_on;
};

struct PersonFormView {
    std::string action;
    std::string cancel;
    std::string version;
    bool is_new = false;
    SafeHtml errors;
    SafeHtml once;
    bool shows_email = true; ///< false: it is not for the eyes of whoever corrects the rest
    bool shows_phone = true;
    web::TextField full_name;
    web::TextField email;
    web::SelectField email_visibility;
    web::TextField phone;
    web::SelectField phone_visibility;
    web::TextField spoken;
    web::TextField consented_on;
    web::ChoiceField language;
    ChooserField organization;
    web::TextField function;
};

std::vector<web::Route> organization_routes();
std::vector<web::Route> person_routes();
std::vector<web::Route> affiliation_routes();

/// Everybody in the directory may be seen by whoever is signed in; changing it asks edit_directory of the installation.
web::Access directory_access();

/// The person the visitor is; NotFound for an account without one, as the first administrator's may be.
Result<PersonId> visiting_person(web::Context const& context);

/// « depuis le 1er janvier 2026 », « du … au … ».
std::string period_text(web::Localization const& language, Period const& period);

/// « Aucune », then every organisation.
std::vector<web::Option> organization_options(std::vector<Organization> const& organizations, std::string none);

} // namespace toguna::people
