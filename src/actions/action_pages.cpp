#include "actions/action_pages.hpp"

#include "actions/action.html.hpp"
#include "actions/action_form_pages.hpp"
#include "actions/action_split_pages.hpp"
#include "actions/action_story_store.hpp"
#include "actions/action_story_pages.hpp"
#include "actions/catalogue_pages.hpp"
#include "actions/progress_pages.hpp"
#include "actions/register_pages.hpp"
#include "actions/shared_action_pages.hpp"

namespace toguna::actions {

Result<web::Reply> action_page(web::Context& context, ActionId const& id, ActionPageForms const& forms)
{
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const action = TRY(find_action(reader, id));
        TRY(require_sight(reader, context, action));
        auto const body = TRY(bodies::find_body(reader, action.body));
        auto const story = TRY(story_of(reader, id));
        ActionViewInput const input { action, story, body.short_name(), context.today(), context.time_zone(), TRY(progress_actor(reader, context, action)),
            context.may(reader, bodies::edit_plan, body.id.text()), forms.period, context.language };
        auto view = action_view(input);
        view.once = web::once_field(context);
        view.comment_once = web::once_field(context);
        if (forms.error) {
            view.errors = web::error_summary(context, *forms.error);
            auto const message = [&](std::string_view field) { return web::message_for(forms.error->fields, field, context.language); };
            view.comment.value = forms.comment;
            view.comment.error = message("comment");
            view.period.evidence.error = message("evidence");
            if (forms.typed_period) {
                view.period.done.chosen = { forms.done };
                view.period.evidence.value = forms.evidence;
            }
        }
        auto trail = bodies::trail_of(context, body);
        if (action.plan)
            trail.push_back({ story.plan_title, "/plans/" + action.plan->text() });
        else
            trail.push_back({ context.language.t("Actions"), "/actions?body=" + body.id.text() });
        return web::page(context, { action.text, std::move(trail), "/actions", html::action(view, context.templates()), forms.error != nullptr }, status_of_form(forms.error));
    });
}

namespace {

Result<web::Reply> show_action(web::Request const& request, web::Context& context)
{
    ActionPageForms forms;
    forms.period = std::string(request.query.get("period"));
    return action_page(context, TRY(request.id<ActionId>("action")), forms);
}

} // namespace

std::vector<web::Route> action_routes()
{
    std::vector<web::Route> routes { { web::Method::Get, "/actions/:action", show_action, web::signed_in() } };
    for (auto const& group : { register_routes(), action_form_routes(), action_split_routes(), progress_routes(), catalogue_routes() })
        routes.insert(routes.end(), group.begin(), group.end());
    return routes;
}

} // namespace toguna::actions
