#pragma once
/// What the pages of contact imports show: a list is read, looked at and decided on, saved, reported.

#include "bodies/pages.hpp"
#include "contacts/import_store.hpp"
#include "web/field.hpp"
#include "web/layout.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

namespace toguna::contacts {

struct PathLine {
    std::string path;
    std::string name;
    std::string detail = {};
};

struct UploadView {
    bodies::Rooms rooms;
    std::string body;
    SafeHtml errors;
    web::FileField file;
    web::TextArea pasted;
    web::TextField starts_on;
    std::vector<PathLine> drafts;  ///< of the visitor, not saved yet
    std::vector<PathLine> imports; ///< the latest
};

struct TitledChoice {
    std::string place;
    std::string reason;
    web::ChoiceField field;
};

struct ColumnChoice {
    std::string sample; ///< what stands in its first cells
    web::SelectField field;
};

struct TableColumns {
    std::string title; ///< of the sheet or table; empty when there is one
    std::vector<ColumnChoice> columns;
};

struct PersonLine {
    std::string name;
    std::string organization;
    std::string function;
    std::string reach;
    web::Tag standing;
    std::vector<std::string> doubts;
};

struct DraftView {
    std::string id;
    std::string body;
    std::string totals;   ///< « 17 personnes, 14 organisations »
    std::string source;
    std::string save_words;
    bool may_save = false;
    bool with_members = true;
    std::string version;
    SafeHtml errors;
    SafeHtml once;
    web::Figures figures;
    std::vector<std::string> withheld;
    std::vector<std::string> skipped;
    std::vector<TitledChoice> choices; ///< the first that wait
    std::string more_choices;          ///< « 12 autres viendront ensuite »
    std::vector<TableColumns> tables;
    std::vector<PersonLine> rows;
    SafeHtml pages;
};

struct ImportView {
    std::string body;
    std::string draft; ///< path where rows still wait; or empty
    web::Definitions definitions;
    std::vector<std::string> withheld;
    std::vector<ImportedName> persons;
    std::vector<ImportedName> organizations;
    SafeHtml pages;
};

/// « Accueil › Instances › NUT › Membres ».
std::vector<web::Crumb> members_trail(web::Context const& context, bodies::Body const& body);
/// The day in the country of the body.
Result<Date> today_of(db::Reader const& db, web::Context const& context, bodies::Body const& body);

/// Everything of a draft that its page shows; `refused` puts its messages beside the fields.
Result<DraftView> draft_view(web::Request const& request, web::Context const& context, db::Reader const& reader, ContactDraft const& draft, Error const* refused);
/// The names of the fields of a draft's page.
std::string row_field(std::string_view row_key);          ///< "row-0-12-0"
std::string organization_field(std::size_t place);        ///< "organization-3", place in ContactList::organizations
std::string column_field(std::size_t table, std::size_t column); ///< "column-0-2"

std::vector<web::Route> upload_routes();
std::vector<web::Route> draft_routes();
std::vector<web::Route> import_routes();

} // namespace toguna::contacts
