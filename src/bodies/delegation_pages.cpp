#include "bodies/delegation_forms.hpp"
#include "bodies/delegation_store.hpp"
#include "bodies/delegation_views.hpp"
#include "bodies/delegations.html.hpp"
#include "bodies/mandate_views.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/role_label_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

#include <algorithm>

namespace toguna::bodies {

namespace {

std::string delegations_path(BodyId const& body) { return "/bodies/" + body.text() + "/delegations"; }

/// Ids and powers only; the reason may name a person and stays in its own row.
std::string delegation_facts(Delegation const& delegation)
{
    boost::json::object facts { { "from", delegation.from.text() }, { "to", delegation.to.text() }, { "powers", write_powers(delegation.powers) }, { "starts_on", delegation.period.start().to_iso() } };
    if (delegation.period.end())
        facts["ends_on"] = delegation.period.end()->to_iso();
    return boost::json::serialize(facts);
}

bool is_own(web::Context const& context, Mandate const& mandate)
{
    return mandate.person && mandate.person->text() == context.visitor->person;
}

bool has_any_power(MandateRole role)
{
    return std::any_of(powers().begin(), powers().end(), [&](Power power) { return has_power(role, power); });
}

web::Tag tag_of(Delegation const& delegation, Date today, web::Localization const& language)
{
    if (delegation.revoked_on && *delegation.revoked_on <= today)
        return { web::Look::Abandoned, language(tr("revoked on {date}", { { "date", *delegation.revoked_on } })) };
    if (delegation.period.contains(today))
        return { web::Look::Good, language(label_of(MandateState::InForce)) };
    auto const state = today < delegation.period.start() ? MandateState::ToCome : MandateState::Over;
    return { state == MandateState::ToCome ? web::Look::ToDo : web::Look::Abandoned, language(label_of(state)) };
}

/// The mandates of the body by id, with the word of each in a list.
struct Holders {
    std::vector<NamedMandate> mandates;
    RoleNames names;

    std::string label(NamedMandate const& named, web::Localization const& language) const { return named.holder() + " (" + names(named.mandate.role, language) + ")"; }
    NamedMandate const* find(MandateId const& id) const
    {
        auto const found = std::find_if(mandates.begin(), mandates.end(), [&](auto const& named) { return named.mandate.id == id; });
        return found == mandates.end() ? nullptr : &*found;
    }
};

Result<Holders> read_holders(db::Reader const& db, Body const& body)
{
    return Holders { TRY(list_mandates(db, body.id)), TRY(role_names_of(db, body.country)) };
}

Result<void> fill_rows(DelegationsView& view, web::Context const& context, db::Reader const& db, Body const& body, Holders const& holders, Date today)
{
    auto const& language = context.language;
    bool const may_delegate = context.may(db, delegate, view.id);
    for (auto const& delegation : TRY(list_delegations(db, body.id))) {
        auto const* const from = holders.find(delegation.from);
        auto const* const to = holders.find(delegation.to);
        DelegationRow row { delegation.id.text(), from ? holders.label(*from, language) : "", to ? holders.label(*to, language) : "", {},
            language(delegation.period.end() ? tr("from {start} to {end}", { { "start", delegation.period.start() }, { "end", *delegation.period.end() } }) : tr("since {start}", { { "start", delegation.period.start() } })),
            delegation.reason, tag_of(delegation, today, language) };
        for (auto const power : delegation.powers)
            row.powers.push_back(language(label_of(power)));
        bool const is_alive = !delegation.revoked_on && (!delegation.period.end() || *delegation.period.end() >= today);
        row.may_revoke = is_alive && may_delegate && (context.visitor->administrator || (from && is_own(context, from->mandate)));
        view.rows.push_back(std::move(row));
    }
    return {};
}

void fill_form(DelegationsView& view, web::Context const& context, Holders const& holders, DelegationForm const& form, Error const* error, Date today)
{
    auto const& language = context.language;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
    };
    std::vector<web::Option> lenders;
    std::vector<web::Option> borrowers { { "", language.t("Choose") } };
    for (auto const& named : holders.mandates) {
        if (!named.mandate.person || (named.mandate.period.end() && *named.mandate.period.end() < today))
            continue;
        bool const may_lend = context.visitor->administrator || is_own(context, named.mandate);
        if (may_lend && has_any_power(named.mandate.role))
            lenders.push_back({ named.mandate.id.text(), holders.label(named, language) });
        if (context.visitor->administrator || !is_own(context, named.mandate))
            borrowers.push_back({ named.mandate.id.text(), holders.label(named, language) });
    }
    view.may_delegate = !lenders.empty() && borrowers.size() > 1;
    view.needs_holder = !view.may_delegate;
    std::vector<web::Option> options;
    for (auto const power : powers())
        options.push_back({ std::string(name_of(power)), language(label_of(power)) });
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    view.once = web::once_field(context);
    view.from = { frame("from", language.t("Powers of")), std::move(lenders), form.from };
    view.to = { frame("to", language.t("Lent to")), std::move(borrowers), form.to };
    view.powers = { frame("powers", language.t("Which powers"), language.t("Exactly these, and no other right.")), std::move(options), form.powers, true };
    view.starts_on = web::date_field(frame("starts_on", language.t("First day"), language.t("Empty: today. For example 7/2/2026."), true), form.starts_on, language);
    view.ends_on = web::date_field(frame("ends_on", language.t("Last day"), language.t("Not after the end of the mandate that lends."), true), form.ends_on, language);
    view.reason = { frame("reason", language.t("Reason"), language.t("For example: leave, mission, share of the work.")), form.reason };
}

Result<web::Reply> delegations_page(web::Context& context, BodyId const& id, DelegationForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const body = TRY(find_body(db, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(db, body)));
        auto const holders = TRY(read_holders(db, body));
        DelegationsView view;
        view.id = id.text();
        view.rooms = rooms_of(context, db, body, Room::Mandates);
        TRY(fill_rows(view, context, db, body, holders, today));
        if (context.may(db, delegate, view.id))
            fill_form(view, context, holders, form, error, today);
        web::Page page { context.language(tr("Delegations in {body}", { { "body", body.short_name() } })), trail_of(context, body), "/bodies", html::delegations(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422);
    });
}

Result<web::Reply> show_delegations(web::Request const& request, web::Context& context) { return delegations_page(context, TRY(request.id<BodyId>("body")), {}, nullptr); }

/// Who lends: the holder of the mandate, or an administrator in their name. Forbidden for everybody else (S0-31).
Result<journal::Actor> lender(web::Context const& context, BodyId const& body, NamedMandate const& from)
{
    auto actor = journal::actor_of(context);
    if (is_own(context, from.mandate))
        return actor;
    if (!context.visitor->administrator) {
        context.refusal = web::Refusal { delegate, body.text() };
        return fail(ErrorKind::Forbidden, tr("Only {name}, who holds this mandate, lends its powers and takes them back; an administrator may do it in their name.", { { "name", from.holder() } }), "not the lender");
    }
    actor.on_behalf_of = from.holder();
    return actor;
}

Result<web::Reply> create_delegation(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = DelegationForm::decode(request);
    auto const delegation_id = context.new_id<DelegationId>();
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, delegate, id.text()));
            auto const today = web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, id)))));
            auto const delegation = TRY(form.value(delegation_id, id, today));
            auto const actor = TRY(lender(context, id, TRY(find_named_mandate(tx, delegation.from))));
            TRY(insert_delegation(tx, delegation));
            TRY(journal::record_event(tx, actor, { "bodies.delegation_written", delegation_id.text(), id.text(), {}, delegation_facts(delegation) }, context.now, context.chance));
            return web::see_other(delegations_path(id));
        });
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict))
        return delegations_page(context, id, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The delegation is written. It gives exactly the powers it names, until its last day."));
}

Result<web::Reply> revoke_one_delegation(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const delegation_id = TRY(request.id<DelegationId>("delegation"));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, delegate, id.text()));
        auto const delegation = TRY(find_delegation(tx, delegation_id));
        if (delegation.body != id)
            return fail(ErrorKind::NotFound, tr("This delegation does not exist."));
        auto const actor = TRY(lender(context, id, TRY(find_named_mandate(tx, delegation.from))));
        auto const today = web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, id)))));
        TRY(revoke_delegation(tx, delegation_id, today));
        TRY(journal::record_event(tx, actor, { "bodies.delegation_revoked", delegation_id.text(), id.text(), delegation_facts(delegation), {} }, context.now, context.chance));
        return web::see_other(delegations_path(id));
    });
    return web::with_notice(request, context, TRY(saved), tr("The delegation is revoked: from now on it gives nothing."));
}

} // namespace

std::vector<web::Route> delegation_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/delegations", show_delegations, web::by_right(view_body, body_in_path) },
        { Post, "/bodies/:body/delegations", create_delegation, web::by_right(delegate, body_in_path) },
        { Post, "/bodies/:body/delegations/:delegation/revoke", revoke_one_delegation, web::by_right(delegate, body_in_path) },
    };
}

} // namespace toguna::bodies
