#include "bodies/life_pages.hpp"

#include "bodies/life.html.hpp"
#include "bodies/profile_store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <boost/json.hpp>

namespace toguna::bodies {

namespace {

/// Both forms of the page: a step, and a sign of life.
struct LifeForm {
    std::string state = {};
    std::string day = {};
    std::string reason = {};
    std::string decision = {};
    std::string link = {};
    std::string kind = "meeting_held";
    std::string activity_day = {};
    std::string words = {};

    static LifeForm decode(web::Request const& request)
    {
        auto const typed = [&](std::string_view field) { return std::string(request.form.get(field)); };
        return { typed("state"), typed("day"), typed("reason"), typed("decision"), typed("link"), typed("kind"), typed("activity_day"), typed("words") };
    }

    Result<LifeEvent> step(LifeEventId id, BodyId body, Date today) const
    {
        Error error { ErrorKind::Invalid, tr("This step cannot be saved as it is."), {}, {} };
        auto const chosen = life_state_from(state);
        auto const read = people::tidy(day).empty() ? std::optional(today) : people::read_date(day, today);
        if (!chosen)
            error.fields.push_back({ "state", tr("Choose a state.") });
        if (!read)
            error.fields.push_back({ "day", people::unreadable_date(day) });
        if (!error.fields.empty())
            return fail(std::move(error));
        return LifeEvent { std::move(id), std::move(body), *read, *chosen, reason, decision, link };
    }

    Result<SignOfLife> activity(SignOfLifeId id, BodyId body, Date today) const
    {
        Error error { ErrorKind::Invalid, tr("This cannot be saved as it is."), {}, {} };
        auto const chosen = sign_of_life_kind_from(kind);
        auto const read = people::tidy(activity_day).empty() ? std::optional(today) : people::read_date(activity_day, today);
        if (!chosen)
            error.fields.push_back({ "kind", tr("Choose what took place.") });
        if (!read)
            error.fields.push_back({ "activity_day", people::unreadable_date(activity_day) });
        if (!error.fields.empty())
            return fail(std::move(error));
        return SignOfLife { std::move(id), std::move(body), *read, *chosen, words };
    }
};

SafeHtml decision_of(LifeEvent const& event)
{
    if (event.link.empty())
        return web::escaped(event.decision);
    return web::link(event.decision.empty() ? event.link : event.decision, event.link);
}

void fill_form(LifeView& view, LifeForm const& form, std::optional<LifeState> now, web::Localization const& language, Error const* error)
{
    auto const frame = [&](std::string name, std::string label, std::string hint = {}, bool optional = false) {
        return web::FieldFrame { name, std::move(label), std::move(hint), error ? web::message_for(error->fields, name, language) : "", optional };
    };
    std::vector<web::Option> states { { "", language.t("Choose") } };
    auto const possible = next_states(now);
    for (auto const state : life_states()) // a day in the past may ask for a state that cannot follow today's
        states.push_back({ std::string(name_of(state)), language(label_of(state)) });
    std::vector<web::Option> kinds;
    for (auto const kind : sign_of_life_kinds())
        kinds.push_back({ std::string(name_of(kind)), language(label_of(kind)) });
    view.state = { frame("state", language.t("State"), possible.empty() ? "" : language(tr("May come next: {states}.", { { "states", [&] {
        std::vector<std::string> words;
        for (auto const state : possible)
            words.push_back(language(label_of(state)));
        return language.list(words);
    }() } }))), std::move(states), form.state };
    view.day = web::date_field(frame("day", language.t("Day"), language.t("Empty: today."), true), form.day, language);
    view.reason = { frame("reason", language.t("Reason")), form.reason, 3 };
    view.decision = { frame("decision", language.t("Decision document"), language.t("Its reference, such as “Minutes of the HCT, 3 March 2026, point 4”."), true), form.decision };
    view.link = { frame("link", language.t("Address where it can be read"), {}, true), form.link };
    view.kind = { frame("kind", language.t("What took place")), std::move(kinds), form.kind };
    view.activity_day = web::date_field(frame("activity_day", language.t("On which day"), language.t("Empty: today."), true), form.activity_day, language);
    view.words = { frame("words", language.t("In a few words"), {}, true), form.words };
}

void fill_rows(LifeView& view, LifeFacts const& facts, BodyKind kind, Date today, web::Localization const& language)
{
    for (auto event = facts.events.rbegin(); event != facts.events.rend(); ++event)
        view.steps.push_back({ event->id.text(), language.date(event->day), state_tag(event->state, language), event->reason, decision_of(*event), event == facts.events.rbegin() });
    for (auto const& review : facts.reviews(kind, today))
        view.reviews.push_back({ language(label_of(review.kind)), language.date(review.due), language(review.rule), review.due < today });
    for (auto const& activity : facts.activities)
        view.activities.push_back({ language.date(activity.day), language(label_of(activity.kind)), activity.words });
}

Result<web::Reply> life_page(web::Context& context, BodyId const& id, LifeForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(find_body(reader, id));
        auto const profile = TRY(find_profile(reader, id));
        auto const today = web::local_date(context.now, TRY(time_zone_of(reader, body)));
        auto const facts = TRY(read_life(reader, profile));
        LifeView view;
        view.id = id.text();
        view.rooms = rooms_of(context, reader, body, Room::Overview);
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        view.today = state_tag(facts.state(today), language);
        if (body.merged_into) {
            view.continued_by = "/bodies/" + body.merged_into->text();
            view.continued_name = TRY(find_body(reader, *body.merged_into)).name;
        }
        if (auto const since = silent_since(body.kind, facts.events, facts.activities, profile.dormant_after, today))
            view.rest_proposal = language(tr("No meeting since {date}, for more than {days} days: write below the meeting that was held, or that the group rests.", { { "date", *since }, { "days", profile.dormant_after } }));
        fill_rows(view, facts, body.kind, today, language);
        view.may_edit = !body.merged_into && context.may(reader, manage_body, id.text());
        view.once = web::once_field(context);
        fill_form(view, form, facts.state(today), language, error);
        auto trail = trail_of(context, body);
        if (body.merged_into)
            trail.pop_back();
        web::Page page { language(tr("Life of {body}", { { "body", body.short_name() } })), std::move(trail), "/bodies", html::life(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), error ? 422 : 200);
    });
}

Result<web::Reply> show_life(web::Request const& request, web::Context& context)
{
    return life_page(context, TRY(request.id<BodyId>("body")), {}, nullptr);
}

Result<void> record(db::Transaction& tx, web::Context const& context, std::string_view kind, BodyId const& body, boost::json::object facts)
{
    TRY(journal::record_event(tx, journal::actor_of(context), { std::string(kind), body.text(), body.text(), {}, boost::json::serialize(facts) }, context.now, context.chance));
    return {};
}

/// One write on the page of a life: what was typed comes back when it is refused.
template<class Write>
Result<web::Reply> write_life(web::Request const& request, web::Context& context, Text const& notice, Write const& write)
{
    auto const id = TRY(request.id<BodyId>("body"));
    auto const form = LifeForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, manage_body, id.text()));
            auto const body = TRY(find_body(tx, id));
            TRY(require_not_merged(body));
            TRY(write(tx, form, id, web::local_date(context.now, TRY(time_zone_of(tx, body)))));
            return web::see_other("/bodies/" + id.text() + "/life");
        });
    });
    if (!saved && (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict))
        return life_page(context, id, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), notice);
}

Result<web::Reply> create_step(web::Request const& request, web::Context& context)
{
    return write_life(request, context, tr("The step was saved."), [&](db::Transaction& tx, LifeForm const& form, BodyId const& id, Date today) -> Result<void> {
        auto const step = TRY(form.step(context.new_id<LifeEventId>(), id, today));
        TRY(insert_life_event(tx, step, today, context.now));
        return record(tx, context, "bodies.life_step_written", id, { { "state", name_of(step.state) }, { "day", step.day.to_iso() }, { "reason", step.reason } });
    });
}

Result<web::Reply> withdraw_step(web::Request const& request, web::Context& context)
{
    auto const step = TRY(request.id<LifeEventId>("event"));
    return write_life(request, context, tr("The step was withdrawn."), [&](db::Transaction& tx, LifeForm const&, BodyId const& id, Date) -> Result<void> {
        TRY(withdraw_life_event(tx, id, step, context.now));
        return record(tx, context, "bodies.life_step_withdrawn", id, { { "step", step.text() } });
    });
}

Result<web::Reply> create_activity(web::Request const& request, web::Context& context)
{
    return write_life(request, context, tr("It was written down."), [&](db::Transaction& tx, LifeForm const& form, BodyId const& id, Date today) -> Result<void> {
        auto const activity = TRY(form.activity(context.new_id<SignOfLifeId>(), id, today));
        TRY(insert_activity(tx, activity, today, context.now));
        return record(tx, context, "bodies.activity_recorded", id, { { "kind", name_of(activity.kind) }, { "day", activity.day.to_iso() } });
    });
}

} // namespace

Result<LifeFacts> read_life(db::Reader const& db, BodyProfile const& profile)
{
    LifeFacts facts { TRY(life_of(db, profile.body)), TRY(activities_of(db, profile.body)), {} };
    if (profile.crisis)
        facts.crisis = TRY(find_crisis(db, *profile.crisis));
    return facts;
}

web::Tag state_tag(std::optional<LifeState> state, web::Localization const& language)
{
    if (!state)
        return {};
    using enum LifeState;
    auto const look = is_active(state) ? web::Look::Good : *state == Expected ? web::Look::ToDo : *state == Dormant ? web::Look::Fair : *state == InTransition ? web::Look::InProgress : web::Look::Abandoned;
    return { look, language(label_of(*state)) };
}

std::vector<web::Route> life_routes()
{
    using enum web::Method;
    return {
        { Get, "/bodies/:body/life", show_life, web::by_right(view_body, body_in_path) },
        { Post, "/bodies/:body/life", create_step, web::by_right(manage_body, body_in_path) },
        { Post, "/bodies/:body/life/:event/withdrawal", withdraw_step, web::by_right(manage_body, body_in_path) },
        { Post, "/bodies/:body/activities", create_activity, web::by_right(manage_body, body_in_path) },
    };
}

} // namespace toguna::bodies
