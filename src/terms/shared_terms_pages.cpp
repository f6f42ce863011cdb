#include "terms/shared_terms_pages.hpp"

#include "bodies/store.hpp"

#include <algorithm>

namespace toguna::terms {

namespace {

/// A mandate of the query that nobody could have been offered is refused by read_facts; one that is no id at all is none.
std::optional<bodies::MandateId> mandate_in(web::Request const& request)
{
    return bodies::MandateId::parse(request.query.has("mandate") ? request.query.get("mandate") : request.form.get("mandate"));
}

} // namespace

bool is_offered(ShippedTemplate const& shipped, bodies::BodyKind kind)
{
    return shipped.kinds.empty() || std::find(shipped.kinds.begin(), shipped.kinds.end(), kind) != shipped.kinds.end();
}

Letterhead letterhead_of(bodies::Body const& body, std::string_view language, std::string_view author, Date as_of, Instant created)
{
    auto const& words = web::localization(language, web::Medium::File);
    return { body.name, words(tr("{body} · as of {date}", { { "body", body.short_name() }, { "date", as_of } })), words.t("Page"), std::string(author), created };
}

Result<BodyTerms> read_terms(db::Reader const& reader, web::Request const& request, web::Context const& context)
{
    BodyTerms terms { .body = TRY(bodies::find_body(reader, TRY(request.id<bodies::BodyId>("body")))), .shipped = TRY(shipped_or_missing(request.parameters.at("template"))),
        .version = {}, .mandate = mandate_in(request), .values = {}, .filled = {} };
    if (!is_offered(*terms.shipped, terms.body.kind))
        return fail(ErrorKind::NotFound, tr("This template is not meant for this kind of body."));
    terms.version = TRY(current_version(reader, *terms.shipped));
    auto const& words = web::localization(terms.shipped->language, web::Medium::File);
    auto const today = web::local_date(context.now, TRY(bodies::time_zone_of(reader, terms.body)));
    auto facts = TRY(read_facts(reader, terms.body, *terms.shipped, terms.mandate, words, today));
    if (terms.shipped->is_engagement && request.query.has("blank"))
        facts = without_engagement(std::move(facts));
    terms.values = values_of(facts, words);
    terms.filled = fill(TRY(parse_template(terms.version.source, terms.shipped->language)), terms.values,
        letterhead_of(terms.body, terms.shipped->language, context.visitor ? context.visitor->name : "", today, context.now));
    return terms;
}

std::string names_of(std::vector<Place const*> const& places, web::Localization const& language)
{
    std::vector<std::string> names;
    for (auto const* place : places)
        if (auto name = language(place->label); std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    return language.list(names);
}

web::Reply file_of(formats::Document const& document, bodies::Body const& body, FileKind kind)
{
    auto const name = body.short_name() + " – " + document.title;
    if (kind == FileKind::Docx)
        return web::download(formats::write_docx(document), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name + ".docx");
    return web::download(formats::write_pdf(document), "application/pdf", name + ".pdf");
}

std::string made_words(MadeDocument const& made, web::Localization const& language)
{
    return language(tr("made on {date} by {name}", { { "date", made.made_on }, { "name", made.made_by } }));
}

} // namespace toguna::terms
