#include "bodies/member_pages.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "geography/area_store.hpp"
#include "journal/store.hpp"
#include "mail/outbox.hpp"
#include "people/chooser_store.hpp"
#include "people/person_store.hpp"
#include "referrals/referral_form.html.hpp"
#include "referrals/referral_mailer.hpp"
#include "referrals/referral_pages.hpp"
#include "web/configuration.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::referrals {

namespace {

Text purpose_of(ReferralKind kind)
{
    switch (kind) {
    case ReferralKind::LastResort: return tr("A gap that no partner covers any more goes to the lead agency, which answers for it as the agency of last resort.");
    case ReferralKind::CapacityProposal: return tr("A lack of capacity becomes a proposal; the strategic committee discusses it and decides.");
    case ReferralKind::SupportRequest: return tr("Whoever keeps the information of this body receives your request, and you are told of the answer by mail.");
    case ReferralKind::WorkRequest: break;
    }
    return tr("Work that is asked of this group is checked against its mandate first; outside of it, the chef de file decides.");
}

void fill_fields(OpeningView& view, ReferralKind kind, ReferralForm const& form, Error const* error, web::Localization const& language)
{
    auto const frame = [&](std::string name, std::string label, std::string hint, bool optional) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : std::string(), optional };
    };
    bool const asks_text = kind == ReferralKind::LastResort || kind == ReferralKind::WorkRequest;
    view.title = { frame("title", language.t("Subject"), language.t("In a few words."), false), form.title };
    view.text = { frame("text", language.t("Description"), language.t("What is missing or wanted, for whom, since when."), !asks_text), form.text, 5 };
    view.topic = { frame("topic", kind == ReferralKind::LastResort ? language.t("Why it is a last resort") : language.t("What support"), {}, false), {}, { form.topic } };
    for (auto const& topic : topics_of(kind))
        view.topic.options.push_back({ std::string(topic.name), language(topic.label) });
    if (kind == ReferralKind::CapacityProposal || kind == ReferralKind::LastResort)
        view.origin = { frame("origin", language.t("Gap of origin"), language.t("As the action plan words it, or its reference."), kind == ReferralKind::LastResort), form.origin };
    view.area = { frame("area", language.t("Area"), language.t("Name or code; empty: the whole country."), true), form.area, web::Width::Half };
    view.due_on = web::date_field(frame("due_on", language.t("Wanted until"), {}, true), form.due_on, language);
}

Result<web::Reply> opening_page(web::Context& context, bodies::BodyId const& id, ReferralForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(bodies::find_body(reader, id));
        auto const kind = referral_kind_from(form.kind).value_or(ReferralKind::SupportRequest);
        TRY(require_may_open(reader, context, id, kind));
        OpeningView view;
        view.id = id.text();
        view.rooms = bodies::rooms_of(context, reader, body, bodies::Room::Referrals);
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.once = web::once_field(context);
        view.kind = name_of(kind);
        view.lead = language(purpose_of(kind));
        fill_fields(view, kind, form, error, language);
        if (kind == ReferralKind::LastResort || kind == ReferralKind::WorkRequest)
            view.partner = TRY(people::organization_field(reader, context,
                { "partner", kind == ReferralKind::LastResort ? language.t("Partner that withdrew or failed") : language.t("Organisation that asks"), language.t("Its name or acronym."), {}, true }, form.partner, error));
        auto trail = bodies::trail_of(context, body);
        trail.push_back({ language.t("Followed files"), path_of(id) });
        web::Page page { language(label_of(kind)), std::move(trail), "/bodies", html::referral_form(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), error ? 422 : 200);
    });
}

Result<web::Reply> new_referral(web::Request const& request, web::Context& context)
{
    ReferralForm form;
    form.kind = request.query.get("kind");
    return opening_page(context, TRY(request.id<bodies::BodyId>("body")), form, nullptr);
}

Result<web::Reply> create_referral(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    auto const form = ReferralForm::decode(request);
    auto const referral_id = context.new_id<ReferralId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, bodies::view_body, id.text()));
            auto const body = TRY(bodies::find_body(tx, id));
            auto const today = web::local_date(context.now, TRY(bodies::time_zone_of(tx, body)));
            ReferralForm::Found const found { TRY(people::refusable(people::resolve_optional_organization(tx, form.partner, "partner"))), TRY(geography::known_areas(tx, body.country, today)) };
            auto referral = TRY(form.value(referral_id, id, kinds_of(body.kind), found, today));
            TRY(require_may_open(tx, context, id, referral.kind));
            referral.opened_by = context.visitor ? people::PersonId::parse(context.visitor->person) : std::nullopt;
            referral = TRY(insert_referral(tx, referral));
            TRY(journal::record_event(tx, journal::actor_of(context), { "referrals.opened", referral_id.text(), id.text(), {}, referral_facts(referral) }, context.now, context.chance));
            if (referral.kind == ReferralKind::SupportRequest || referral.kind == ReferralKind::WorkRequest)
                TRY(tell_keepers(tx, context, body, referral_id, today));
            return web::see_other(path_of(id) + "/" + referral_id.text());
        });
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return opening_page(context, id, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The file is open. Its page shows what becomes of it."));
}

/// Those who keep the queue: information managers, or whoever coordinates when there is none. Work that lies outside the
/// mandate goes to the chef de file.
bool keeps(bodies::NamedMandate const& named, Referral const& referral, bool has_information_manager, Date today)
{
    if (!named.is_in_force(today) || named.person_email.empty())
        return false;
    if (referral.state == ReferralState::Submitted)
        return named.mandate.role == bodies::MandateRole::DonorLead;
    return has_information_manager ? named.mandate.role == bodies::MandateRole::InformationManager : bodies::coordinates(named.mandate.role);
}

Result<void> send(db::Transaction& tx, web::Context& context, mail::Message message, std::string const& key, std::string const& person, bodies::BodyId const& body)
{
    message.from = { context.configuration.mail_from_name, context.configuration.mail_from };
    mail::Envelope const envelope { .message = std::move(message), .key = key, .kind = "referrals.word", .person = person, .body = body.text() };
    TRY(mail::enqueue(tx, envelope, context.now, context.chance));
    return {};
}

std::string link_of(web::Context const& context, Referral const& referral) { return context.configuration.public_url + path_of(referral.body) + "/" + referral.id.text(); }

} // namespace

Result<void> require_may_open(db::Reader const& db, web::Context const& context, bodies::BodyId const& body, ReferralKind kind)
{
    bool const everybody = kind == ReferralKind::SupportRequest || kind == ReferralKind::WorkRequest;
    return context.require(db, everybody ? bodies::view_body : bodies::edit_plan, body.text());
}

Result<void> tell_keepers(db::Transaction& tx, web::Context& context, bodies::Body const& body, ReferralId const& id, Date today)
{
    auto const named = TRY(find_referral(tx, id));
    auto const mandates = TRY(bodies::mandates_on(tx, body.id, today));
    bool const has_information_manager = named.referral.kind == ReferralKind::SupportRequest
        && std::any_of(mandates.begin(), mandates.end(), [&](auto const& one) { return one.mandate.role == bodies::MandateRole::InformationManager && one.is_in_force(today) && !one.person_email.empty(); });
    for (auto const& mandate : mandates) {
        if (!keeps(mandate, named.referral, has_information_manager, today))
            continue;
        auto const person = TRY(people::find_person(tx, *mandate.mandate.person));
        ReferralMail const mail { { person.full_name, person.email }, named, body.name, {}, link_of(context, named.referral) };
        auto const key = "referrals." + std::string(name_of(named.referral.state)) + "/" + id.text() + "/" + person.id.text();
        TRY(send(tx, context, arrival_message(mail, web::localization(person.language, web::Medium::File)), key, person.id.text(), body.id));
    }
    return {};
}

Result<void> tell_asker(db::Transaction& tx, web::Context& context, bodies::Body const& body, ReferralId const& id)
{
    auto const named = TRY(find_referral(tx, id));
    if (!named.referral.opened_by || named.asker_email.empty())
        return {};
    auto const last = TRY(steps_of(tx, id)).back();
    ReferralMail const mail { { named.asker_name, named.asker_email }, named, body.name, last.words, link_of(context, named.referral) };
    return send(tx, context, answer_message(mail, web::localization(named.asker_language, web::Medium::File)), "referrals.step/" + id.text() + "/" + std::to_string(last.place),
        named.referral.opened_by->text(), body.id);
}

std::string referral_facts(Referral const& referral)
{
    boost::json::object facts { { "kind", name_of(referral.kind) }, { "year", referral.year }, { "number", referral.number }, { "state", name_of(referral.state) } };
    if (referral.within_mandate)
        facts["within_mandate"] = *referral.within_mandate;
    if (referral.committee)
        facts["committee"] = referral.committee->text();
    if (referral.responsible)
        facts["responsible"] = referral.responsible->text();
    if (referral.due_on)
        facts["due_on"] = referral.due_on->to_iso();
    return boost::json::serialize(facts);
}

std::vector<web::Route> opening_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/referrals/new", new_referral, web::by_right(bodies::view_body, bodies::body_in_path) },
        { Post, "/bodies/:body/referrals", create_referral, web::by_right(bodies::view_body, bodies::body_in_path) },
    };
}

} // namespace toguna::referrals
