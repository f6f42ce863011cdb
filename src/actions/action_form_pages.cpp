#include "actions/action_form_pages.hpp"

#include "actions/action_access_store.hpp"
#include "actions/action_conflict.html.hpp"
#include "actions/action_form.html.hpp"
#include "actions/action_entry_forms.hpp"
#include "actions/actor_store.hpp"
#include "actions/plan_edit_store.hpp"
#include "actions/shared_plan_pages.hpp"
#include "bodies/pages.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "people/forms.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

/// Where an action is written: into a plan, into the register of a body, or over the one that is there.
struct Desk {
    bodies::Body body;
    KnownActors actors;
    std::optional<ActionPlan> plan = {};
    std::optional<ActionPoint> action = {};

    ActionPlan const* plan_or_null() const { return plan ? &*plan : nullptr; }
    ActionFormSetting setting(web::Context const& context) const
    {
        return { context.today(), plan ? plan->year : context.today().year(), actors, plan_or_null(), context.language };
    }
    std::string path() const
    {
        if (action)
            return "/actions/" + action->id.text() + "/edit";
        return (plan ? "/plans/" + plan->id.text() : "/bodies/" + body.id.text()) + "/actions/new";
    }
    std::string cancel() const
    {
        if (action)
            return "/actions/" + action->id.text();
        return plan ? "/plans/" + plan->id.text() : "/actions?body=" + body.id.text();
    }
};

Result<Desk> desk_of_body(db::Reader const& db, web::Context const& context, bodies::BodyId const& body)
{
    return Desk { TRY(bodies::find_body(db, body)), TRY(known_actors(db, body, context.language)) };
}

Result<Desk> desk_of_plan(db::Reader const& db, web::Context const& context, PlanId const& id)
{
    auto plan = TRY(read_plan(db, id));
    auto desk = TRY(desk_of_body(db, context, plan.body));
    desk.plan = std::move(plan);
    return desk;
}

Result<Desk> desk_of_action(db::Reader const& db, web::Context const& context, ActionId const& id)
{
    auto action = TRY(find_action(db, id));
    auto desk = action.plan ? TRY(desk_of_plan(db, context, *action.plan)) : TRY(desk_of_body(db, context, action.body));
    desk.action = std::move(action);
    return desk;
}

/// The desk that the address of the request leads to.
Result<Desk> desk_of(db::Reader const& db, web::Request const& request, web::Context const& context)
{
    if (request.parameters.contains("action"))
        return desk_of_action(db, context, TRY(request.id<ActionId>("action")));
    if (request.parameters.contains("plan"))
        return desk_of_plan(db, context, TRY(request.id<PlanId>("plan")));
    return desk_of_body(db, context, TRY(request.id<bodies::BodyId>("body")));
}

std::vector<web::Crumb> trail_of(web::Context const& context, Desk const& desk)
{
    auto trail = bodies::trail_of(context, desk.body);
    if (desk.plan)
        trail.push_back({ desk.plan->title, "/plans/" + desk.plan->id.text() });
    if (desk.action)
        trail.push_back({ desk.action->reference, "/actions/" + desk.action->id.text() });
    return trail;
}

web::Reply form_page(web::Context& context, Desk const& desk, ActionForm const& typed, Error const* error)
{
    auto const setting = desk.setting(context);
    auto const form = error ? typed.asked_to_confirm(setting, desk.action ? desk.action->responsible : std::vector<Responsible>()) : typed;
    auto view = action_form_view(form, setting, error);
    view.action = desk.path();
    view.cancel = desk.cancel();
    view.once = web::once_field(context);
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    auto title = desk.action ? context.language.t("Change the action") : context.language.t("Add an action");
    return web::page(context, { std::move(title), trail_of(context, desk), "/actions", html::action_form(view, context.templates()), error != nullptr }, error ? 422 : 200);
}

/// GET of the form: empty, with the gap the reader came from, or filled with the action.
Result<web::Reply> show_form(web::Request const& request, web::Context& context)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const desk = TRY(desk_of(reader, request, context));
        if (desk.action)
            return form_page(context, desk, ActionForm::encode(*desk.action, context.language), nullptr);
        ActionForm form;
        if (auto const gap = request.query.get("gap"); !gap.empty())
            form.gaps.emplace_back(gap);
        form.section = std::string(request.query.get("section"));
        return form_page(context, desk, form, nullptr);
    });
}

ActionPoint new_action(Desk const& desk)
{
    ActionPoint action { .id = ActionId::trusted(""), .body = desk.body.id };
    if (desk.plan)
        action.plan = desk.plan->id;
    return action;
}

/// POST /plans/:plan/actions/new, /bodies/:body/actions/new
Result<web::Reply> create_action(web::Request const& request, web::Context& context)
{
    auto const form = ActionForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const desk = TRY(desk_of(tx, request, context));
            TRY(context.require(tx, bodies::edit_plan, desk.body.id.text()));
            auto action = TRY(form.value(new_action(desk), desk.setting(context)));
            TRY(expand_members(tx, action, context.today()));
            auto const source = desk.plan ? Source { "action_plan", desk.plan->id.text() } : Source { "register", {} };
            auto const inserted = TRY(insert_action(tx, action, source, act_of(context)));
            return web::see_other("/actions/" + inserted.id.text());
        });
    });
    if (saved)
        return web::with_notice(request, context, *saved, tr("The action was added."));
    if (saved.error().kind != ErrorKind::Invalid)
        return fail(saved.error());
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        return form_page(context, TRY(desk_of(reader, request, context)), form, &saved.error());
    });
}

/// Who saved the present version, and when.
std::string last_change(web::Context const& context, std::vector<HistoryLine> const& history)
{
    for (auto const& line : history)
        if (!line.is_comment)
            return context.language(tr("{name}, on {time},", { { "name", line.author }, { "time", context.language.date_time(line.at, context.time_zone()) } }));
    return {};
}

/// 409: both versions side by side. Saving from here is checked against the version shown here.
Result<web::Reply> conflict_page(db::Reader const& reader, web::Request const& request, web::Context& context, ActionForm form)
{
    auto const desk = TRY(desk_of(reader, request, context));
    form.version = std::to_string(desk.action->version);
    ActionConflictView view;
    view.id = desk.action->id.text();
    view.who = last_change(context, TRY(history_of(reader, desk.action->id)));
    view.rows = conflict_rows(*desk.action, form, desk.plan_or_null(), context.language);
    view.fields = form.fields();
    view.once = web::once_field(context);
    auto title = context.language.t("Two versions of the same action");
    return web::page(context, { std::move(title), trail_of(context, desk), "/actions", html::action_conflict(view, context.templates()), true }, 409);
}

Result<web::Reply> update_action_page(web::Request const& request, web::Context& context)
{
    auto const form = ActionForm::decode(request);
    if (request.form.get("go") == "edit")
        return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> { return form_page(context, TRY(desk_of(reader, request, context)), form, nullptr); });

    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const desk = TRY(desk_of(tx, request, context));
            TRY(context.require(tx, bodies::edit_plan, desk.body.id.text()));
            auto const version = people::read_version(form.version);
            if (version != desk.action->version)
                return fail(ErrorKind::Conflict, tr("Somebody changed this action while you were writing. Compare the two versions and choose."));
            auto action = TRY(form.value(*desk.action, desk.setting(context)));
            TRY(expand_members(tx, action, context.today()));
            TRY(update_action(tx, action, version, {}, act_of(context)));
            return web::see_other("/actions/" + action.id.text());
        });
    });
    if (saved)
        return web::with_notice(request, context, *saved, tr("Your changes were saved."));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        if (saved.error().kind == ErrorKind::Conflict)
            return conflict_page(reader, request, context, form);
        if (saved.error().kind == ErrorKind::Invalid)
            return form_page(context, TRY(desk_of(reader, request, context)), form, &saved.error());
        return fail(saved.error());
    });
}

} // namespace

std::vector<web::Route> action_form_routes()
{
    using enum web::Method;
    auto const of_plan = web::by_right(bodies::edit_plan, body_of_plan_in_path);
    auto const of_body = web::by_right(bodies::edit_plan, bodies::body_in_path);
    auto const of_action = web::by_right(bodies::edit_plan, body_of_action_in_path);
    return {
        { Get, "/plans/:plan/actions/new", show_form, of_plan },
        { Post, "/plans/:plan/actions/new", create_action, of_plan },
        { Get, "/bodies/:body/actions/new", show_form, of_body },
        { Post, "/bodies/:body/actions/new", create_action, of_body },
        { Get, "/actions/:action/edit", show_form, of_action },
        { Post, "/actions/:action/edit", update_action_page, of_action },
    };
}

} // namespace toguna::actions
