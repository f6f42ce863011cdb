#include "bodies/area_words_store.hpp"
#include "bodies/mandate_change.hpp"
#include "bodies/mandate_form.html.hpp"
#include "bodies/mandate_form_store.hpp"
#include "bodies/mandate_views.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/role_label_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "people/chooser_store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

namespace toguna::bodies {

namespace {

bool can_be_mended(Error const& error) { return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict; }

std::string mandates_path(BodyId const& body) { return "/bodies/" + body.text() + "/mandates"; }

MandateEditor editor_of(web::Context const& context) { return { context.visitor->person, context.visitor->administrator }; }

/// A refusal by a rule is about the right to manage mandates of this body: page and journal say so.
Result<void> noted(web::Context const& context, BodyId const& body, Result<void> decision)
{
    if (!decision && decision.error().kind == ErrorKind::Forbidden)
        context.refusal = web::Refusal { manage_mandates, body.text() };
    return decision;
}

Result<void> record(db::Transaction& tx, web::Context const& context, std::string kind, Mandate const& mandate, std::string before, std::string after)
{
    TRY(journal::record_event(tx, journal::actor_of(context), { std::move(kind), mandate.id.text(), mandate.body.text(), std::move(before), std::move(after) }, context.now, context.chance));
    return {};
}

struct FormPage {
    MandateForm form = {};
    std::optional<Mandate> mandate = {}; ///< empty: a new one
    MandateEndForm end = {};
    Error const* error = nullptr;
};

std::vector<web::Option> role_options(RoleNames const& names, web::Localization const& language)
{
    std::vector<web::Option> options;
    for (auto const role : mandate_roles())
        options.push_back({ std::string(name_of(role)), names(role, language) });
    return options;
}

std::vector<web::Option> level_options(web::Localization const& language)
{
    std::vector<web::Option> options;
    for (auto const level : mandate_levels())
        options.push_back({ std::string(name_of(level)), language(label_of(level)) });
    return options;
}

Result<void> fill_fields(MandateFormView& view, web::Context const& context, db::Reader const& db, Body const& body, FormPage const& shown)
{
    auto const& language = context.language;
    auto const& form = shown.form;
    auto const* error = shown.error;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
    };
    view.role = { frame("role", language.t("Role")), role_options(TRY(role_names_of(db, body.country)), language), form.role };
    view.organization = TRY(people::organization_field(db, context, { "organization", language.t("Organisation"), language.t("Its name or acronym."), {}, true }, form.organization, error));
    view.person = TRY(people::person_field(db, context, { "person", language.t("Person"), language.t("Only a named person can act; an organisation alone is shown and sees."), {}, true }, form.person, error));
    view.level = { frame("level", language.t("Level")), level_options(language), { form.level }, false, true };
    view.area = { frame("area", language.t("Area"), language.t("Of a regional or local role: its name, or its P-code."), true), form.area, web::Width::Half };
    view.starts_on = web::date_field(frame("starts_on", language.t("First day"), language.t("Empty: today. For example 7/2/2026."), true), form.starts_on, language);
    view.ends_on = web::date_field(frame("ends_on", language.t("Last day"), language.t("Empty: until further notice."), true), form.ends_on, language);
    return {};
}

Result<void> fill_end(MandateFormView& view, web::Context const& context, db::Reader const& db, FormPage const& shown, Date today)
{
    auto const& language = context.language;
    auto const end = shown.mandate->period.end();
    view.may_end = !end || *end >= today;
    auto const error = shown.error ? web::message_for(shown.error->fields, "last_day", language) : std::string();
    view.end_once = web::once_field(context);
    view.last_day = web::date_field({ "last_day", language.t("Last day"), language.t("Empty: today. Its rights end at midnight."), error, true }, shown.end.ends_on, language);
    view.successor = TRY(people::person_field(db, context, { "successor", language.t("Next holder"), language.t("Takes the role over on the day after, for the same organisation."), {}, true }, shown.end.successor, shown.error));
    return {};
}

Result<web::Reply> form_page(web::Context& context, BodyId const& id, FormPage const& shown)
{
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(db, id));
        MandateFormView view;
        view.is_new = !shown.mandate;
        view.cancel = mandates_path(id);
        view.action = shown.mandate ? view.cancel + "/" + shown.mandate->id.text() : view.cancel;
        view.version = shown.form.version;
        view.errors = shown.error ? web::error_summary(context, *shown.error) : SafeHtml();
        view.once = web::once_field(context);
        TRY(fill_fields(view, context, db, body, shown));
        if (shown.mandate)
            TRY(fill_end(view, context, db, shown, web::local_date(context.now, TRY(time_zone_of(db, body)))));
        auto trail = trail_of(context, body);
        trail.push_back({ language.t("Mandates"), mandates_path(id) });
        web::Page page { view.is_new ? language.t("Add a mandate") : language.t("Change a mandate"), std::move(trail), "/bodies", html::mandate_form(view, context.templates()), shown.error != nullptr };
        return web::page(context, std::move(page), !shown.error ? 200 : shown.error->kind == ErrorKind::Conflict ? 409 : 422);
    });
}

/// What a mandate looks like in its form: ids as names.
Result<FormPage> page_of(db::Reader const& db, Mandate const& mandate)
{
    FormPage shown;
    auto const organization = mandate.organization ? TRY(people::chosen_organization(db, *mandate.organization)) : people::Chosen {};
    auto const person = mandate.person ? TRY(people::chosen_person(db, *mandate.person)) : people::Chosen {};
    std::string area;
    if (mandate.area)
        area = TRY(area_names(db, { &*mandate.area, 1 })).at(*mandate.area);
    shown.form = MandateForm::encode(mandate, organization, person, area);
    shown.mandate = mandate;
    return shown;
}

/// NotFound when the mandate belongs to another body than the address says: its right would be asked on the wrong one.
Result<Mandate> mandate_in_path(db::Reader const& db, web::Request const& request, BodyId const& body)
{
    auto mandate = TRY(find_mandate(db, TRY(request.id<MandateId>("mandate"))));
    if (mandate.body != body)
        return fail(ErrorKind::NotFound, tr("This mandate does not exist."));
    return mandate;
}

Result<web::Reply> new_mandate(web::Request const& request, web::Context& context) { return form_page(context, TRY(request.id<BodyId>("body")), {}); }

Result<web::Reply> edit_mandate(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const shown = TRY(context.db.read([&](db::Reader const& db) -> Result<FormPage> { return page_of(db, TRY(mandate_in_path(db, request, id))); }));
    return form_page(context, id, shown);
}

Result<web::Reply> create_mandate(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = MandateForm::decode(request);
    auto const mandate_id = context.new_id<MandateId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_mandates, id.text()));
            auto const body = TRY(find_body(tx, id));
            auto const today = web::local_date(context.now, TRY(time_zone_of(tx, body)));
            auto const mandate = TRY(mandate_of(tx, form, mandate_id, body, today));
            TRY(noted(context, id, may_name(editor_of(context), mandate)));
            TRY(insert_mandate(tx, mandate));
            TRY(record(tx, context, "bodies.mandate_added", mandate, {}, mandate_facts(mandate)));
            return web::see_other(mandates_path(id));
        });
    });
    if (!saved && can_be_mended(saved.error()))
        return form_page(context, id, { form, {}, {}, &saved.error() });
    return web::with_notice(request, context, TRY(saved), tr("The mandate was added."));
}

Result<web::Reply> change_mandate(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = MandateForm::decode(request);
    std::optional<Mandate> before;
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_mandates, id.text()));
            before = TRY(mandate_in_path(tx, request, id));
            auto const body = TRY(find_body(tx, id));
            auto const today = web::local_date(context.now, TRY(time_zone_of(tx, body)));
            auto const after = TRY(mandate_of(tx, form, before->id, body, today));
            TRY(noted(context, id, may_change(editor_of(context), *before, after, today)));
            TRY(update_mandate(tx, after));
            TRY(record(tx, context, "bodies.mandate_changed", after, mandate_facts(*before), mandate_facts(after)));
            return web::see_other(mandates_path(id));
        });
    });
    if (!saved && can_be_mended(saved.error()) && before)
        return form_page(context, id, { form, before, {}, &saved.error() });
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

Result<void> hand_over(db::Transaction& tx, web::Context const& context, Mandate const& former, std::optional<people::PersonId> const& successor, Date last_day)
{
    if (!successor)
        return {};
    auto const next = TRY(handed_over(former, context.new_id<MandateId>(), *successor, last_day));
    TRY(noted(context, former.body, may_name(editor_of(context), next)));
    TRY(insert_mandate(tx, next));
    return record(tx, context, "bodies.mandate_added", next, {}, mandate_facts(next));
}

/// The form calls the day `last_day`: `ends_on` is another field of the same page.
Error on_page(Error error)
{
    for (auto& field : error.fields)
        if (field.field == "ends_on")
            field.field = "last_day";
    return error;
}

Result<web::Reply> end_one_mandate(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = MandateEndForm::decode(request);
    std::optional<FormPage> shown;
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_mandates, id.text()));
            auto const before = TRY(mandate_in_path(tx, request, id));
            shown = TRY(page_of(tx, before));
            auto const body = TRY(find_body(tx, id));
            auto const last_day = TRY(form.last_day(web::local_date(context.now, TRY(time_zone_of(tx, body)))));
            auto const successor = TRY(people::resolve_optional_person(tx, form.successor, "successor"));
            TRY(end_mandate(tx, before.id, last_day));
            TRY(record(tx, context, "bodies.mandate_ended", before, mandate_facts(before), mandate_facts(TRY(find_mandate(tx, before.id)))));
            TRY(hand_over(tx, context, before, successor, last_day));
            return web::see_other(mandates_path(id));
        });
    });
    if (!saved && can_be_mended(saved.error()) && shown) {
        auto const error = on_page(saved.error());
        return form_page(context, id, { shown->form, shown->mandate, form, &error });
    }
    return web::with_notice(request, context, TRY(saved), tr("The end of the mandate was noted; its rights end at midnight of the last day."));
}

} // namespace

std::vector<web::Route> mandate_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/mandates/new", new_mandate, web::by_right(manage_mandates, body_in_path) },
        { Post, "/bodies/:body/mandates", create_mandate, web::by_right(manage_mandates, body_in_path) },
        { Get, "/bodies/:body/mandates/:mandate", edit_mandate, web::by_right(manage_mandates, body_in_path) },
        { Post, "/bodies/:body/mandates/:mandate", change_mandate, web::by_right(manage_mandates, body_in_path) },
        { Post, "/bodies/:body/mandates/:mandate/end", end_one_mandate, web::by_right(manage_mandates, body_in_path) },
    };
}

} // namespace toguna::bodies
