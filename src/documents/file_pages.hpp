#pragma once
/// Files in requests and replies. A file has no rights of its own: the page that shows it asks for those of what it belongs to.

#include "documents/file_store.hpp"
#include "web/context.hpp"

namespace toguna::documents {

/// The file of a form's field as it may be kept; nothing when none was chosen. Errors name the field.
Result<std::optional<AcceptedFile>> uploaded_file(web::Request const& request, std::string_view field);

/// The file to keep on one's machine: never shown inside the site, whatever it holds.
Result<web::Reply> file_reply(db::Reader const& db, FileId const& id);

/// « 1 432 ko ».
std::string size_in_words(std::int64_t bytes, web::Localization const& language);

} // namespace toguna::documents
