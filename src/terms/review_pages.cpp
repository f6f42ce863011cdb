#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "terms/review.html.hpp"
#include "terms/review_store.hpp"
#include "terms/shared_terms_pages.hpp"

namespace toguna::terms {

namespace {

struct Reviewed {
    bodies::Body body;
    std::string path; ///< of the page
    formats::Document document;
};

Result<Reviewed> read_reviewed(db::Reader const& reader, web::Request const& request, web::Context const& context)
{
    auto const body = TRY(bodies::find_body(reader, TRY(request.id<bodies::BodyId>("body"))));
    auto const engagement = TRY(request.id<bodies::EngagementId>("engagement"));
    auto const today = web::local_date(context.now, TRY(bodies::time_zone_of(reader, body)));
    auto const facts = TRY(read_review(reader, body, engagement, today));
    auto const letterhead = letterhead_of(body, context.file_language.language(), context.visitor ? context.visitor->name : "", today, context.now);
    return Reviewed { body, "/bodies/" + body.id.text() + "/terms/reviews/" + engagement.text(), review_document(facts, context.file_language, letterhead) };
}

Result<web::Reply> show_review(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const reviewed = TRY(read_reviewed(reader, request, context));
        ReviewView const view { bodies::rooms_of(context, reader, reviewed.body, bodies::Room::Documents), formats::write_html(reviewed.document), reviewed.path + "/export.docx", reviewed.path + "/export.pdf" };
        auto trail = bodies::trail_of(context, reviewed.body);
        trail.push_back({ context.language.t("Documents"), "/bodies/" + reviewed.body.id.text() + "/terms" });
        return web::page(context, { context.language.t("Review at the end of a mandate"), trail, "/bodies", html::review(view, context.templates()) });
    });
}

template<FileKind kind>
Result<web::Reply> export_review(web::Request const& request, web::Context& context)
{
    auto const reviewed = TRY(context.db.read([&](db::Reader const& reader) { return read_reviewed(reader, request, context); }));
    return file_of(reviewed.document, reviewed.body, kind);
}

} // namespace

std::vector<web::Route> review_routes()
{
    using enum web::Method;
    auto const readers = web::by_right(bodies::view_coordination, bodies::body_in_path);
    return {
        { Get, "/bodies/:body/terms/reviews/:engagement", show_review, readers },
        { Get, "/bodies/:body/terms/reviews/:engagement/export.docx", export_review<FileKind::Docx>, readers },
        { Get, "/bodies/:body/terms/reviews/:engagement/export.pdf", export_review<FileKind::Pdf>, readers },
    };
}

} // namespace toguna::terms
