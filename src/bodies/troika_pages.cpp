#include "bodies/mandate_change.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "bodies/troika.html.hpp"
#include "bodies/troika_forms.hpp"
#include "bodies/troika_store.hpp"
#include "bodies/troika_views.hpp"
#include "journal/store.hpp"
#include "people/chooser_store.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

namespace toguna::bodies {

namespace {

bool can_be_mended(Error const& error) { return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict; }

std::string troika_path(BodyId const& body) { return "/bodies/" + body.text() + "/troika"; }

std::string name_in(std::optional<TroikaMember> const& member) { return member ? member->name : std::string(); }

TroikaRow row_of(Troika const& troika, std::vector<Text> const& missing, web::Localization const& language)
{
    TroikaRow row { {}, {}, name_in(troika.incoming), name_in(troika.lead), name_in(troika.outgoing) };
    for (auto const& sentence : missing)
        row.missing.push_back(language(sentence));
    return row;
}

/// What was typed into the forms of the page, and what is wrong with one of them.
struct Typed {
    RotationForm rotation = {};
    TurnForm turn = {};
    std::optional<RuleForm> rule = {};
    Error const* error = nullptr;
};

Result<void> fill_forms(TroikaView& view, web::Context const& context, db::Reader const& db, CompositionRule const& rule, Typed const& typed)
{
    auto const& language = context.language;
    auto const* error = typed.error;
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
    };
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    view.rotation_once = web::once_field(context);
    view.day = web::date_field(frame("day", language.t("Day of the rotation"), language.t("Empty: today. For example 7/2/2026."), true), typed.rotation.day, language);
    view.entrant = TRY(people::organization_field(db, context, { "entrant", language.t("New incoming organisation"), language.t("Its name or acronym.") }, typed.rotation.entrant, error));
    view.person = TRY(people::person_field(db, context, { "person", language.t("Who acts for it"), language.t("Can be named later, among the mandates."), {}, true }, typed.rotation.person, error));
    view.override_reason = { frame("override_reason", language.t("Set the rule of composition aside because"), language.t("Only when the rule refuses: the reason stands in the journal."), true), typed.rotation.override_reason };
    view.turn_once = web::once_field(context);
    view.turn_starts_on = web::date_field(frame("turn_starts_on", language.t("Day on which it enters")), typed.turn.turn_starts_on, language);
    view.turn_organization = TRY(people::organization_field(db, context, { "turn_organization", language.t("Organisation that enters"), language.t("Its name or acronym.") }, typed.turn.turn_organization, error));
    auto const form = typed.rule.value_or(RuleForm::encode(rule));
    for (auto const type : types_of_a_rule()) {
        auto const count = form.counts.find(type);
        web::TextField field { frame(std::string(people::name_of(type)), language(people::label_of(type)), {}, true), count == form.counts.end() ? std::string() : count->second, web::Width::Number };
        field.input_mode = "numeric";
        view.minimums.push_back(std::move(field));
    }
    return {};
}

void fill_calendar(TroikaView& view, TroikaOnDay const& read, web::Localization const& language)
{
    view.present = row_of(read.troika, missing_in(read.troika, read.rule), language);
    for (auto const& planned : read.planned) {
        view.planned.push_back(row_of(planned.troika, planned.missing, language));
        view.planned.back().id = planned.turn.id.text();
        view.planned.back().day = language.date(planned.turn.starts_on);
    }
    for (auto const& alert : calendar_alerts(read.planned, read.shown.day))
        view.alerts.push_back(language(alert));
    for (auto const& minimum : read.rule)
        view.rule.push_back(language(tr("At least {count} among the three: {type}.", { { "count", minimum.count }, { "type", people::label_of(minimum.type) } })));
}

Result<web::Reply> troika_page(web::Request const& request, web::Context& context, Typed const& typed)
{
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const read = TRY(troika_on_day(db, request, context));
        auto const& body = read.shown.body;
        TroikaView view;
        view.id = body.id.text();
        view.rooms = rooms_of(context, db, body, Room::Mandates);
        view.day_shown = day_field(read.shown, language);
        view.day_query = read.shown.day == read.shown.today ? "" : read.shown.day.to_iso();
        fill_calendar(view, read, language);
        view.present.day = language(tr("As of {date}", { { "date", read.shown.day } }));
        view.may_manage = context.may(db, manage_mandates, view.id);
        view.is_administrator = context.visitor->administrator;
        if (view.may_manage)
            TRY(fill_forms(view, context, db, read.rule, typed));
        bool const is_wrong = typed.error || !read.shown.unreadable.empty();
        web::Page page { language(tr("Troïka of {body}", { { "body", body.short_name() } })), trail_of(context, body), "/bodies", html::troika(view, context.templates()), is_wrong };
        return web::page(context, std::move(page), !is_wrong ? 200 : typed.error && typed.error->kind == ErrorKind::Conflict ? 409 : 422);
    });
}

Result<web::Reply> show_troika(web::Request const& request, web::Context& context) { return troika_page(request, context, {}); }

/// Refused with what the rule misses, unless an administrator sets it aside and says why.
Result<void> require_composition(web::Context const& context, Troika const& next, CompositionRule const& rule, std::string const& override_reason)
{
    auto const missing = missing_in(next, rule);
    if (missing.empty() || (context.visitor->administrator && !override_reason.empty()))
        return {};
    Error error { ErrorKind::Invalid, tr("The troïka cannot rotate like this."), {}, {} };
    for (auto const& sentence : missing)
        error.fields.push_back({ "entrant", sentence });
    return fail(std::move(error));
}

std::string rotation_facts(Rotation const& rotation, std::string const& override_reason)
{
    boost::json::object facts { { "last_day_before", rotation.last_day_before.to_iso() } };
    for (auto const& mandate : rotation.begun)
        facts[name_of(mandate.role)] = mandate.organization ? mandate.organization->text() : "";
    if (!override_reason.empty())
        facts["override"] = override_reason;
    return boost::json::serialize(facts);
}

Result<web::Reply> rotate_in(db::Transaction& tx, web::Context const& context, BodyId const& id, RotationForm const& form)
{
    TRY(context.require(tx, manage_mandates, id.text()));
    auto const today = web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, id)))));
    auto const order = TRY(form.value(id, TRY(people::refusable(people::resolve_organization(tx, form.entrant, "entrant"))),
        TRY(people::refusable(people::resolve_optional_person(tx, form.person, "person"))), today));
    std::vector<MandateId> const ids { context.new_id<MandateId>(), context.new_id<MandateId>(), context.new_id<MandateId>() };
    auto const rotation = TRY(rotate(order, TRY(troika_seats_on(tx, id, order.day.plus_days(-1))), ids));
    // Those who move keep what they hold; naming oneself as the new one is what is refused.
    if (auto const named = may_name({ context.visitor->person, context.visitor->administrator }, rotation.begun.back()); !named) {
        context.refusal = web::Refusal { manage_mandates, id.text() };
        return fail(named.error());
    }
    auto const next = TRY(troika_on(tx, id, order.day.plus_days(-1))).after(TRY(troika_member(tx, order.entrant)));
    TRY(require_composition(context, next, TRY(composition_rule_of(tx, id)), form.override_reason));
    TRY(write_rotation(tx, rotation));
    auto const override_reason = context.visitor->administrator ? form.override_reason : std::string();
    TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.troika_rotated", id.text(), id.text(), {}, rotation_facts(rotation, override_reason) }, context.now, context.chance));
    return web::see_other(troika_path(id));
}

Result<web::Reply> create_rotation(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = RotationForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() { return rotate_in(tx, context, id, form); });
    });
    if (!saved && can_be_mended(saved.error()))
        return troika_page(request, context, { form, {}, {}, &saved.error() });
    return web::with_notice(request, context, TRY(saved), tr("The rotation is written: the three change places on that day, all at once."));
}

Result<RotationTurn> turn_of(db::Reader const& db, web::Context const& context, BodyId const& id, TurnForm const& form, Date today)
{
    Error error { ErrorKind::Invalid, tr("This turn cannot be planned."), {}, {} };
    auto const day = people::collected(form.day(today), error);
    auto const organization = people::collected(TRY(people::refusable(people::resolve_organization(db, form.turn_organization, "turn_organization"))), error);
    if (!error.fields.empty())
        return fail(std::move(error));
    return RotationTurn { context.new_id<RotationTurnId>(), id, TRY(troika_member(db, *organization)), *day };
}

Result<web::Reply> create_turn(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = TurnForm::decode(request);
    auto saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_mandates, id.text()));
            auto const today = web::local_date(context.now, TRY(time_zone_of(tx, TRY(find_body(tx, id)))));
            auto const turn = TRY(turn_of(tx, context, id, form, today));
            TRY(insert_rotation_turn(tx, turn));
            auto const facts = boost::json::serialize(boost::json::object { { "organization", turn.entrant.organization.text() }, { "starts_on", turn.starts_on.to_iso() } });
            TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.turn_planned", turn.id.text(), id.text(), {}, facts }, context.now, context.chance));
            return web::see_other(troika_path(id));
        });
    });
    if (!saved && can_be_mended(saved.error()))
        return troika_page(request, context, { {}, form, {}, &saved.error() });
    return web::with_notice(request, context, TRY(saved), tr("The turn was planned."));
}

Result<web::Reply> remove_turn(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const turn = TRY(request.id<RotationTurnId>("turn"));
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(context.require(tx, manage_mandates, id.text()));
        TRY(delete_rotation_turn(tx, id, turn));
        TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.turn_removed", turn.text(), id.text(), {}, {} }, context.now, context.chance));
        return web::see_other(troika_path(id));
    });
    return web::with_notice(request, context, TRY(saved), tr("The turn was removed from the calendar."));
}

std::string rule_facts(CompositionRule const& rule)
{
    boost::json::object facts;
    for (auto const& minimum : rule)
        facts[people::name_of(minimum.type)] = minimum.count;
    return boost::json::serialize(facts);
}

Result<web::Reply> change_rule(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = RuleForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) -> Result<web::Reply> {
        TRY(find_body(tx, id));
        auto const before = TRY(composition_rule_of(tx, id));
        auto const rule = TRY(form.value());
        TRY(replace_composition_rule(tx, id, rule));
        TRY(journal::record_event(tx, journal::actor_of(context), { "bodies.troika_rule_changed", id.text(), id.text(), rule_facts(before), rule_facts(rule) }, context.now, context.chance));
        return web::see_other(troika_path(id));
    });
    if (!saved && can_be_mended(saved.error()))
        return troika_page(request, context, { {}, {}, form, &saved.error() });
    return web::with_notice(request, context, TRY(saved), tr("The rule of composition was saved."));
}

} // namespace

Result<TroikaOnDay> troika_on_day(db::Reader const& db, web::Request const& request, web::Context const& context)
{
    auto shown = TRY(body_on_day(db, request, context));
    if (!has_troika(shown.body.kind))
        return fail(ErrorKind::NotFound, tr("Only a donors’ group has a troïka."));
    auto const id = shown.body.id;
    auto const day = shown.day;
    auto troika = TRY(troika_on(db, id, day));
    auto rule = TRY(composition_rule_of(db, id));
    auto planned = planned_troikas(troika, TRY(rotation_turns_of(db, id)), rule, day);
    return TroikaOnDay { std::move(shown), std::move(troika), std::move(rule), std::move(planned) };
}

std::vector<web::Route> troika_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/troika", show_troika, web::by_right(view_body, body_in_path) },
        { Post, "/bodies/:body/troika/rotation", create_rotation, web::by_right(manage_mandates, body_in_path) },
        { Post, "/bodies/:body/troika/turns", create_turn, web::by_right(manage_mandates, body_in_path) },
        { Post, "/bodies/:body/troika/turns/:turn/removal", remove_turn, web::by_right(manage_mandates, body_in_path) },
        { Post, "/bodies/:body/troika/rule", change_rule, web::administrator() },
    };
}

} // namespace toguna::bodies
