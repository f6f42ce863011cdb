#include "terms/norm_pages.hpp"

#include "journal/store.hpp"
#include "terms/norm_store.hpp"
#include "terms/norms.html.hpp"
#include "terms/norm_form.html.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

namespace toguna::terms {

namespace {

Result<web::Reply> show_norms(web::Request const&, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        NormsView view;
        view.may_add = context.visitor->administrator;
        for (auto const& norm : TRY(list_norms(reader))) {
            auto const words = cited(norm, context.language);
            view.rows.push_back({ words.title, words.issuer, words.edition, norm.link });
        }
        return web::page(context, { context.language.t("Reference library"), { { context.language.t("Home"), "/" } }, "/norms", html::norms(view, context.templates()) });
    });
}

Result<web::Reply> form_page(web::Context& context, NormForm const& form, Error const* error)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
    };
    NormFormView view;
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    view.once = web::once_field(context);
    view.title_fr = { frame("title_fr", language.t("Title in French")), form.title_fr };
    view.title_en = { frame("title_en", language.t("Title in English"), {}, true), form.title_en };
    view.issuer = { frame("issuer", language.t("Issued by"), language.t("For example IASC.")), form.issuer, web::Width::Half };
    view.edition = { frame("edition", language.t("Month of this edition"), language.t("For example July 2015.")), form.edition, web::Width::Date };
    view.revised = { frame("revised", language.t("Kind of edition"), {}, true), { { "1", language.t("It revises an earlier edition") } }, form.revised ? std::vector<std::string> { "1" } : std::vector<std::string> {}, true };
    view.link = { frame("link", language.t("Address"), language.t("Where the text can be read; it starts with https://"), true), form.link, web::Width::Full, "url" };
    return web::page(context, { language.t("Add an edition"), { { language.t("Home"), "/" }, { language.t("Reference library"), "/norms" } }, "/norms", html::norm_form(view, context.templates()), error != nullptr },
        !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
}

Result<web::Reply> new_norm(web::Request const&, web::Context& context) { return form_page(context, {}, nullptr); }

Result<web::Reply> create_norm(web::Request const& request, web::Context& context)
{
    auto const form = NormForm::decode(request);
    auto const id = context.new_id<NormId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const norm = TRY(form.value(id, context.language));
            TRY(insert_norm(tx, norm, context.now));
            auto const facts = boost::json::serialize(boost::json::object { { "title", norm.title_fr }, { "issuer", norm.issuer }, { "edition", norm.edition.to_iso() } });
            TRY(journal::record_event(tx, journal::actor_of(context), { "terms.norm_added", id.text(), {}, {}, facts }, context.now, context.chance));
            return web::see_other("/norms");
        });
    });
    if (saved)
        return web::with_notice(request, context, *saved, tr("The edition was added. Bodies that cite another one go on citing it."));
    if (saved.error().kind != ErrorKind::Invalid && saved.error().kind != ErrorKind::Conflict)
        return fail(saved.error());
    return form_page(context, form, &saved.error());
}

} // namespace

std::vector<web::Route> norm_routes()
{
    using enum web::Method;
    return {
        { Get, "/norms", show_norms, web::signed_in() },
        { Get, "/norms/new", new_norm, web::administrator() },
        { Post, "/norms", create_norm, web::administrator() },
    };
}

} // namespace toguna::terms
