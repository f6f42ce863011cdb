#pragma once
/// What several pages of documents do: read a body's terms, send a file.

#include "terms/terms_pages.hpp"

namespace toguna::terms {

/// The body, template and mandate of the address, filled as of today; `?blank=1` empties the parties of an engagement form.
/// NotFound when the template is not offered to that kind of body.
Result<BodyTerms> read_terms(db::Reader const& reader, web::Request const& request, web::Context const& context);

bool is_offered(ShippedTemplate const& shipped, bodies::BodyKind kind);

/// « l’agence de co-coordination et la date de signature ».
std::string names_of(std::vector<Place const*> const& places, web::Localization const& language);

enum class FileKind { Docx, Pdf };
/// « NUT – Co-coordination du cluster Nutrition.docx ».
web::Reply file_of(formats::Document const& document, bodies::Body const& body, FileKind kind);

/// « le 3 mars 2026, par Awa Sanou ».
std::string made_words(MadeDocument const& made, web::Localization const& language);

} // namespace toguna::terms
