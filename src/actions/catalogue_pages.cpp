#include "actions/catalogue_pages.hpp"

#include "actions/catalogue.html.hpp"
#include "actions/catalogue_form.html.hpp"
#include "actions/shared_action_pages.hpp"
#include "functions/catalogue_store.hpp"
#include "journal/store.hpp"
#include "people/forms.hpp"
#include "people/normalise.hpp"

namespace toguna::actions {

namespace {

std::string title_of_version(functions::CatalogueVersion const& version, web::Context const& context)
{
    return context.language(tr("Version {version}, of {date}",
        { { "version", std::to_string(version.version) }, { "date", web::local_date(version.created, context.time_zone()) } }));
}

std::vector<web::Crumb> catalogue_trail(web::Context const& context, bool on_catalogue)
{
    std::vector<web::Crumb> trail { { context.language.t("Home"), "/" } };
    if (!on_catalogue)
        trail.push_back({ context.language.t("Core functions"), "/catalogue" });
    return trail;
}

/// The version of the address, or the current one.
Result<web::Reply> show_catalogue(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        bool const is_current = !request.parameters.contains("version");
        auto const catalogue = is_current ? TRY(functions::catalogue_or_default(reader)) : TRY(functions::find_catalogue(reader, people::read_version(request.parameters.at("version"))));
        CatalogueView view;
        view.is_current = is_current;
        view.note = catalogue.note;
        view.caption = context.language.t("Core functions of a cluster");
        for (auto const& function : catalogue.functions)
            view.rows.push_back({ function.code, function.label_fr, function.label_en });
        for (auto const& version : TRY(functions::list_catalogues(reader))) {
            if (version.version == catalogue.version)
                view.caption = title_of_version(version, context);
            else
                view.versions.push_back({ title_of_version(version, context), "/catalogue/versions/" + std::to_string(version.version) });
        }
        return web::page(context, { context.language.t("Core functions"), catalogue_trail(context, is_current), "", html::catalogue(view, context.templates()) });
    });
}

struct CatalogueForm {
    std::vector<functions::CoreFunctionLabel> functions;
    std::string note;
    std::string version;
};

CatalogueForm decode(web::Request const& request, functions::Catalogue const& current)
{
    CatalogueForm form { current.functions, people::tidy(request.form.get("note")), std::string(request.form.get("version")) };
    for (auto& function : form.functions) {
        function.label_fr = people::tidy(request.form.get("fr_" + function.code));
        function.label_en = people::tidy(request.form.get("en_" + function.code));
    }
    return form;
}

Result<void> check(CatalogueForm const& form)
{
    Error error { ErrorKind::Invalid, tr("The catalogue cannot be saved as it stands."), {}, {} };
    auto const check_label = [&](std::string const& field, std::string const& label) {
        if (label.empty())
            error.fields.push_back({ field, tr("Write the name of the function.") });
        else if (people::length_of(label) > 200)
            error.fields.push_back({ field, tr("A name holds 200 characters at most.") });
    };
    for (auto const& function : form.functions) {
        check_label("fr_" + function.code, function.label_fr);
        check_label("en_" + function.code, function.label_en);
    }
    if (form.note.empty())
        error.fields.push_back({ "note", tr("Say what this version changes, and who decided it.") });
    if (!error.fields.empty())
        return fail(std::move(error));
    return {};
}

web::Reply form_page(web::Context& context, CatalogueForm const& form, Error const* error)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label) {
        return web::FieldFrame { name, std::move(label), {}, error ? web::message_for(error->fields, name, language) : "" };
    };
    CatalogueFormView view;
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    view.once = web::once_field(context);
    view.version = form.version;
    for (auto const& function : form.functions)
        view.rows.push_back({ function.code, { frame("fr_" + function.code, language.t("In French")), function.label_fr }, { frame("en_" + function.code, language.t("In English")), function.label_en } });
    view.note = { frame("note", language.t("What it changes, and who decided it")), form.note };
    return web::page(context, { language.t("New version of the core functions"), catalogue_trail(context, false), "", html::catalogue_form(view, context.templates()), error != nullptr },
        status_of_form(error));
}

Result<web::Reply> edit_catalogue(web::Request const&, web::Context& context)
{
    auto const current = TRY(context.db.read([](db::Reader const& reader) { return functions::catalogue_or_default(reader); }));
    return form_page(context, { current.functions, {}, std::to_string(current.version) }, nullptr);
}

/// POST /catalogue/edit: a version beside the old ones.
Result<web::Reply> create_version(web::Request const& request, web::Context& context)
{
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const current = TRY(functions::catalogue_or_default(tx));
            auto const form = decode(request, current);
            TRY(check(form));
            if (form.version != std::to_string(current.version))
                return fail(ErrorKind::Conflict, tr("Somebody saved another version while you were writing. Compare yours with it at /catalogue, then save again: what you typed is still here."));
            auto const actor = journal::actor_of(context);
            TRY(functions::ensure_catalogue(tx, actor, context.now, context.chance));
            TRY(functions::insert_catalogue(tx, form.note, form.functions, actor, context.now, context.chance));
            return web::see_other("/catalogue");
        });
    });
    if (saved)
        return web::with_notice(request, context, *saved, tr("The new version was saved."));
    if (saved.error().kind != ErrorKind::Invalid && saved.error().kind != ErrorKind::Conflict)
        return fail(saved.error());
    auto const current = TRY(context.db.read([](db::Reader const& reader) { return functions::catalogue_or_default(reader); }));
    auto form = decode(request, current);
    form.version = std::to_string(current.version);
    return form_page(context, form, &saved.error());
}

} // namespace

std::vector<web::Route> catalogue_routes()
{
    using enum web::Method;
    return {
        { Get, "/catalogue", show_catalogue, web::administrator() },
        { Get, "/catalogue/versions/:version", show_catalogue, web::administrator() },
        { Get, "/catalogue/edit", edit_catalogue, web::administrator() },
        { Post, "/catalogue/edit", create_version, web::administrator() },
    };
}

} // namespace toguna::actions
