#include "referrals/referral_pages.hpp"

#include "bodies/mandate_store.hpp"
#include "bodies/member_pages.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "people/chooser_store.hpp"
#include "referrals/referral.html.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"
#include "web/user_text.hpp"

#include <algorithm>
#include <array>

namespace toguna::referrals {

namespace {

constexpr int most_levels = 6;

std::optional<people::PersonId> person_of(web::Context const& context)
{
    return context.visitor ? people::PersonId::parse(context.visitor->person) : std::nullopt;
}

/// Whether the person holds one of the roles in the body, in force that day.
Result<bool> holds(db::Reader const& db, bodies::BodyId const& body, std::optional<people::PersonId> const& person, std::span<bodies::MandateRole const> roles, Date today)
{
    auto const mandates = TRY(bodies::mandates_on(db, body, today));
    return person && std::any_of(mandates.begin(), mandates.end(), [&](auto const& named) {
        return named.mandate.person == person && named.is_in_force(today) && std::find(roles.begin(), roles.end(), named.mandate.role) != roles.end();
    });
}

/// The chef de file of the group, or of the donors' group above a pool or a thematic group that has none of its own.
Result<bool> leads_donors(db::Reader const& db, bodies::BodyId const& body, std::optional<people::PersonId> const& person, Date today)
{
    std::array const roles { bodies::MandateRole::DonorLead };
    std::optional<bodies::BodyId> above = body;
    for (int level = 0; above && level < most_levels; ++level) {
        auto const mandates = TRY(bodies::mandates_on(db, *above, today));
        bool const has_one = std::any_of(mandates.begin(), mandates.end(), [&](auto const& named) { return named.mandate.role == bodies::MandateRole::DonorLead; });
        if (has_one)
            return holds(db, *above, person, roles, today);
        above = TRY(bodies::find_body(db, *above)).parent;
    }
    return false;
}

Result<bool> is_of_lead_agency(db::Reader const& db, web::Context const& context, bodies::BodyId const& body, Date today)
{
    auto const own = TRY(bodies::own_organizations(db, context, today));
    auto const mandates = TRY(bodies::mandates_on(db, body, today));
    return std::any_of(mandates.begin(), mandates.end(), [&](auto const& named) {
        return named.mandate.role == bodies::MandateRole::LeadAgency && named.is_in_force(today) && named.mandate.organization && own.contains(*named.mandate.organization);
    });
}

/// The referral of the address, when the body of the address opened it or decides on it.
Result<NamedReferral> referral_in(db::Reader const& reader, web::Request const& request, bodies::BodyId const& body)
{
    auto named = TRY(find_referral(reader, TRY(request.id<ReferralId>("referral"))));
    if (named.referral.body != body && named.referral.committee != body)
        return fail(ErrorKind::NotFound, tr("This followed file does not exist."));
    return named;
}

std::string step_words(StepTaken const& step, web::Localization const& language)
{
    auto words = step.by_name.empty() ? language(tr("{date}: {step}", { { "date", step.taken_on }, { "step", label_of(step.step) } }))
                                      : language(tr("{date}: {step}, by {name}", { { "date", step.taken_on }, { "step", label_of(step.step) }, { "name", step.by_name } }));
    return step.words.empty() ? words : words + " – " + step.words;
}

Result<web::Definitions> definitions_of(db::Reader const& reader, NamedReferral const& named, web::Localization const& language)
{
    auto const& referral = named.referral;
    web::Definitions definitions { { language.t("Opened on"), web::escaped(language.date(referral.opened_on)) } };
    auto const add = [&](std::string term, std::string const& words) {
        if (!words.empty())
            definitions.push_back({ std::move(term), web::escaped(words) });
    };
    add(language.t("Opened by"), named.asker_name);
    for (auto const& topic : topics_of(referral.kind))
        if (topic.name == referral.topic)
            add(referral.kind == ReferralKind::LastResort ? language.t("Why it is a last resort") : language.t("What support"), language(topic.label));
    add(referral.kind == ReferralKind::LastResort ? language.t("Partner that withdrew or failed") : language.t("Organisation that asks"), named.partner_name);
    add(language.t("Gap of origin"), referral.origin);
    add(language.t("Area"), named.area_name);
    add(language.t("Responsible"), named.responsible_name);
    add(language.t("Deadline"), referral.due_on ? language.date(*referral.due_on) : std::string());
    if (referral.kind == ReferralKind::WorkRequest)
        add(language.t("Within the mandate"), !referral.within_mandate ? language.t("not checked yet") : *referral.within_mandate ? language.t("yes") : language.t("no"));
    if (referral.committee) {
        auto const committee = TRY(bodies::find_body(reader, *referral.committee));
        definitions.push_back({ language.t("Decides"), web::link(committee.name, path_of(committee.id)) });
    }
    return definitions;
}

/// What was typed into the two forms of the page.
struct Typed {
    StepForm step = {};
    LinkForm link = {};
    Error const* error = nullptr;
};

Result<void> fill_forms(ReferralView& view, db::Reader const& reader, web::Context const& context, Referral const& referral, Doer const& doer, Typed const& typed)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label, std::string hint, bool optional) {
        return web::FieldFrame { name, std::move(label), std::move(hint), typed.error ? web::message_for(typed.error->fields, name, language) : std::string(), optional };
    };
    view.step = { frame("step", language.t("Step"), {}, false), {}, { typed.step.step } };
    for (auto const step : steps_from(referral))
        if (may_take(referral, step, doer))
            view.step.options.push_back({ std::string(name_of(step)), language(label_of(step)) });
    view.words = { frame("words", language.t("Answer, decision, outcome or reason"), language.t("Everybody concerned reads it; it stays in the history."), true), typed.step.words, 4 };
    view.responsible = TRY(people::person_field(reader, context, { "responsible", language.t("Responsible"), language.t("Asked when it is taken in hand."), {}, true }, typed.step.responsible, typed.error));
    view.due_on = web::date_field(frame("due_on", language.t("New deadline"), {}, true), typed.step.due_on, language);
    view.may_link = referral.kind == ReferralKind::LastResort && doer.coordinates;
    view.link_kind = { frame("link_kind", language.t("Kind"), {}, false), {}, typed.link.link_kind };
    for (auto const kind : link_kinds())
        view.link_kind.options.push_back({ std::string(name_of(kind)), language(label_of(kind)) });
    view.link_words = { frame("link_words", language.t("What it is"), {}, false), typed.link.link_words };
    view.link_address = { frame("link_address", language.t("Address"), {}, true), typed.link.link_address, web::Width::Full, "url" };
    return {};
}

Result<web::Reply> referral_page(web::Request const& request, web::Context& context, Typed const& typed)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(bodies::find_body(reader, id));
        auto const named = TRY(referral_in(reader, request, id));
        auto const today = web::local_date(context.now, TRY(bodies::time_zone_of(reader, body)));
        ReferralView view;
        view.id = id.text();
        view.referral = named.referral.id.text();
        view.rooms = bodies::rooms_of(context, reader, body, bodies::Room::Referrals);
        view.errors = typed.error ? web::error_summary(context, *typed.error) : SafeHtml();
        view.once = web::once_field(context);
        view.state = tag_of(named.referral.state, language);
        view.kind = language(label_of(named.referral.kind)) + " · " + named.reference();
        view.text = web::user_text(named.referral.text);
        view.definitions = TRY(definitions_of(reader, named, language));
        for (auto const& step : TRY(steps_of(reader, named.referral.id)))
            view.steps.push_back(step_words(step, language));
        for (auto const& link : TRY(links_of(reader, named.referral.id)))
            view.links.push_back({ language(label_of(link.kind)), link.address.empty() ? web::escaped(link.words) : web::link(link.words, link.address) });
        TRY(fill_forms(view, reader, context, named.referral, TRY(doer_of(reader, context, named.referral, today)), typed));
        auto trail = bodies::trail_of(context, body);
        trail.push_back({ language.t("Followed files"), path_of(id) });
        web::Page page { named.referral.title, std::move(trail), "/bodies", html::referral(view, context.templates()), typed.error != nullptr };
        return web::page(context, std::move(page), !typed.error ? 200 : typed.error->kind == ErrorKind::Conflict ? 409 : 422);
    });
}

Result<web::Reply> show_referral(web::Request const& request, web::Context& context) { return referral_page(request, context, {}); }

/// Whoever asked hears of what becomes of it; the chef de file of what waits for a decision.
Result<void> tell_after(db::Transaction& tx, web::Context& context, Referral const& referral, ReferralStep step, Date today)
{
    auto const body = TRY(bodies::find_body(tx, referral.body));
    if (step == ReferralStep::FindOutside)
        TRY(tell_keepers(tx, context, body, referral.id, today));
    bool const concerns_asker = step != ReferralStep::Take && step != ReferralStep::Withdraw && (referral.kind == ReferralKind::SupportRequest || referral.kind == ReferralKind::WorkRequest);
    if (concerns_asker && referral.opened_by != person_of(context))
        TRY(tell_asker(tx, context, body, referral.id));
    return {};
}

Result<web::Reply> create_step(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    auto const form = StepForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, bodies::view_body, id.text()));
            auto const referral = TRY(referral_in(tx, request, id)).referral;
            auto const today = web::local_date(context.now, TRY(bodies::time_zone_of(tx, TRY(bodies::find_body(tx, id)))));
            auto asked = TRY(form.value(TRY(people::refusable(people::resolve_optional_person(tx, form.responsible, "responsible"))), today));
            TRY(may_take(referral, asked.step, TRY(doer_of(tx, context, referral, today))));
            if (asked.step == ReferralStep::Submit)
                asked.with.committee = TRY(committee_of(tx, referral.body));
            auto const after = TRY(save_step(tx, referral, asked.step, asked.with, person_of(context), today));
            TRY(journal::record_event(tx, journal::actor_of(context), { "referrals.step_taken", referral.id.text(), referral.body.text(), referral_facts(referral), referral_facts(after) }, context.now, context.chance));
            TRY(tell_after(tx, context, after, asked.step, today));
            return web::see_other(path_of(id) + "/" + referral.id.text());
        });
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict))
        return referral_page(request, context, { form, {}, &saved.error() });
    return web::with_notice(request, context, TRY(saved), tr("The step is written down."));
}

Result<web::Reply> create_link(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    auto const form = LinkForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, bodies::edit_plan, id.text()));
            auto const referral = TRY(referral_in(tx, request, id)).referral;
            TRY(insert_link(tx, referral.id, TRY(form.value())));
            TRY(journal::record_event(tx, journal::actor_of(context), { "referrals.link_added", referral.id.text(), referral.body.text(), {}, {} }, context.now, context.chance));
            return web::see_other(path_of(id) + "/" + referral.id.text());
        });
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return referral_page(request, context, { {}, form, &saved.error() });
    return web::with_notice(request, context, TRY(saved), tr("The link was added."));
}

} // namespace

Result<Doer> doer_of(db::Reader const& db, web::Context const& context, Referral const& referral, Date today)
{
    std::array const deciding { bodies::MandateRole::Chair, bodies::MandateRole::Secretary, bodies::MandateRole::Coordinator, bodies::MandateRole::CoCoordinator };
    auto const person = person_of(context);
    Doer doer;
    doer.coordinates = context.may(db, bodies::edit_plan, referral.body.text());
    doer.asked = person && referral.opened_by == person;
    if (referral.kind == ReferralKind::LastResort)
        doer.of_lead_agency = TRY(is_of_lead_agency(db, context, referral.body, today));
    if (referral.committee)
        doer.on_committee = TRY(holds(db, *referral.committee, person, deciding, today));
    if (referral.kind == ReferralKind::WorkRequest)
        doer.leads_donors = TRY(leads_donors(db, referral.body, person, today));
    return doer;
}

std::vector<web::Route> referral_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/referrals/:referral", show_referral, web::by_right(bodies::view_body, bodies::body_in_path) },
        { Post, "/bodies/:body/referrals/:referral/steps", create_step, web::by_right(bodies::view_body, bodies::body_in_path) },
        { Post, "/bodies/:body/referrals/:referral/links", create_link, web::by_right(bodies::edit_plan, bodies::body_in_path) },
    };
}

} // namespace toguna::referrals
