#include "bodies/engagement_form.html.hpp"
#include "bodies/engagement_pages.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "people/pages.hpp"
#include "people/person_store.hpp"
#include "people/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

std::vector<web::Option> kind_options(web::Localization const& language)
{
    std::vector<web::Option> options;
    for (auto const kind : engagement_kinds())
        options.push_back({ std::string(name_of(kind)), language(label_of(kind)) });
    return options;
}

/// Mandates that are not over, and the one the letter names.
Result<std::vector<web::Option>> mandate_options(db::Reader const& reader, BodyId const& body, std::string const& chosen, Date today, web::Localization const& language)
{
    std::vector<web::Option> options { { "", language.t("(none)") } };
    for (auto const& named : TRY(list_mandates(reader, body)))
        if (!named.mandate.period.end() || *named.mandate.period.end() >= today || named.mandate.id.text() == chosen)
            options.push_back({ named.mandate.id.text(), language(tr("{role} – {holder}", { { "role", language(label_of(named.mandate.role)) }, { "holder", named.holder() } })) });
    return options;
}

std::vector<web::Option> person_options(std::vector<people::Person> const& persons, std::string none)
{
    std::vector<web::Option> options { { "", std::move(none) } };
    for (auto const& person : persons)
        options.push_back({ person.id.text(), person.full_name });
    return options;
}

/// Where the form belongs: a new letter of a body, or one that is there.
struct FormPlace {
    Body body;
    Date today;
    OpenedEngagement const* opened = nullptr;
};

Result<web::Reply> engagement_form_page(db::Reader const& reader, web::Context& context, FormPlace const& place, EngagementForm const& form, Error const* error)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
    };
    auto const organizations = people::organization_options(TRY(people::organization_choices(reader)), language.t("(none)"));
    EngagementFormView view;
    view.rooms = rooms_of(context, reader, place.body, Room::Mandates);
    view.action = view.cancel = place.opened ? place.opened->path() : engagements_path(place.body.id);
    view.version = form.version;
    view.is_new = !place.opened;
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    view.once = web::once_field(context);
    view.kind = { frame("kind", language.t("Letter")), kind_options(language), form.kind };
    view.mandate = { frame("mandate", language.t("Mandate it backs"), language.t("The powers of this mandate stop when the letter ends."), true),
        TRY(mandate_options(reader, place.body.id, form.mandate, place.today, language)), form.mandate };
    view.organization = { frame("organization", language.t("Organisation that commits itself")), organizations, form.organization };
    view.lead_agency = { frame("lead_agency", language.t("Lead agency"), language.t("The other side: it has commitments of its own."), true), organizations, form.lead_agency };
    view.dedicated_person = { frame("dedicated_person", language.t("Dedicated person"), {}, true), person_options(TRY(people::person_choices(reader)), language.t("(none)")), form.dedicated_person };
    view.time_share = { frame("time_share", language.t("Share of working time"), language.t("Per cent of a full-time post: 100 is expected of a co-coordination."), true), form.time_share,
        web::Width::Number, "text", {}, "numeric" };
    return web::page(context, { place.opened ? language.t("Change the letter") : language.t("Prepare an engagement letter"), engagement_trail(context, place.body, place.opened), "/bodies",
                                  html::engagement_form(view, context.templates()), error != nullptr }, status_of_form(error));
}

/// What is known without asking: the holder of the mandate, and the agency that leads the body.
Result<EngagementForm> proposed_form(db::Reader const& reader, BodyId const& body, std::string_view mandate, Date today)
{
    EngagementForm form;
    for (auto const& named : TRY(mandates_on(reader, body, today)))
        if (named.mandate.role == MandateRole::LeadAgency && named.mandate.organization)
            form.lead_agency = named.mandate.organization->text();
    for (auto const& named : TRY(list_mandates(reader, body))) {
        if (named.mandate.id.text() != mandate)
            continue;
        form.mandate = named.mandate.id.text();
        form.kind = named.mandate.role == MandateRole::CoCoordinator ? name_of(EngagementKind::CoCoordination) : name_of(EngagementKind::Protocol);
        form.organization = named.mandate.organization ? named.mandate.organization->text() : "";
        form.dedicated_person = named.mandate.person ? named.mandate.person->text() : "";
    }
    return form;
}

Result<web::Reply> new_engagement(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const body = TRY(find_body(reader, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(reader, body)));
        return engagement_form_page(reader, context, { body, today }, TRY(proposed_form(reader, id, request.query.get("mandate"), today)), nullptr);
    });
}

/// A form may be older than a merge of two organisations, and may be made by hand.
Result<void> check_parties(db::Reader const& db, Engagement const& engagement)
{
    if (engagement.organization)
        TRY(people::find_organization(db, *engagement.organization));
    if (engagement.lead_agency)
        TRY(people::find_organization(db, *engagement.lead_agency));
    if (engagement.dedicated_person)
        TRY(people::find_person(db, *engagement.dedicated_person));
    return {};
}

Result<void> insert_usual_commitments(db::Transaction& tx, Engagement const& engagement, web::Context const& context)
{
    std::vector<Commitment> commitments;
    for (auto const& usual : usual_commitments(engagement.kind))
        commitments.push_back({ context.new_id<CommitmentId>(), engagement.id, usual.side, usual.subject, context.file_language(usual.text) });
    return replace_commitments(tx, engagement, commitments);
}

Result<web::Reply> create_engagement(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = EngagementForm::decode(request);
    Engagement const empty { .id = context.new_id<EngagementId>(), .body = id, .organization = {}, .lead_agency = {} };
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_mandates, id.text()));
            auto const engagement = TRY(form.value(empty));
            TRY(check_parties(tx, engagement));
            TRY(insert_engagement(tx, engagement));
            TRY(insert_usual_commitments(tx, engagement, context));
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.engagement_added", engagement.id.text(), id.text(), {}, engagement_facts(engagement) }, context.now, context.chance));
            return web::see_other(engagements_path(id) + "/" + engagement.id.text() + "/commitments");
        });
    });
    if (saved)
        return web::with_notice(request, context, *saved, tr("The draft was saved, with the usual commitments ticked. Keep, change or untick them."));
    if (!is_about_form(saved.error()))
        return fail(saved.error());
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const body = TRY(find_body(reader, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(reader, body)));
        return engagement_form_page(reader, context, { body, today }, form, &saved.error());
    });
}

Result<web::Reply> edit_page(web::Request const& request, web::Context& context, EngagementForm const* form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const opened = TRY(open_engagement(reader, request, context));
        return engagement_form_page(reader, context, { opened.body, opened.today, &opened }, form ? *form : EngagementForm::encode(opened.engagement()), error);
    });
}

Result<web::Reply> edit_engagement(web::Request const& request, web::Context& context) { return edit_page(request, context, nullptr, nullptr); }

Result<web::Reply> change_engagement(web::Request const& request, web::Context& context)
{
    auto const form = EngagementForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const opened = TRY(open_engagement(tx, request, context));
            TRY(context.require(tx, manage_mandates, opened.body.id.text()));
            auto const& before = opened.engagement();
            if (before.signed_on)
                return fail(ErrorKind::Conflict, tr("This letter is signed: what was signed stays. Renew it to change it."));
            auto const after = TRY(form.value(before));
            TRY(check_parties(tx, after));
            TRY(update_engagement(tx, after));
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.engagement_changed", after.id.text(), opened.body.id.text(), engagement_facts(before), engagement_facts(after) },
                context.now, context.chance));
            return web::see_other(opened.path());
        });
    });
    if (!saved && is_about_form(saved.error()))
        return edit_page(request, context, &form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

} // namespace

std::vector<web::Route> engagement_edit_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/engagements/new", new_engagement, web::by_right(manage_mandates, body_in_path) },
        { Post, "/bodies/:body/engagements", create_engagement, web::by_right(manage_mandates, body_in_path) },
        { Get, "/bodies/:body/engagements/:engagement/edit", edit_engagement, web::by_right(manage_mandates, body_in_path) },
        { Post, "/bodies/:body/engagements/:engagement", change_engagement, web::by_right(manage_mandates, body_in_path) },
    };
}

} // namespace toguna::bodies
