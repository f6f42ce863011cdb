#include "actions/action_split_pages.hpp"

#include "actions/action_access_store.hpp"
#include "actions/action_entry_forms.hpp"
#include "actions/action_split.html.hpp"
#include "actions/item_splitting.hpp"
#include "actions/plan_edit_store.hpp"
#include "actions/shared_action_pages.hpp"
#include "actions/words.hpp"
#include "people/forms.hpp"

namespace toguna::actions {

namespace {

constexpr std::size_t fewest_parts = 3;
constexpr std::size_t most_parts = 20;

std::string part_field(std::size_t place) { return place == 0 ? "texts" : "texts-" + std::to_string(place + 1); }

std::vector<std::string> typed_parts(web::Request const& request)
{
    std::vector<std::string> parts;
    for (std::size_t place = 0; place < most_parts && request.form.has(part_field(place)); ++place)
        if (auto part = trimmed(request.form.get(part_field(place))); !part.empty())
            parts.push_back(std::move(part));
    return parts;
}

web::Reply split_page(web::Context& context, bodies::Body const& body, ActionPoint const& action, std::vector<std::string> const& parts, Error const* error)
{
    ActionSplitView view;
    view.id = action.id.text();
    view.version = std::to_string(action.version);
    view.once = web::once_field(context);
    view.errors = error ? web::error_summary(context, *error) : SafeHtml();
    auto const count = std::min(most_parts, std::max(fewest_parts, parts.size() + 1));
    for (std::size_t place = 0; place < count; ++place) {
        auto const field = part_field(place);
        auto label = context.language(tr("Action {number}", { { "number", place + 1 } }));
        auto const message = error ? web::message_for(error->fields, field, context.language) : std::string();
        view.parts.push_back({ { field, std::move(label), {}, message, place > 1 }, place < parts.size() ? parts[place] : "", 2 });
    }
    auto trail = bodies::trail_of(context, body);
    trail.push_back({ action.reference, "/actions/" + view.id });
    return web::page(context, { context.language.t("Split the action"), std::move(trail), "/actions", html::action_split(view, context.templates()), error != nullptr }, status_of_form(error));
}

/// Proposes what the text itself lists: items, sentences between semicolons.
Result<web::Reply> show_split(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ActionId>("action"));
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const action = TRY(find_action(reader, id));
        return split_page(context, TRY(bodies::find_body(reader, action.body)), action, split_items(action.text, false), nullptr);
    });
}

/// POST /actions/:action/split
Result<web::Reply> create_split(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<ActionId>("action"));
    auto const parts = typed_parts(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            TRY(context.require(tx, bodies::edit_plan, TRY(find_action(tx, id)).body.text()));
            TRY(split_action(tx, id, people::read_version(request.form.get("version")), parts, act_of(context)));
            return web::see_other("/actions/" + id.text());
        });
    });
    if (saved)
        return web::with_notice(request, context, *saved, tr("The action was split."));
    if (!can_be_mended(saved.error()))
        return fail(saved.error());
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const action = TRY(find_action(reader, id));
        return split_page(context, TRY(bodies::find_body(reader, action.body)), action, parts, &saved.error());
    });
}

} // namespace

std::vector<web::Route> action_split_routes()
{
    using enum web::Method;
    auto const editors = web::by_right(bodies::edit_plan, body_of_action_in_path);
    return {
        { Get, "/actions/:action/split", show_split, editors },
        { Post, "/actions/:action/split", create_split, editors },
    };
}

} // namespace toguna::actions
