#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "terms/made_document.html.hpp"
#include "terms/shared_terms_pages.hpp"

namespace toguna::terms {

namespace {

struct Read {
    bodies::Body body;
    MadeDocument made;
    formats::Document document;
    std::string language;
};

/// The document as it was made: its version of the template, its values, its day.
Result<Read> read_made(db::Reader const& reader, web::Request const& request)
{
    auto const body = TRY(bodies::find_body(reader, TRY(request.id<bodies::BodyId>("body"))));
    auto made = TRY(find_document(reader, TRY(request.id<DocumentId>("document"))));
    if (made.body != body.id)
        return fail(ErrorKind::NotFound, tr("This document does not exist."));
    auto const* shipped = TRY(shipped_or_missing(made.code));
    auto const version = TRY(find_version(reader, *shipped, made.template_version));
    auto filled = fill(TRY(parse_template(version.source, shipped->language)), made.values, letterhead_of(body, shipped->language, made.made_by, made.made_on, made.made_at));
    return Read { body, std::move(made), std::move(filled.document), std::string(shipped->language) };
}

Result<web::Reply> show_made(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const read = TRY(read_made(reader, request));
        auto const list = "/bodies/" + read.body.id.text() + "/terms";
        auto const path = list + "/documents/" + read.made.id.text();
        MadeView const view { bodies::rooms_of(context, reader, read.body, bodies::Room::Documents), made_words(read.made, context.language), read.language, formats::write_html(read.document),
            path + "/export.docx", path + "/export.pdf" };
        auto trail = bodies::trail_of(context, read.body);
        trail.push_back({ context.language.t("Documents"), list });
        return web::page(context, { read.made.title, trail, "/bodies", html::made_document(view, context.templates()) });
    });
}

template<FileKind kind>
Result<web::Reply> export_made(web::Request const& request, web::Context& context)
{
    auto const read = TRY(context.db.read([&](db::Reader const& reader) { return read_made(reader, request); }));
    return file_of(read.document, read.body, kind);
}

} // namespace

std::vector<web::Route> made_document_routes()
{
    using enum web::Method;
    auto const readers = web::by_right(bodies::view_body, bodies::body_in_path);
    return {
        { Get, "/bodies/:body/terms/documents/:document", show_made, readers },
        { Get, "/bodies/:body/terms/documents/:document/export.docx", export_made<FileKind::Docx>, readers },
        { Get, "/bodies/:body/terms/documents/:document/export.pdf", export_made<FileKind::Pdf>, readers },
    };
}

} // namespace toguna::terms
