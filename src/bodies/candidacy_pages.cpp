#include "bodies/candidacy.html.hpp"
#include "bodies/candidacy_form.html.hpp"
#include "bodies/focal_point_forms.hpp"
#include "bodies/focal_point_pages.hpp"
#include "bodies/focal_point_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "geography/area_store.hpp"
#include "journal/store.hpp"
#include "people/chooser_store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::bodies {

namespace {

std::string path_of(BodyId const& body) { return "/bodies/" + body.text() + "/focal-points"; }

std::optional<people::PersonId> person_of(web::Context const& context)
{
    return context.visitor ? people::PersonId::parse(context.visitor->person) : std::nullopt;
}

std::vector<web::Crumb> trail_to(web::Context const& context, Body const& body)
{
    auto trail = trail_of(context, body);
    trail.push_back({ context.language.t("Focal points"), path_of(body.id) });
    return trail;
}

Result<web::Reply> form_page(web::Context& context, BodyId const& id, CandidacyForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
        CandidacyFormView view;
        view.id = id.text();
        view.rooms = rooms_of(context, reader, body, Room::Members);
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        view.organization = TRY(people::organization_field(reader, context, { "organization", language.t("Organisation"), language.t("A member of this body; its name or acronym.") }, form.organization, error));
        view.person = TRY(people::person_field(reader, context, { "person", language.t("Person"), language.t("Who would be the focal point, if already known."), {}, true }, form.person, error));
        view.areas = { { "areas", language.t("Areas it volunteers for"), language.t("Names or codes, one a line; several when either would do."), message("areas") }, form.areas, 3 };
        view.note = { { "note", language.t("Note"), language.t("Presence on the spot, means, conditions."), message("note"), true }, form.note, 3 };
        web::Page page { language.t("Propose a focal point"), trail_to(context, body), "/bodies", html::candidacy_form(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), error ? 422 : 200);
    });
}

Result<web::Reply> new_candidacy(web::Request const& request, web::Context& context)
{
    return form_page(context, TRY(request.id<BodyId>("body")), {}, nullptr);
}

/// S2-56: whoever is of a member organisation volunteers for it while a call is open; the coordination at any time.
Result<void> require_may_propose(db::Reader const& db, web::Context const& context, FocalCandidacy const& candidacy, Date today)
{
    auto const members = TRY(member_organizations(db, candidacy.body, today));
    if (std::none_of(members.begin(), members.end(), [&](auto const& member) { return member.id == candidacy.organization; }))
        return fail(Error { ErrorKind::Invalid, tr("This candidacy cannot be saved as it is."), { { "organization", tr("This organisation is not a member of the body today.") } }, {} });
    if (context.may(db, manage_members, candidacy.body.text()))
        return {};
    auto const calls = TRY(list_focal_calls(db, candidacy.body));
    if (std::none_of(calls.begin(), calls.end(), [&](auto const& call) { return call.is_open(today); }))
        return fail(ErrorKind::Forbidden, tr("No call for volunteers is open. Ask the coordination to open one, or to propose you."));
    if (!TRY(own_organizations(db, context, today)).contains(candidacy.organization))
        return fail(ErrorKind::Forbidden, tr("You may volunteer for your own organisation only."));
    return {};
}

std::string candidacy_facts(FocalCandidacy const& candidacy)
{
    boost::json::array areas;
    for (auto const& area : candidacy.areas)
        areas.emplace_back(area.text());
    return boost::json::serialize(boost::json::object { { "organization", candidacy.organization.text() }, { "areas", areas }, { "state", name_of(candidacy.state) } });
}

Result<web::Reply> create_candidacy(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = CandidacyForm::decode(request);
    auto const candidacy_id = context.new_id<FocalCandidacyId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, view_body, id.text()));
            auto const body = TRY(find_body(tx, id));
            auto const today = web::local_date(context.now, TRY(time_zone_of(tx, body)));
            CandidacyForm::Holder const holder { TRY(people::refusable(people::resolve_organization(tx, form.organization, "organization"))), TRY(people::refusable(people::resolve_optional_person(tx, form.person, "person"))) };
            auto const candidacy = TRY(form.value(candidacy_id, id, holder, TRY(geography::known_areas(tx, body.country, today)), today));
            TRY(require_may_propose(tx, context, candidacy, today));
            TRY(insert_candidacy(tx, candidacy, person_of(context)));
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.candidacy_proposed", candidacy_id.text(), id.text(), {}, candidacy_facts(candidacy) }, context.now, context.chance));
            return web::see_other(path_of(id) + "/" + candidacy_id.text());
        });
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return form_page(context, id, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The candidacy is written down. The coordination decides on it."));
}

/// The candidacy of the address, when it belongs to the body of the address.
Result<NamedCandidacy> candidacy_in(db::Reader const& reader, web::Request const& request, BodyId const& body)
{
    auto named = TRY(find_candidacy(reader, TRY(request.id<FocalCandidacyId>("candidacy"))));
    if (named.candidacy.body != body)
        return fail(ErrorKind::NotFound, tr("This candidacy does not exist."));
    return named;
}

std::string step_words(FocalStep const& step, web::Localization const& language)
{
    auto words = step.by_name.empty() ? language(tr("{state} on {date}", { { "state", label_of(step.state) }, { "date", step.taken_on } }))
                                      : language(tr("{state} on {date} by {name}", { { "state", label_of(step.state) }, { "date", step.taken_on }, { "name", step.by_name } }));
    return step.reason.empty() ? words : words + " – " + step.reason;
}

Result<void> fill_decision(CandidacyView& view, db::Reader const& reader, web::Context const& context, NamedCandidacy const& named, CandidacyStepForm const& form, Error const* error)
{
    auto const& language = context.language;
    auto const message = [&](std::string_view field) { return error ? web::message_for(error->fields, field, language) : std::string(); };
    view.next = { { "state", language.t("State"), {}, message("state") }, {}, { form.state }, false, true };
    for (auto const state : next_states(named.candidacy.state))
        view.next.options.push_back({ std::string(name_of(state)), language(label_of(state)) });
    view.reason = { { "reason", language.t("Reason"), language.t("Asked for a refusal."), message("reason"), true }, form.reason, 2 };
    view.area = { { "area", language.t("Area of the mandate"), {}, message("area"), true }, {}, { named.areas.size() == 1 ? named.areas.front().id.text() : form.area } };
    for (auto const& area : named.areas)
        view.area.options.push_back({ area.id.text(), area.name });
    auto const person = form.person.is_empty() && named.candidacy.person && !error ? people::Chosen { named.person_name, named.candidacy.person->text() } : form.person;
    view.person = TRY(people::person_field(reader, context, { "person", language.t("Person"), language.t("Who is the focal point; empty: the organisation."), {}, true }, person, error));
    view.starts_on = web::date_field({ "starts_on", language.t("First day"), language.t("Empty: today. For example 7/2/2026."), message("starts_on"), true }, form.starts_on, language);
    view.ends_on = web::date_field({ "ends_on", language.t("Last day"), language.t("Empty: until further notice."), message("ends_on"), true }, form.ends_on, language);
    return {};
}

Result<web::Reply> candidacy_page(web::Request const& request, web::Context& context, CandidacyStepForm const& form, Error const* error)
{
    auto const id = TRY(request.id<BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const named = TRY(candidacy_in(reader, request, id));
        CandidacyView view;
        view.id = id.text();
        view.candidacy = named.candidacy.id.text();
        view.rooms = rooms_of(context, reader, body, Room::Members);
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        view.state = tag_of(named.candidacy.state, language);
        std::vector<std::string> areas;
        for (auto const& area : named.areas)
            areas.push_back(area.name);
        view.definitions = { { language.t("Organisation"), web::escaped(named.organization_name) }, { language.t("Areas"), web::escaped(language.list(areas)) } };
        if (!named.person_name.empty())
            view.definitions.push_back({ language.t("Person"), web::escaped(named.person_name) });
        for (auto const& step : TRY(steps_of(reader, named.candidacy.id)))
            view.steps.push_back(step_words(step, language));
        view.may_decide = !next_states(named.candidacy.state).empty() && context.may(reader, manage_mandates, id.text());
        TRY(fill_decision(view, reader, context, named, form, error));
        web::Page page { language(tr("Candidacy of {name}", { { "name", named.organization_short_name() } })), trail_to(context, body), "/bodies", html::candidacy(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
    });
}

Result<web::Reply> show_candidacy(web::Request const& request, web::Context& context) { return candidacy_page(request, context, {}, nullptr); }

/// Takes the step that was chosen; a confirmation names the mandate too.
Result<void> take_step(db::Transaction& tx, web::Context& context, NamedCandidacy const& named, CandidacyStepForm const& form, MandateId const& mandate_id, Date today)
{
    auto const next = candidacy_state_from(form.state);
    if (!next)
        return fail(Error { ErrorKind::Invalid, tr("This candidacy cannot be saved as it is."), { { "state", tr("Choose what becomes of it.") } }, {} });
    StepTaken const step { today, form.reason, person_of(context) };
    auto after = named.candidacy;
    if (*next == CandidacyState::Confirmed) {
        auto const area = std::find_if(named.areas.begin(), named.areas.end(), [&](auto const& one) { return one.id.text() == form.area; });
        auto const confirmation = TRY(form.confirmation(TRY(people::refusable(people::resolve_optional_person(tx, form.person, "person"))), area == named.areas.end() ? 1 : area->level, today));
        TRY(confirm_candidacy(tx, named.candidacy, confirmation, mandate_id, step));
        TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.mandate_added", mandate_id.text(), named.candidacy.body.text(), {}, candidacy_facts(named.candidacy) }, context.now, context.chance));
        after.state = CandidacyState::Confirmed;
    } else {
        after = TRY(save_candidacy_step(tx, named.candidacy, *next, step));
    }
    TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.candidacy_decided", named.candidacy.id.text(), named.candidacy.body.text(), candidacy_facts(named.candidacy), candidacy_facts(after) }, context.now, context.chance));
    return {};
}

Result<web::Reply> decide_candidacy(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = CandidacyStepForm::decode(request);
    auto const mandate_id = context.new_id<MandateId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_mandates, id.text()));
            auto const named = TRY(candidacy_in(tx, request, id));
            auto const today = web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, id)))));
            TRY(take_step(tx, context, named, form, mandate_id, today));
            return web::see_other(path_of(id) + "/" + named.candidacy.id.text());
        });
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict))
        return candidacy_page(request, context, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The candidacy was changed."));
}

} // namespace

std::vector<web::Route> candidacy_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/focal-points/new", new_candidacy, web::by_right(view_body, body_in_path) },
        { Post, "/bodies/:body/focal-points", create_candidacy, web::by_right(view_body, body_in_path) },
        { Get, "/bodies/:body/focal-points/:candidacy", show_candidacy, web::by_right(view_body, body_in_path) },
        { Post, "/bodies/:body/focal-points/:candidacy/state", decide_candidacy, web::by_right(manage_mandates, body_in_path) },
    };
}

} // namespace toguna::bodies
