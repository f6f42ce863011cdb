#pragma once
/// Routes of the documents of a body: made from templates, kept, printed.

#include "terms/terms_store.hpp"
#include "bodies/pages.hpp"
#include "terms/fill.hpp"
#include "terms/template_store.hpp"

namespace toguna::terms {

struct TermsRow {
    std::string title;
    std::string path;
    web::Tag state; ///< ready, or how many places are empty
};
struct MadeRow {
    std::string title;
    std::string path;
    std::string made; ///< « le 3 mars 2026, par Awa Sanou »
    std::string norm; ///< the edition it cites; empty when it cites none
};
struct ReviewRow {
    std::string title;
    std::string path;
};
struct TermsListView {
    std::string id;
    bodies::Rooms rooms;
    std::vector<TermsRow> templates;
    std::vector<MadeRow> documents;
    std::vector<ReviewRow> reviews;
    std::string cited;  ///< empty while the body cites nothing
    std::string cited_link;
    bool may_edit = false;
    SafeHtml once;
    web::SelectField norm;
};

struct MissingRow {
    std::string label; ///< « l’agence de co-coordination »
    std::string path;  ///< where to fill it; empty for readers
};
struct MandateLink {
    std::string title;
    std::string path;
    bool is_current = false;
};
struct TermsView {
    std::string id;
    std::string code;
    bodies::Rooms rooms;
    std::string language; ///< of the document
    std::string title;    ///< of the document
    SafeHtml document;
    std::vector<MandateLink> mandates; ///< to choose from, when there are several
    std::vector<MissingRow> missing;
    std::vector<MissingRow> by_hand;
    std::string docx;
    std::string pdf;
    std::string blank_docx; ///< of an engagement form
    std::string blank_pdf;
    std::string details;    ///< empty when the template asks nothing of its own, or the visitor may not
    std::string mandate;    ///< id, carried by the form that keeps the document
    bool may_keep = false;
    SafeHtml once;
};

struct MadeView {
    bodies::Rooms rooms;
    std::string made;
    std::string language;
    SafeHtml document;
    std::string docx;
    std::string pdf;
};

struct ReviewView {
    bodies::Rooms rooms;
    SafeHtml document;
    std::string docx;
    std::string pdf;
};

/// The document of a body, today.
struct BodyTerms {
    bodies::Body body;
    ShippedTemplate const* shipped = nullptr;
    TemplateVersion version;
    std::optional<bodies::MandateId> mandate; ///< that was asked for
    PlaceValues values;
    FilledTerms filled;
};

/// Header, footer and page word in the language of the template.
Letterhead letterhead_of(bodies::Body const& body, std::string_view language, std::string_view author, Date as_of, Instant created);

std::vector<web::Route> terms_routes();
std::vector<web::Route> made_document_routes();
std::vector<web::Route> detail_routes();
std::vector<web::Route> review_routes();

} // namespace toguna::terms
