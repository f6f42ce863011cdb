#include "terms/terms_pages.hpp"

#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "people/store.hpp"
#include "terms/shared_terms_pages.hpp"
#include "terms/terms.html.hpp"
#include "terms/terms_list.html.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::terms {

namespace {

std::string path_of(bodies::BodyId const& body) { return "/bodies/" + body.text() + "/terms"; }
std::string path_of(bodies::BodyId const& body, ShippedTemplate const& shipped) { return path_of(body) + "/" + std::string(shipped.code); }

/// How far each template is from being printed.
Result<std::vector<TermsRow>> template_rows(db::Reader const& reader, bodies::Body const& body, web::Context const& context)
{
    std::vector<TermsRow> rows;
    for (auto const& shipped : shipped_templates()) {
        if (!is_offered(shipped, body.kind))
            continue;
        auto const& words = web::localization(shipped.language, web::Medium::File);
        auto const values = values_of(TRY(read_facts(reader, body, shipped, {}, words, context.today())), words);
        auto const missing = fill(TRY(parse_template(TRY(current_version(reader, shipped)).source, shipped.language)), values, {}).missing;
        auto const state = missing.empty() ? web::Tag { web::Look::Done, context.language.t("Ready") } : web::Tag { web::Look::ToDo, context.language(tr("Missing: {names}", { { "names", names_of(missing, context.language) } })) };
        rows.push_back({ context.language(shipped.title), path_of(body.id, shipped), state });
    }
    return rows;
}

/// What a document cites that took its norm from the charter of its day.
std::string words_cited(MadeDocument const& made)
{
    auto const found = made.values.single.find("norm");
    return found == made.values.single.end() ? "" : found->second.text;
}

Result<std::vector<MadeRow>> made_rows(db::Reader const& reader, bodies::BodyId const& body, std::vector<Norm> const& norms, web::Localization const& language)
{
    std::vector<MadeRow> rows;
    for (auto const& made : TRY(list_documents(reader, body))) {
        auto const norm = std::find_if(norms.begin(), norms.end(), [&](Norm const& one) { return made.norm == one.id; });
        rows.push_back({ made.title, path_of(body) + "/documents/" + made.id.text(), made_words(made, language), norm == norms.end() ? words_cited(made) : citation(*norm, language) });
    }
    return rows;
}

/// Of signed letters of co-coordination, for those who coordinate.
Result<std::vector<ReviewRow>> review_rows(db::Reader const& reader, bodies::BodyId const& body, web::Context const& context)
{
    std::vector<ReviewRow> rows;
    if (!context.may(reader, bodies::view_coordination, body.text()))
        return rows;
    for (auto const& engagement : TRY(bodies::list_engagements(reader, body))) {
        if (engagement.kind != bodies::EngagementKind::CoCoordination || !engagement.signed_on || !engagement.organization)
            continue;
        auto const name = TRY(people::find_organization(reader, *engagement.organization)).short_name();
        rows.push_back({ context.language(tr("{name}, engagement of {date}", { { "name", name }, { "date", *engagement.signed_on } })), path_of(body) + "/reviews/" + engagement.id.text() });
    }
    return rows;
}

web::SelectField norm_field(std::vector<Norm> const& norms, std::optional<Norm> const& cited, web::Localization const& language)
{
    web::SelectField field { { "norm", language.t("Text that the body cites") }, {}, cited ? cited->id.text() : "" };
    if (!cited)
        field.options.push_back({ "", language.t("Choose") });
    for (auto const& norm : norms)
        field.options.push_back({ norm.id.text(), citation(norm, language) });
    return field;
}

Result<web::Reply> show_list(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const body = TRY(bodies::find_body(reader, id));
        auto const norms = TRY(list_norms(reader));
        auto const cited = TRY(cited_norm(reader, id));
        TermsListView view;
        view.id = id.text();
        view.rooms = bodies::rooms_of(context, reader, body, bodies::Room::Documents);
        view.templates = TRY(template_rows(reader, body, context));
        view.documents = TRY(made_rows(reader, id, norms, context.language));
        view.reviews = TRY(review_rows(reader, id, context));
        auto const words = TRY(citation_of(reader, id, context.language, context.today()));
        view.cited = words ? citation(*words) : "";
        view.cited_link = cited ? cited->link : "";
        view.may_edit = context.may(reader, bodies::manage_body, id.text());
        view.once = web::once_field(context);
        view.norm = norm_field(norms, cited, context.language);
        return web::page(context, { context.language.t("Documents"), bodies::trail_of(context, body), "/bodies", html::terms_list(view, context.templates()) });
    });
}

/// Where somebody fills what is missing.
std::string path_to_fill(PlaceHome home, BodyTerms const& terms)
{
    auto const body = "/bodies/" + terms.body.id.text();
    switch (home) {
    case PlaceHome::Body:
        return body + "/edit";
    case PlaceHome::Mandates:
        return body + "/mandates";
    case PlaceHome::Engagement:
        return body + "/engagements";
    case PlaceHome::Norm:
        return path_of(terms.body.id) + "#norm";
    case PlaceHome::Details:
        return path_of(terms.body.id, *terms.shipped) + "/details";
    }
    return body;
}

std::vector<MissingRow> missing_rows(std::vector<Place const*> const& places, BodyTerms const& terms, bool may_edit, web::Localization const& language)
{
    std::vector<MissingRow> rows;
    for (auto const* place : places) {
        MissingRow row { language(place->label), may_edit ? path_to_fill(place->home, terms) : "" };
        if (std::none_of(rows.begin(), rows.end(), [&](MissingRow const& other) { return other.label == row.label; }))
            rows.push_back(std::move(row));
    }
    return rows;
}

std::string mandate_title(bodies::NamedMandate const& named, web::Localization const& language)
{
    return named.holder() + " – " + language(bodies::label_of(named.mandate.level)) + ", " + language(tr("since {start}", { { "start", named.mandate.period.start() } }));
}

Result<std::vector<MandateLink>> mandate_links(db::Reader const& reader, BodyTerms const& terms, web::Context const& context)
{
    std::vector<MandateLink> links;
    auto const mandates = TRY(co_coordinations(reader, terms.body.id, context.today()));
    if (mandates.size() < 2)
        return links;
    auto const shown = terms.mandate.value_or(mandates.front().mandate.id);
    for (auto const& named : mandates)
        links.push_back({ mandate_title(named, context.language), path_of(terms.body.id, *terms.shipped) + "?mandate=" + named.mandate.id.text(), named.mandate.id == shown });
    return links;
}

/// The addresses of the files, with what the page was asked with.
void fill_files(TermsView& view, BodyTerms const& terms)
{
    auto const path = path_of(terms.body.id, *terms.shipped);
    std::string query = terms.mandate ? "?mandate=" + terms.mandate->text() : "";
    if (!terms.filled.is_complete())
        query += (query.empty() ? "?" : "&") + std::string("dots=1");
    view.docx = path + "/export.docx" + query;
    view.pdf = path + "/export.pdf" + query;
    if (terms.shipped->is_engagement) {
        view.blank_docx = path + "/export.docx?blank=1";
        view.blank_pdf = path + "/export.pdf?blank=1";
    }
}

bool asks_details(BodyTerms const& terms)
{
    auto const parsed = parse_template(terms.version.source, terms.shipped->language);
    auto const asked = parsed ? places_of(*parsed) : std::vector<Place const*> {};
    return std::any_of(asked.begin(), asked.end(), [](Place const* place) { return place->is_typed; });
}

Result<web::Reply> show_terms(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const terms = TRY(read_terms(reader, request, context));
        bool const may_edit = context.may(reader, bodies::manage_body, terms.body.id.text());
        TermsView view;
        view.id = terms.body.id.text();
        view.code = terms.shipped->code;
        view.rooms = bodies::rooms_of(context, reader, terms.body, bodies::Room::Documents);
        view.language = terms.shipped->language;
        view.title = terms.filled.document.title;
        view.document = formats::write_html(terms.filled.document);
        view.mandates = TRY(mandate_links(reader, terms, context));
        view.missing = missing_rows(terms.filled.missing, terms, may_edit, context.language);
        view.by_hand = missing_rows(terms.filled.by_hand, terms, may_edit, context.language);
        fill_files(view, terms);
        view.details = may_edit && asks_details(terms) ? path_of(terms.body.id, *terms.shipped) + "/details" : "";
        view.mandate = terms.mandate ? terms.mandate->text() : "";
        view.may_keep = may_edit && terms.filled.is_complete();
        view.once = web::once_field(context);
        auto trail = bodies::trail_of(context, terms.body);
        trail.push_back({ context.language.t("Documents"), path_of(terms.body.id) });
        return web::page(context, { context.language(terms.shipped->title), trail, "/bodies", html::terms(view, context.templates()) });
    });
}

/// Nobody prints a gap unseen: without `?dots=1`, what is missing is named instead of a file.
Result<void> check_complete(FilledTerms const& filled, web::Localization const& language)
{
    if (filled.is_complete())
        return {};
    return fail(ErrorKind::Conflict, tr("This document is not ready. Missing: {names}.", { { "names", names_of(filled.missing, language) } }));
}

template<FileKind kind>
Result<web::Reply> export_terms(web::Request const& request, web::Context& context)
{
    auto const terms = TRY(context.db.read([&](db::Reader const& reader) { return read_terms(reader, request, context); }));
    if (!request.query.has("dots"))
        TRY(check_complete(terms.filled, context.language));
    return file_of(terms.filled.document, terms.body, kind);
}

Result<web::Reply> keep(db::Transaction& tx, web::Request const& request, web::Context& context)
{
    auto terms = TRY(read_terms(tx, request, context));
    TRY(context.require(tx, bodies::manage_body, terms.body.id.text()));
    TRY(check_complete(terms.filled, context.language));
    auto const version = TRY(ensure_version(tx, *terms.shipped, context.language.t("Shipped text"), context.now));
    auto const norm = TRY(cited_norm(tx, terms.body.id));
    auto const zone = TRY(bodies::time_zone_of(tx, terms.body));
    MadeDocument const made { context.new_id<DocumentId>(), terms.body.id, std::string(terms.shipped->code), version.version, terms.filled.document.title, std::move(terms.values),
        norm ? std::optional(norm->id) : std::nullopt, web::local_date(context.now, zone), context.now, context.visitor->name };
    TRY(insert_document(tx, made));
    auto const facts = boost::json::serialize(boost::json::object { { "template", made.code }, { "version", made.template_version } });
    TRY(journal::record_event(tx, journal::actor_of(context), { "terms.document_made", made.id.text(), made.body.text(), {}, facts }, context.now, context.chance));
    return web::see_other(path_of(made.body) + "/documents/" + made.id.text());
}

/// POST /bodies/:body/terms/:template: the document of today is kept as it is.
Result<web::Reply> create_document(web::Request const& request, web::Context& context)
{
    auto const saved = TRY(context.db.write([&](db::Transaction& tx) { return web::once(tx, request, context, [&] { return keep(tx, request, context); }); }));
    return web::with_notice(request, context, saved, tr("The document is kept. Later changes to the template or the body leave it as it is."));
}

/// POST /bodies/:body/citation
Result<web::Reply> change_citation(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    auto const norm = NormId::parse(request.form.get("norm"));
    auto const saved = TRY(context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, bodies::manage_body, id.text()));
            TRY(bodies::find_body(tx, id));
            if (!norm)
                return fail(ErrorKind::NotFound, tr("This text is not in the reference library."));
            auto const before = TRY(cited_norm(tx, id));
            TRY(cite(tx, id, *norm, context.now));
            auto const fact = [](std::string const& cited) { return boost::json::serialize(boost::json::object { { "norm", cited } }); };
            TRY(journal::record_event(tx, journal::actor_of(context), { "terms.norm_cited", norm->text(), id.text(), before ? fact(before->id.text()) : "", fact(norm->text()) }, context.now, context.chance));
            return web::see_other(path_of(id));
        });
    }));
    return web::with_notice(request, context, saved, tr("The body cites this edition from now on."));
}

} // namespace

std::vector<web::Route> terms_routes()
{
    using enum web::Method;
    auto const readers = web::by_right(bodies::view_body, bodies::body_in_path);
    auto const editors = web::by_right(bodies::manage_body, bodies::body_in_path);
    return {
        { Get, "/bodies/:body/terms", show_list, readers },
        { Get, "/bodies/:body/terms/:template", show_terms, readers },
        { Get, "/bodies/:body/terms/:template/export.docx", export_terms<FileKind::Docx>, readers },
        { Get, "/bodies/:body/terms/:template/export.pdf", export_terms<FileKind::Pdf>, readers },
        { Post, "/bodies/:body/terms/:template", create_document, editors },
        { Post, "/bodies/:body/citation", change_citation, editors },
    };
}

} // namespace toguna::terms
