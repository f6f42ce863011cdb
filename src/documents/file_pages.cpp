#include "documents/file_pages.hpp"

#include <algorithm>

namespace toguna::documents {

Result<std::optional<AcceptedFile>> uploaded_file(web::Request const& request, std::string_view field)
{
    auto const file = std::find_if(request.files.begin(), request.files.end(), [&](auto const& one) { return one.field == field; });
    // A browser sends an empty part without a name when nothing was chosen.
    if (file == request.files.end() || (file->name.empty() && file->bytes.empty()))
        return std::optional<AcceptedFile> {};
    return std::optional(TRY(accepted(file->name, file->bytes, field)));
}

Result<web::Reply> file_reply(db::Reader const& db, FileId const& id)
{
    auto const file = TRY(find_file(db, id));
    return web::download(TRY(read_bytes(db, file)), std::string(content_type_of(file.kind)), file.name);
}

std::string size_in_words(std::int64_t bytes, web::Localization const& language)
{
    return language(tr("{size} kB", { { "size", std::max<std::int64_t>(1, (bytes + 500) / 1000) } }));
}

} // namespace toguna::documents
