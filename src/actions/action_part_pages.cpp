#include "actions/item_splitting.hpp"
#include "actions/plan_action.html.hpp"
#include "actions/plan_edit_store.hpp"
#include "actions/plan_part_pages.hpp"
#include "actions/shared_plan_pages.hpp"
#include "actions/words.hpp"
#include "web/cookies.hpp"

namespace toguna::actions {

namespace {

/// What was typed into one of the page's forms and refused.
struct ActionPartForm {
    std::optional<std::string> texts = {};
    std::string other = {};
    std::optional<std::vector<std::string>> gaps = {};
};

/// The version travels with the choice: what is merged is what was read.
std::string merge_value(ActionPoint const& action) { return action.id.text() + "." + std::to_string(action.version); }

Result<ReadAction> read_merge_value(std::string_view value)
{
    auto const dot = std::min(value.find('.'), value.size());
    auto const id = ActionId::parse(value.substr(0, dot));
    if (!id)
        return fail(Error { ErrorKind::Invalid, tr("These actions cannot be merged."), { { "other", tr("Choose the action that is removed.") } } });
    return ReadAction { *id, typed_number(value.substr(std::min(dot + 1, value.size()))) };
}

std::string joined_lines(std::vector<std::string> const& lines)
{
    std::string text;
    for (auto const& line : lines)
        text += (text.empty() ? "" : "\n") + line;
    return text;
}

web::ChoiceField gaps_field(ActionPlan const& plan, ActionPoint const& action, web::Localization const& language)
{
    web::ChoiceField field { { .name = "gaps", .label = language.t("The gaps that this action answers") }, {}, {}, true };
    for (auto const& section : plan.sections)
        for (auto const& gap : plan.gaps)
            if (gap.section == section.id)
                field.options.push_back({ gap.id.text(), gap.text, section.title });
    for (auto const& gap : action.gaps)
        field.chosen.push_back(gap.text());
    return field;
}

web::SelectField other_field(ActionPlan const& plan, ActionPoint const& action, std::string chosen, web::Localization const& language)
{
    web::SelectField field { { .name = "other", .label = language.t("The same action stands a second time as"),
                                 .hint = language.t("That one is removed; its gaps and those responsible for it come to this one.") },
        { { "", language.t("Choose") } }, std::move(chosen) };
    for (auto const& other : plan.actions)
        if (other.id != action.id)
            field.options.push_back({ merge_value(other), other.reference + " – " + other.text });
    return field;
}

Result<web::Reply> action_part_page(web::Request const& request, web::Context& context, ActionPartForm const& typed, Error const* error)
{
    auto const plan_id = TRY(request.id<PlanId>("plan"));
    auto const id = TRY(request.id<ActionId>("action"));
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const plan = TRY(read_plan(db, plan_id));
        auto const body = TRY(bodies::find_body(db, plan.body));
        auto const action = TRY(find_action_of(db, plan_id, id));
        ActionPartView view { plan_id.text(), id.text(), error ? web::error_summary(context, *error) : SafeHtml(), action.version, action.text, {}, {}, {}, {}, {} };
        view.gaps = gaps_field(plan, action, language);
        if (typed.gaps)
            view.gaps.chosen = *typed.gaps;
        view.split_once = web::once_field(context);
        view.texts = { { .name = "texts", .label = language.t("One action on each line"), .hint = language.t("The first keeps the reference; the others get the same gaps, deadline and responsible.") },
            typed.texts.value_or(joined_lines(split_items(action.text, false))), 5 };
        view.merge_once = web::once_field(context);
        view.other = other_field(plan, action, typed.other, language);
        if (error) {
            view.texts.error = web::message_for(error->fields, "texts", language);
            view.other.error = web::message_for(error->fields, "other", language);
        }
        web::Page page { language(tr("Share, split or merge {reference}", { { "reference", action.reference } })), plan_trail(context, body, plan_id, plan.year), "/bodies",
            html::plan_action(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), status_of_form(error));
    });
}

Result<web::Reply> show_action_part(web::Request const& request, web::Context& context) { return action_part_page(request, context, {}, nullptr); }

/// The four forms of the page: check that the action is of this plan, do it, come back to `anchor` of the plan.
template<class Effect>
Result<web::Reply> change_action_part(web::Request const& request, web::Context& context, ActionPartForm const& typed, Text const& notice, Effect const& effect)
{
    auto const id = TRY(request.id<ActionId>("action"));
    auto const saved = write_plan(request, context, [&](db::Transaction& tx, PlanSummary const& plan) -> Result<std::string> {
        auto const action = TRY(find_action_of(tx, plan.id, id));
        TRY(effect(tx, plan, ReadAction { id, typed_number(request.form.get("version")) }));
        return edit_path(plan.id, action.gaps.empty() ? std::string() : "g" + action.gaps.front().text());
    });
    if (!saved && can_be_mended(saved.error()))
        return action_part_page(request, context, typed, &saved.error());
    return web::with_notice(request, context, TRY(saved), notice);
}

Result<web::Reply> change_links(web::Request const& request, web::Context& context)
{
    std::vector<std::string> ticked;
    for (auto const gap : request.form.all("gaps"))
        ticked.emplace_back(gap);
    return change_action_part(request, context, { .gaps = ticked }, tr("The links were saved."), [&](db::Transaction& tx, PlanSummary const&, ReadAction const& read) -> Result<void> {
        std::vector<GapId> gaps;
        for (auto const& gap : ticked)
            gaps.push_back(TRY(typed_id<GapId>(gap)));
        return link_action(tx, read.id, read.version, gaps, act_of(context));
    });
}

Result<web::Reply> create_parts(web::Request const& request, web::Context& context)
{
    ActionPartForm const typed { .texts = std::string(request.form.get("texts")) };
    return change_action_part(request, context, typed, tr("The action was split."), [&](db::Transaction& tx, PlanSummary const&, ReadAction const& read) {
        return split_action(tx, read.id, read.version, lines_of(*typed.texts), act_of(context));
    });
}

Result<web::Reply> create_merger(web::Request const& request, web::Context& context)
{
    ActionPartForm const typed { .other = std::string(request.form.get("other")) };
    return change_action_part(request, context, typed, tr("The two actions are one now."), [&](db::Transaction& tx, PlanSummary const& plan, ReadAction const& read) -> Result<void> {
        auto const other = TRY(read_merge_value(typed.other));
        TRY(find_action_of(tx, plan.id, other.id));
        return merge_actions(tx, read, other, act_of(context));
    });
}

Result<web::Reply> remove_action_of_plan(web::Request const& request, web::Context& context)
{
    return change_action_part(request, context, {}, tr("The action was removed from the plan."), [&](db::Transaction& tx, PlanSummary const&, ReadAction const& read) -> Result<void> {
        if (TRY(find_action(tx, read.id)).version != read.version)
            return fail(ErrorKind::Conflict, tr("Somebody changed this action in between. Read it again before you remove it."));
        return remove_action(tx, read.id, act_of(context));
    });
}

} // namespace

std::vector<web::Route> action_part_routes()
{
    using enum web::Method;
    return {
        { Get, "/plans/:plan/actions/:action/arrange", show_action_part, plan_editors() },
        { Post, "/plans/:plan/actions/:action/gaps", change_links, plan_editors() },
        { Post, "/plans/:plan/actions/:action/parts", create_parts, plan_editors() },
        { Post, "/plans/:plan/actions/:action/merger", create_merger, plan_editors() },
        { Post, "/plans/:plan/actions/:action/removal", remove_action_of_plan, plan_editors() },
    };
}

} // namespace toguna::actions
