#pragma once
/// What the pages of countries, areas and their imports show.

#include "geography/area_import_store.hpp"
#include "geography/area_store.hpp"
#include "web/field.hpp"
#include "web/layout.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

namespace toguna::geography {

struct CountryRow {
    std::string code;
    std::string name;
    std::string areas;    ///< « 17 régions, 47 provinces, 351 communes »
    std::string editions; ///< « 2025, valable depuis le 1 juillet 2025 »
};

struct CountriesView {
    std::vector<CountryRow> rows;
    bool may_edit = false;
};

struct AreaRow {
    std::string path; ///< of its page
    std::string name;
    std::string level;
    std::string code;   ///< empty: none is published
    std::string inside; ///< « Sanmatenga, Centre-Nord »
};

struct AreaLink {
    std::string name;
    std::string path;
    bool is_last = false;
};
using AreaLinks = std::vector<AreaLink>;

struct AreasView {
    std::string country; ///< code
    SafeHtml errors;
    web::TextField search;
    web::SelectField level;
    web::TextField as_of;
    std::string caption;
    std::vector<AreaRow> rows;
    SafeHtml pages;
    web::EmptyState empty;
    std::vector<std::pair<std::string, std::string>> exports; ///< name and address
    web::Definitions editions;
};

struct AreaView {
    std::string warning; ///< that it is not valid today; empty when it is
    web::Definitions definitions;
    std::string children_caption;
    std::vector<AreaRow> children;
    SafeHtml pages;
};

struct CountryFormView {
    SafeHtml errors;
    SafeHtml once;
    web::TextField code;
    web::TextField iso2;
    web::TextField name_fr;
    web::TextField name_en;
    web::TextField time_zone;
    web::TextField currency;
};

struct AreaUploadView {
    SafeHtml errors;
    web::FileField file;
    web::SelectField country;
    web::TextField valid_from;
    web::TextField edition;
};

struct ChangeRow {
    std::string change;
    std::string level;
    std::string code;
    std::string name;
    std::string former_name;
};

struct AreaImportView {
    std::string id;
    std::string lead; ///< « Tchad, édition 2026, valable depuis le … »
    std::string file;
    SafeHtml once;
    web::Figures figures;
    std::vector<std::string> set_aside;
    std::vector<std::pair<std::string, std::string>> problems; ///< place and sentence
    std::vector<ChangeRow> changes;                            ///< of this page of the list
    SafeHtml pages;
    bool may_write = false;
    bool changes_nothing = false;
};

/// The country of the address; NotFound when there is none.
Result<Country> country_in_path(db::Reader const& db, web::Request const& request);

std::vector<web::Crumb> trail_of_areas(web::Context const& context);

std::vector<web::Route> area_routes();
std::vector<web::Route> country_routes();
std::vector<web::Route> import_routes();

} // namespace toguna::geography
