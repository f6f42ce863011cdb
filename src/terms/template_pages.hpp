#pragma once
/// Routes of the templates of documents: administrators read, try and write versions.

#include "terms/template_store.hpp"
#include "web/field.hpp"
#include "web/layout.hpp"
#include "web/router.hpp"

namespace toguna::terms {

struct TemplateRow {
    std::string code;
    std::string title;
    std::string language;
    std::string version; ///< « Version 2, du 3 mars 2026 », or « texte livré »
};
struct TemplatesView {
    std::vector<TemplateRow> rows;
};

struct PlaceRow {
    std::string written; ///< « {{ de l’agence chef de file }} »
    std::string explanation;
};

struct TemplateLink {
    std::string title;
    std::string path;
};

struct TemplateView {
    std::string code;
    std::string language;
    std::string version;
    std::string note;
    bool is_current = true;
    std::string source;
    SafeHtml sample; ///< filled with an invented body
    std::vector<TemplateLink> versions;
};

struct TemplateFormView {
    std::string code;
    SafeHtml errors;
    SafeHtml once;
    std::string version; ///< the one that was read
    web::TextArea source;
    web::TextField note;
    SafeHtml sample; ///< after « Aperçu »
    std::string language;
    std::vector<PlaceRow> places;
};

/// A document for the eye, with an invented body in its places.
Result<SafeHtml> sample_of(std::string_view source, std::string_view language);

std::vector<web::Route> template_routes();

} // namespace toguna::terms
