#include "bodies/charter_pages.hpp"

#include "bodies/body_template.hpp"
#include "bodies/charter.html.hpp"
#include "bodies/charter_differences.html.hpp"
#include "bodies/charter_form.html.hpp"
#include "bodies/profile_store.hpp"
#include "bodies/public_pages.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "people/forms.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"
#include "web/cookies.hpp"
#include "web/errors.hpp"
#include "web/once.hpp"
#include "web/user_text.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::bodies {

namespace {

struct CharterForm {
    std::string mandate = {};
    std::string objectives = {};
    std::string terms = {};
    std::string valid_from = {};
    std::string validated_on = {};
    std::string validated_by = {};
    std::string norm_title = {};
    std::string norm_issuer = {};
    std::string norm_edition = {};
    std::vector<std::string> is_public = {};

    static CharterForm decode(web::Request const& request)
    {
        auto const typed = [&](std::string_view field) { return std::string(request.form.get(field)); };
        auto const shown = request.form.all("is_public");
        return { typed("mandate"), typed("objectives"), typed("terms"), typed("valid_from"), typed("validated_on"), typed("validated_by"), typed("norm_title"), typed("norm_issuer"),
            typed("norm_edition"), { shown.begin(), shown.end() } };
    }

    /// A new version begins as the one before it.
    static CharterForm encode(Charter const& charter)
    {
        return { charter.mandate, charter.objectives, charter.terms, "", "", "", charter.norm_title, charter.norm_issuer, charter.norm_edition,
            charter.is_public ? std::vector<std::string> { "yes" } : std::vector<std::string> {} };
    }

    Result<Charter> value(CharterId id, BodyId body, Date today) const
    {
        Error error { ErrorKind::Invalid, tr("This version cannot be saved as it is."), {}, {} };
        auto const from = people::tidy(valid_from).empty() ? std::optional(today) : people::read_date(valid_from, today);
        auto const validated = people::read_date(validated_on, today);
        if (!from)
            error.fields.push_back({ "valid_from", people::unreadable_date(valid_from) });
        if (!validated && !people::tidy(validated_on).empty())
            error.fields.push_back({ "validated_on", people::unreadable_date(validated_on) });
        if (!error.fields.empty())
            return fail(std::move(error));
        return checked(Charter { std::move(id), std::move(body), 0, mandate, objectives, terms, norm_title, norm_issuer, norm_edition, *from, validated, validated_by, !is_public.empty() });
    }
};

std::string validation_of(Charter const& charter, web::Localization const& language)
{
    if (!charter.validated_on)
        return charter.validated_by.empty() ? language.t("not validated") : charter.validated_by;
    return language.date(*charter.validated_on) + (charter.validated_by.empty() ? "" : " – " + charter.validated_by);
}

web::Definitions definitions_of(Charter const& charter, web::Localization const& language)
{
    web::Definitions definitions { { language.t("Version"), web::escaped(std::to_string(charter.number)) }, { language.t("Valid from"), web::escaped(language.date(charter.valid_from)) },
        { language.t("Validation"), web::escaped(validation_of(charter, language)) } };
    if (!charter.norm_title.empty()) {
        auto cited = charter.norm_title;
        for (auto const* part : { &charter.norm_issuer, &charter.norm_edition })
            if (!part->empty())
                cited += ", " + *part;
        definitions.push_back({ language.t("Cites"), web::escaped(cited) });
    }
    definitions.push_back({ language.t("Public page"), web::escaped(charter.is_public ? language.t("shown") : language.t("not shown")) });
    return definitions;
}

SafeHtml prose(std::string const& text) { return people::tidy(text).empty() ? SafeHtml() : web::user_text(text); }

void show_version(CharterView& view, Charter const& charter, web::Localization const& language)
{
    view.is_empty = false;
    view.mandate = prose(charter.mandate);
    view.objectives = prose(charter.objectives);
    view.terms = prose(charter.terms);
    view.definitions = definitions_of(charter, language);
}

Charter const* numbered(std::vector<Charter> const& charters, std::string_view number)
{
    auto const wanted = people::read_version(number);
    auto const found = std::find_if(charters.begin(), charters.end(), [&](Charter const& charter) { return charter.number == wanted; });
    return found == charters.end() ? nullptr : &*found;
}

Result<web::Reply> show_charter(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(reader, body)));
        auto const charters = TRY(charters_of(reader, id));
        auto const* current = charter_on(charters, today);
        auto const* shown = request.query.has("version") ? numbered(charters, request.query.get("version")) : current ? current : charters.empty() ? nullptr : &charters.back();
        CharterView view;
        view.id = id.text();
        view.rooms = rooms_of(context, reader, body, Room::Overview);
        if (shown)
            show_version(view, *shown, language);
        if (shown && shown != current)
            view.not_in_force = language(tr("Version {number} is not the one in force today.", { { "number", shown->number } }));
        for (auto charter = charters.rbegin(); charter != charters.rend(); ++charter)
            view.versions.push_back({ charter->number, language.date(charter->valid_from), validation_of(*charter, language), &*charter == shown, charter->number > 1 });
        view.may_edit = !body.merged_into && context.may(reader, manage_body, id.text());
        return web::page(context, { language(tr("Mandate of {body}", { { "body", body.short_name() } })), trail_of(context, body), "/bodies", html::charter(view, context.templates()) });
    });
}

Result<web::Reply> charter_form_page(web::Context& context, BodyId const& id, CharterForm const& form, Error const* error)
{
    auto const& language = context.language;
    auto const body = TRY(context.db.read([&](db::Reader const& reader) { return find_body(reader, id); }));
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = true) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
    };
    CharterFormView view { id.text(), error ? web::error_summary(context, *error) : SafeHtml(), web::once_field(context),
        { frame("mandate", language.t("Mandate"), {}, false), form.mandate, 6 }, { frame("objectives", language.t("Objectives"), language.t("Lines that begin with a dash become a list.")), form.objectives, 8 },
        { frame("terms", language.t("Terms of reference")), form.terms, 12 }, web::date_field(frame("valid_from", language.t("Valid from"), language.t("Empty: today.")), form.valid_from, language),
        web::date_field(frame("validated_on", language.t("Validated on")), form.validated_on, language), { frame("validated_by", language.t("By whom, or by which decision")), form.validated_by },
        { frame("norm_title", language.t("Title")), form.norm_title }, { frame("norm_issuer", language.t("Issued by")), form.norm_issuer },
        { frame("norm_edition", language.t("Edition or date"), language.t("The version this charter was written with, even after a newer one appears.")), form.norm_edition },
        { frame("is_public", language.t("Public page")), { { "yes", language.t("Show mandate and objectives on the public page") } }, form.is_public, true } };
    web::Page page { language.t("Write a new version"), trail_of(context, body), "/bodies", html::charter_form(view, context.templates()), error != nullptr };
    return web::page(context, std::move(page), error ? web::status_of(error->kind) : 200);
}

Result<web::Reply> new_charter(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = TRY(context.db.read([&](db::Reader const& reader) -> Result<CharterForm> {
        auto const charters = TRY(charters_of(reader, id));
        if (!charters.empty())
            return CharterForm::encode(charters.back());
        auto const usual = template_of(TRY(find_body(reader, id)).kind);
        CharterForm first;
        first.mandate = context.language(usual.mandate);
        first.objectives = context.language(usual.objectives);
        return first;
    }));
    return charter_form_page(context, id, form, nullptr);
}

Result<web::Reply> create_charter(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = CharterForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_body, id.text()));
            auto const body = TRY(find_body(tx, id));
            TRY(require_not_merged(body));
            auto const charter = TRY(form.value(context.new_id<CharterId>(), id, web::local_date(context.now, TRY(time_zone_of(tx, body)))));
            bool const is_published = charter.is_public && TRY(find_profile(tx, id)).is_public();
            auto const actor = is_published ? TRY(publisher_of(tx, context, id, "is_public")) : journal::actor_of(context);
            auto const number = TRY(insert_charter(tx, charter, context.now));
            auto const facts = boost::json::serialize(boost::json::object { { "version", number }, { "valid_from", charter.valid_from.to_iso() } });
            TRY(journal::record_event(tx, actor, { "bodies.charter_written", charter.id.text(), id.text(), {}, facts }, context.now, context.chance));
            return web::see_other("/bodies/" + id.text() + "/charter?version=" + std::to_string(number));
        });
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict || is_refused_publication(request, context, saved.error())))
        return charter_form_page(context, id, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The version was saved. Those before it stay readable."));
}

Result<web::Reply> show_differences(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const charters = TRY(charters_of(reader, id));
        auto const* after = numbered(charters, request.query.get("version"));
        auto const* before = after ? numbered(charters, std::to_string(after->number - 1)) : nullptr;
        if (!before)
            return fail(ErrorKind::NotFound, tr("There are no two versions to compare here."));
        CharterDifferencesView view;
        view.id = id.text();
        for (auto const& [title, old_text, new_text] : { std::tuple(language.t("Mandate"), &before->mandate, &after->mandate),
                 std::tuple(language.t("Objectives"), &before->objectives, &after->objectives), std::tuple(language.t("Terms of reference"), &before->terms, &after->terms) })
            if (*old_text != *new_text)
                view.parts.push_back({ title, differences(*old_text, *new_text) });
        auto trail = trail_of(context, TRY(find_body(reader, id)));
        trail.push_back({ language.t("Mandate"), "/bodies/" + id.text() + "/charter" });
        return web::page(context, { language(tr("What changed from version {before} to version {after}", { { "before", before->number }, { "after", after->number } })), std::move(trail), "/bodies",
            html::charter_differences(view, context.templates()) });
    });
}

} // namespace

std::vector<web::Route> charter_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/charter", show_charter, web::by_right(view_body, body_in_path) },
        { Post, "/bodies/:body/charter", create_charter, web::by_right(manage_body, body_in_path) },
        { Get, "/bodies/:body/charter/new", new_charter, web::by_right(manage_body, body_in_path) },
        { Get, "/bodies/:body/charter/differences", show_differences, web::by_right(view_body, body_in_path) },
    };
}

} // namespace toguna::bodies
