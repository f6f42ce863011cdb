#include "terms/template_pages.hpp"

#include "journal/store.hpp"
#include "people/forms.hpp"
#include "people/normalise.hpp"
#include "terms/fill.hpp"
#include "terms/sample_facts.hpp"
#include "terms/template_edit.html.hpp"
#include "terms/template_view.html.hpp"
#include "terms/templates.html.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

namespace toguna::terms {

namespace {

std::string path_of(ShippedTemplate const& shipped) { return "/templates/" + std::string(shipped.code); }

std::vector<web::Crumb> trail_to(web::Context const& context, ShippedTemplate const* shipped)
{
    std::vector<web::Crumb> trail { { context.language.t("Home"), "/" }, { context.language.t("Document templates"), "/templates" } };
    if (shipped)
        trail.push_back({ context.language(shipped->title), path_of(*shipped) });
    return trail;
}

std::string title_of(TemplateVersion const& version, web::Context const& context)
{
    if (!version.created)
        return context.language.t("Shipped text");
    return context.language(tr("Version {version}, of {date}", { { "version", std::to_string(version.version) }, { "date", web::local_date(*version.created, context.time_zone()) } }));
}

Result<ShippedTemplate const*> template_in_path(web::Request const& request) { return shipped_or_missing(request.parameters.at("template")); }

Result<web::Reply> show_templates(web::Request const&, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        TemplatesView view;
        for (auto const& shipped : shipped_templates())
            view.rows.push_back({ std::string(shipped.code), context.language(shipped.title), shipped.language == "fr" ? context.language.t("French") : context.language.t("English"),
                title_of(TRY(current_version(reader, shipped)), context) });
        return web::page(context, { context.language.t("Document templates"), { { context.language.t("Home"), "/" } }, "/templates", html::templates(view, context.templates()) });
    });
}

Result<web::Reply> show_template(web::Request const& request, web::Context& context)
{
    auto const* shipped = TRY(template_in_path(request));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const asked = request.parameters.find("version");
        auto const current = TRY(current_version(reader, *shipped));
        auto const shown = asked == request.parameters.end() ? current : TRY(find_version(reader, *shipped, people::read_version(asked->second)));
        TemplateView view { std::string(shipped->code), std::string(shipped->language), title_of(shown, context), shown.note, shown.version == current.version, shown.source, {}, {} };
        view.sample = TRY(sample_of(shown.source, shipped->language));
        for (auto const& version : TRY(list_versions(reader, shipped->code)))
            if (version.version != shown.version)
                view.versions.push_back({ title_of(version, context), path_of(*shipped) + "/versions/" + std::to_string(version.version) });
        if (shown.version != 0)
            view.versions.push_back({ context.language.t("Shipped text"), path_of(*shipped) + "/versions/0" });
        return web::page(context, { context.language(shipped->title), trail_to(context, nullptr), "/templates", html::template_view(view, context.templates()) });
    });
}

struct TemplateForm {
    std::string source;
    std::string note;
    std::string version;

    static TemplateForm decode(web::Request const& request)
    {
        return { std::string(request.form.get("source")), people::tidy(request.form.get("note")), std::string(request.form.get("version")) };
    }
};

std::vector<PlaceRow> place_rows(ShippedTemplate const& shipped, web::Localization const& language)
{
    std::vector<PlaceRow> rows { { shipped.language == "fr" ? "{{#si zone}} … {{sinon}} … {{/si}}" : "{{#if area}} … {{else}} … {{/if}}", language.t("Printed only when the place is filled, or only when it is not.") },
        { "{{! … }}", language.t("A remark for those who edit; it is never printed.") } };
    for (auto const& place : places()) {
        auto const name = std::string(name_of(place, shipped.language));
        rows.push_back({ place.is_list ? "{{#each " + name + "}} … {{/each}}" : "{{ " + name + " }}", language(place.explanation) });
    }
    return rows;
}

Result<web::Reply> form_page(web::Context& context, ShippedTemplate const& shipped, TemplateForm const& form, Error const* error, SafeHtml sample)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label, std::string hint) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "" };
    };
    TemplateFormView view;
    view.code = std::string(shipped.code);
    view.language = std::string(shipped.language);
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    view.once = web::once_field(context);
    view.version = form.version;
    view.source = { frame("source", language.t("Text of the template"), language.t("The rules and the places are below.")), form.source, 24 };
    view.note = { frame("note", language.t("What it changes, and who decided it"), {}), form.note };
    view.sample = std::move(sample);
    view.places = place_rows(shipped, language);
    return web::page(context, { language.t("New version of a template"), trail_to(context, &shipped), "/templates", html::template_edit(view, context.templates()), error != nullptr },
        !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
}

Result<web::Reply> edit_template(web::Request const& request, web::Context& context)
{
    auto const* shipped = TRY(template_in_path(request));
    auto const current = TRY(context.db.read([&](db::Reader const& reader) { return current_version(reader, *shipped); }));
    return form_page(context, *shipped, { current.source, {}, std::to_string(current.version) }, nullptr, {});
}

Result<web::Reply> save_version(db::Transaction& tx, web::Context& context, ShippedTemplate const& shipped, TemplateForm const& form)
{
    Error error { ErrorKind::Invalid, tr("The template cannot be used as it is."), {}, {} };
    if (auto const parsed = parse_template(form.source, shipped.language); !parsed)
        error = parsed.error();
    if (form.note.empty() || people::length_of(form.note) > 500)
        error.fields.push_back({ "note", tr("Say in 500 characters at most what this version changes, and who decided it.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    auto const version = TRY(insert_version(tx, shipped, people::read_version(form.version), form.source, form.note, context.now));
    auto const facts = boost::json::serialize(boost::json::object { { "version", version }, { "note", form.note } });
    TRY(journal::record_event(tx, journal::actor_of(context), { "terms.template_changed", std::string(shipped.code), {}, {}, facts }, context.now, context.chance));
    return web::see_other(path_of(shipped));
}

/// POST /templates/:template/edit: a version beside the old ones, or only a look at it.
Result<web::Reply> create_version(web::Request const& request, web::Context& context)
{
    auto const* shipped = TRY(template_in_path(request));
    auto form = TemplateForm::decode(request);
    if (request.form.has("preview")) {
        auto const sample = sample_of(form.source, shipped->language);
        return form_page(context, *shipped, form, sample ? nullptr : &sample.error(), sample.value_or(SafeHtml()));
    }
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&] { return save_version(tx, context, *shipped, form); });
    });
    if (saved)
        return web::with_notice(request, context, *saved, tr("The new version was saved. Documents that were made keep theirs."));
    if (saved.error().kind != ErrorKind::Invalid && saved.error().kind != ErrorKind::Conflict)
        return fail(saved.error());
    if (saved.error().kind == ErrorKind::Conflict)
        form.version = std::to_string(TRY(context.db.read([&](db::Reader const& reader) { return current_version(reader, *shipped); })).version);
    return form_page(context, *shipped, form, &saved.error(), {});
}

} // namespace

Result<SafeHtml> sample_of(std::string_view source, std::string_view language)
{
    auto const parsed = TRY(parse_template(source, language));
    auto document = fill(parsed, values_of(sample_facts(), web::localization(language, web::Medium::File)), {}).document;
    document.blocks.insert(document.blocks.begin(), formats::Heading { 1, document.title });
    return formats::write_html(document);
}

std::vector<web::Route> template_routes()
{
    using enum web::Method;
    return {
        { Get, "/templates", show_templates, web::administrator() },
        { Get, "/templates/:template", show_template, web::administrator() },
        { Get, "/templates/:template/versions/:version", show_template, web::administrator() },
        { Get, "/templates/:template/edit", edit_template, web::administrator() },
        { Post, "/templates/:template/edit", create_version, web::administrator() },
    };
}

} // namespace toguna::terms
