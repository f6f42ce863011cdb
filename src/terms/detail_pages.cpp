#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "people/forms.hpp"
#include "people/normalise.hpp"
#include "terms/detail_pages.hpp"
#include "terms/details.html.hpp"
#include "terms/shared_terms_pages.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

namespace toguna::terms {

namespace {

constexpr std::size_t longest_detail = 2000;

struct Asked {
    bodies::Body body;
    ShippedTemplate const* shipped = nullptr;
    std::vector<Place const*> places; ///< that the template asks for and that people type
};

Result<Asked> read_asked(db::Reader const& reader, web::Request const& request)
{
    Asked asked { TRY(bodies::find_body(reader, TRY(request.id<bodies::BodyId>("body")))), TRY(shipped_or_missing(request.parameters.at("template"))), {} };
    if (!is_offered(*asked.shipped, asked.body.kind))
        return fail(ErrorKind::NotFound, tr("This template is not meant for this kind of body."));
    auto const parsed = TRY(parse_template(TRY(current_version(reader, *asked.shipped)).source, asked.shipped->language));
    for (auto const* place : places_of(parsed))
        if (place->is_typed)
            asked.places.push_back(place);
    return asked;
}

/// A text area keeps its lines; a field is one.
Details decode(web::Request const& request, std::vector<Place const*> const& places)
{
    Details details { {}, people::read_version(request.form.get("version")) };
    for (auto const* place : places) {
        auto const typed = request.form.get(place->code);
        auto text = place->is_list ? std::string(typed) : people::tidy(typed);
        if (!people::tidy(text).empty())
            details.places.emplace(std::string(place->code), std::move(text));
    }
    return details;
}

Result<void> check(Details const& details)
{
    Error error { ErrorKind::Invalid, tr("These details cannot be saved as they are."), {}, {} };
    for (auto const& [code, text] : details.places) {
        if (people::length_of(text) > longest_detail)
            error.fields.push_back({ code, tr("2,000 characters at most.") });
        if (text.find_first_of("[]{}") != std::string::npos)
            error.fields.push_back({ code, tr("Brackets and braces would be printed: write what stands there.") });
    }
    if (!error.fields.empty())
        return fail(std::move(error));
    return {};
}

DetailRow row_of(Place const& place, Details const& details, Error const* error, web::Localization const& language)
{
    auto label = language(place.label);
    web::FieldFrame frame { std::string(place.code), std::move(label), language(place.explanation), error ? web::message_for(error->fields, place.code, language) : "", true };
    auto const found = details.places.find(place.code);
    auto const value = found == details.places.end() ? std::string() : found->second;
    if (place.is_list)
        return { {}, { std::move(frame), value, 5 }, true };
    return { { std::move(frame), value }, {}, false };
}

web::Reply form_page(web::Context& context, Asked const& asked, Details const& details, Error const* error)
{
    auto const path = "/bodies/" + asked.body.id.text() + "/terms/" + std::string(asked.shipped->code);
    DetailsView view { path, error ? web::error_summary(context, *error) : SafeHtml(), web::once_field(context), std::to_string(details.version), {} };
    for (auto const* place : asked.places)
        view.rows.push_back(row_of(*place, details, error, context.language));
    auto trail = bodies::trail_of(context, asked.body);
    trail.push_back({ context.language.t("Documents"), "/bodies/" + asked.body.id.text() + "/terms" });
    trail.push_back({ context.language(asked.shipped->title), path });
    return web::page(context, { context.language.t("Details of the document"), trail, "/bodies", html::details(view, context.templates()), error != nullptr },
        !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
}

Result<web::Reply> edit_details(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const asked = TRY(read_asked(reader, request));
        return form_page(context, asked, TRY(find_details(reader, asked.body.id, asked.shipped->code)), nullptr);
    });
}

Result<web::Reply> save(db::Transaction& tx, web::Request const& request, web::Context& context)
{
    auto const asked = TRY(read_asked(tx, request));
    TRY(context.require(tx, bodies::manage_body, asked.body.id.text()));
    auto const details = decode(request, asked.places);
    TRY(check(details));
    TRY(save_details(tx, asked.body.id, asked.shipped->code, details, context.now));
    auto const facts = boost::json::serialize(boost::json::object { { "template", asked.shipped->code }, { "filled", details.places.size() } });
    TRY(journal::record_event(tx, journal::actor_of(context), { "terms.details_changed", asked.body.id.text(), asked.body.id.text(), {}, facts }, context.now, context.chance));
    return web::see_other("/bodies/" + asked.body.id.text() + "/terms/" + std::string(asked.shipped->code));
}

Result<web::Reply> change_details(web::Request const& request, web::Context& context)
{
    auto const saved = context.db.write([&](db::Transaction& tx) { return web::once(tx, request, context, [&] { return save(tx, request, context); }); });
    if (saved)
        return web::with_notice(request, context, *saved, tr("The details were saved."));
    if (saved.error().kind != ErrorKind::Invalid && saved.error().kind != ErrorKind::Conflict)
        return fail(saved.error());
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const asked = TRY(read_asked(reader, request));
        auto details = decode(request, asked.places);
        if (saved.error().kind == ErrorKind::Conflict)
            details.version = TRY(find_details(reader, asked.body.id, asked.shipped->code)).version;
        return form_page(context, asked, details, &saved.error());
    });
}

} // namespace

std::vector<web::Route> detail_routes()
{
    using enum web::Method;
    auto const editors = web::by_right(bodies::manage_body, bodies::body_in_path);
    return {
        { Get, "/bodies/:body/terms/:template/details", edit_details, editors },
        { Post, "/bodies/:body/terms/:template/details", change_details, editors },
    };
}

} // namespace toguna::terms
