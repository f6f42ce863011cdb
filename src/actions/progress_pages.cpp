#include "actions/progress_pages.hpp"

#include "actions/action_story_pages.hpp"
#include "actions/actor_store.hpp"
#include "actions/progress_forms.hpp"
#include "actions/progress_store.hpp"
#include "actions/shared_action_pages.hpp"
#include "actions/step.html.hpp"
#include "people/forms.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

Result<ProgressSetting> setting_of(db::Reader const& db, web::Context const& context, ActionPoint const& action)
{
    return ProgressSetting { context.today(), TRY(progress_actor(db, context, action)), TRY(author_of(db, action.id)) };
}

Result<int> year_of(db::Reader const& db, web::Context const& context, ActionPoint const& action)
{
    return action.plan ? TRY(find_plan_summary(db, *action.plan)).year : context.today().year();
}

bool is_offered(ActionPoint const& action, ProgressRole role, std::string_view step)
{
    auto const steps = offered_steps(action, role);
    return std::find(steps.begin(), steps.end(), step) != steps.end();
}

/// Why a step is not offered, in the words of the rule.
Result<void> require_offer(ActionPoint const& action, ProgressForm const& form, ProgressSetting const& setting)
{
    auto const progress = bare_progress(form.step);
    if (!progress)
        return fail(ErrorKind::NotFound, tr("This page does not exist."), "unknown step");
    if (is_offered(action, setting.actor.role, form.step))
        return {};
    auto const refused = advance(action, *progress, setting);
    if (!refused && refused.error().kind != ErrorKind::Invalid)
        return fail(refused.error());
    return fail(ErrorKind::Conflict, tr("The action is not in a state where this means anything. Look at its page again."));
}

Result<web::Reply> step_page(web::Context& context, ActionId const& id, ProgressForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const action = TRY(find_action(reader, id));
        TRY(require_sight(reader, context, action));
        TRY(require_offer(action, form, TRY(setting_of(reader, context, action))));
        auto view = step_view(form, action, error, context.language);
        view.once = web::once_field(context);
        view.errors = error ? web::error_summary(context, *error) : SafeHtml();
        auto trail = bodies::trail_of(context, TRY(bodies::find_body(reader, action.body)));
        trail.push_back({ action.reference, "/actions/" + id.text() });
        return web::page(context, { view.button, std::move(trail), "/actions", html::step(view, context.templates()), error != nullptr }, status_of_form(error));
    });
}

Result<web::Reply> show_step(web::Request const& request, web::Context& context)
{
    ProgressForm form;
    form.step = std::string(request.query.get("step"));
    return step_page(context, TRY(request.id<ActionId>("action")), form, nullptr);
}

Text notice_of(ActionPoint const& action, std::string_view step)
{
    if (step == "move_deadline")
        return tr("The new date was saved.");
    if (step == "report_done" && action.status == Status::DoneToConfirm)
        return tr("Thank you. The coordination will confirm it.");
    return tr("The state of the action was saved.");
}

/// POST /actions/:action/progress
Result<web::Reply> create_progress(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ActionId>("action"));
    auto const form = ProgressForm::decode(request);
    Text notice;
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const action = TRY(find_action(tx, id));
            TRY(require_sight(tx, context, action));
            auto const setting = TRY(setting_of(tx, context, action));
            TRY(require_offer(action, form, setting));
            if (people::read_version(form.version) != action.version)
                return fail(ErrorKind::Conflict, tr("Somebody changed this action while you were writing. Look at its state, then save again: what you typed is still here."));
            auto const progress = TRY(form.value(TRY(year_of(tx, context, action)), context.today(), context.language));
            notice = notice_of(TRY(record_progress(tx, action, progress, setting, act_of(context))), form.step);
            return web::see_other("/actions/" + id.text());
        });
    });
    if (saved)
        return web::with_notice(request, context, *saved, notice.empty() ? tr("The state of the action was saved.") : notice);
    if (saved.error().kind == ErrorKind::Invalid || saved.error().kind == ErrorKind::Conflict)
        return step_page(context, id, form, &saved.error());
    return fail(saved.error());
}

/// POST /actions/:action/comments: whoever sees the action may speak about it.
Result<web::Reply> create_comment(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ActionId>("action"));
    ActionPageForms forms;
    forms.comment = std::string(request.form.get("comment"));
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(require_sight(tx, context, TRY(find_action(tx, id))));
            auto const blank = forms.comment.find_first_not_of(" \t\n") == std::string::npos;
            TRY(insert_comment(tx, id, blank ? std::string() : forms.comment, act_of(context)));
            return web::see_other("/actions/" + id.text() + "#history");
        });
    });
    if (saved)
        return web::with_notice(request, context, *saved, tr("Your comment was added."));
    if (saved.error().kind != ErrorKind::Invalid)
        return fail(saved.error());
    forms.error = &saved.error();
    return action_page(context, id, forms);
}

Result<Occurrence> occurrence_of(ActionPoint const& action, OccurrenceId const& id)
{
    for (auto const& occurrence : action.occurrences)
        if (occurrence.id == id)
            return occurrence;
    return fail(ErrorKind::NotFound, tr("This action has no such period any more."));
}

/// Inside the transaction: nobody's word about a period is overwritten unseen.
Result<Occurrence> say_occurrence(db::Transaction& tx, web::Request const& request, web::Context& context, ActionPageForms const& forms)
{
    auto const action = TRY(find_action(tx, TRY(request.id<ActionId>("action"))));
    TRY(require_sight(tx, context, action));
    if (TRY(progress_actor(tx, context, action)).role == ProgressRole::Member)
        return fail(ErrorKind::Forbidden, tr("Only those responsible for this action and the coordinators of the body can say whether a period was done."));
    auto const occurrence = TRY(occurrence_of(action, TRY(request.id<OccurrenceId>("occurrence"))));
    if (request.form.get("before") != said_of(occurrence) + "|" + occurrence.evidence)
        return fail(ErrorKind::Conflict, tr("Somebody spoke of this period while you were writing. The list shows their words, the form yours: save again to put yours in their place."));
    std::optional<bool> const done = forms.done == "done" ? std::optional(true) : forms.done == "not_done" ? std::optional(false) : std::nullopt;
    TRY(record_occurrence(tx, action.id, occurrence.id, done, forms.evidence, act_of(context)));
    return occurrence;
}

/// POST /actions/:action/occurrences/:occurrence
Result<web::Reply> update_occurrence(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ActionId>("action"));
    ActionPageForms forms { .period = {}, .comment = {}, .typed_period = true, .done = std::string(request.form.get("done")), .evidence = std::string(request.form.get("evidence")) };
    auto const saved = context.db.write([&](db::Transaction& tx) { return say_occurrence(tx, request, context, forms); });
    if (saved)
        return web::with_notice(request, context, web::see_other("/actions/" + id.text() + "?period=" + saved->period_start.to_iso() + "#period"), tr("The period was saved."));
    if (saved.error().kind != ErrorKind::Conflict)
        return fail(saved.error());
    auto const occurrence = TRY(context.db.read([&](db::Reader const& reader) -> Result<Occurrence> {
        return occurrence_of(TRY(find_action(reader, id)), TRY(request.id<OccurrenceId>("occurrence")));
    }));
    forms.period = occurrence.period_start.to_iso();
    forms.error = &saved.error();
    return action_page(context, id, forms);
}

} // namespace

std::vector<web::Route> progress_routes()
{
    using enum web::Method;
    // Owners outside the body are let in by require_sight; each handler asks it in its transaction.
    return {
        { Get, "/actions/:action/progress", show_step, web::signed_in() },
        { Post, "/actions/:action/progress", create_progress, web::signed_in() },
        { Post, "/actions/:action/comments", create_comment, web::signed_in() },
        { Post, "/actions/:action/occurrences/:occurrence", update_occurrence, web::signed_in() },
    };
}

} // namespace toguna::actions
