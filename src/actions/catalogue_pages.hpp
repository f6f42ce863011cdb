#pragma once
/// Routes of the catalogue of core functions: administrators write versions, plans keep the one of their day.

#include "web/field.hpp"
#include "web/parts.hpp"
#include "web/router.hpp"

namespace toguna::actions {

struct CatalogueRow {
    std::string code;
    std::string label_fr;
    std::string label_en;
};

struct CatalogueView {
    std::vector<CatalogueRow> rows;
    std::string caption;   ///< « Version 2, du 3 mars 2026 : … »
    std::string note;
    bool is_current = true;
    struct Version {
        std::string title;
        std::string path;
    };
    std::vector<Version> versions; ///< the others, newest first
};

struct CatalogueFormView {
    SafeHtml errors;
    SafeHtml once;
    std::string version; ///< the one that was read
    struct Row {
        std::string code;
        web::TextField label_fr;
        web::TextField label_en;
    };
    std::vector<Row> rows;
    web::TextField note;
};

std::vector<web::Route> catalogue_routes();

} // namespace toguna::actions
