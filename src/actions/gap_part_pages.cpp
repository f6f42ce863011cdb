#include "actions/plan_edit_store.hpp"
#include "actions/plan_gap.html.hpp"
#include "actions/plan_part_pages.hpp"
#include "actions/shared_plan_pages.hpp"
#include "actions/words.hpp"
#include "web/cookies.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

struct GapForm {
    std::string text;
    std::string section;

    static GapForm decode(web::Request const& request) { return { trimmed(request.form.get("text")), std::string(request.form.get("section")) }; }
};

/// For a list to choose from: the reference and the first words.
std::string short_label(ActionPoint const& action)
{
    constexpr std::size_t most_bytes = 90;
    auto text = action.text.substr(0, most_bytes);
    if (action.text.size() > most_bytes) {
        text.resize(std::min(text.rfind(' '), text.size()));
        text += " …";
    }
    return action.reference + " – " + text;
}

void add_links(ActionPlan const& plan, GapId const& gap, GapPartView& view)
{
    for (auto const& action : plan.actions) {
        if (std::find(action.gaps.begin(), action.gaps.end(), gap) != action.gaps.end())
            view.linked.push_back({ action.id.text(), action.reference, action.text });
        else
            view.link.options.push_back({ action.id.text(), short_label(action) });
    }
}

Result<web::Reply> gap_page(web::Request const& request, web::Context& context, GapForm const* typed, Error const* error)
{
    auto const plan_id = TRY(request.id<PlanId>("plan"));
    auto const id = TRY(request.id<GapId>("gap"));
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const plan = TRY(read_plan(db, plan_id));
        auto const body = TRY(bodies::find_body(db, plan.body));
        auto const stored = TRY(find_gap_of(db, plan_id, id));
        auto const form = typed ? *typed : GapForm { stored.text, stored.section.text() };
        std::vector<FieldError> const none;
        auto const& errors = error ? error->fields : none;
        GapPartView view { plan_id.text(), id.text(), error ? web::error_summary(context, *error) : SafeHtml(), web::once_field(context), {}, stored.version, {}, {}, {}, {} };
        if (typed && error && error->kind == ErrorKind::Conflict)
            view.conflict = { stored.text, form.text, edit_path(plan_id, "g" + id.text()) };
        view.text = { { "text", language.t("Challenge or gap"), {}, web::message_for(errors, "text", language) }, form.text };
        view.section = { { "section", language.t("Section") }, {}, form.section };
        for (auto const& section : plan.sections)
            view.section.options.push_back({ section.id.text(), section.title });
        view.link.name = "link";
        view.link.label = language.t("Link an action that is already in the plan");
        add_links(plan, id, view);
        web::Page page { language.t("Change the gap"), plan_trail(context, body, plan_id, plan.year), "/bodies", html::plan_gap(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), status_of_form(error));
    });
}

Result<web::Reply> show_gap(web::Request const& request, web::Context& context) { return gap_page(request, context, nullptr, nullptr); }

Result<web::Reply> change_gap(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<GapId>("gap"));
    auto const form = GapForm::decode(request);
    auto const saved = write_plan(request, context, [&](db::Transaction& tx, PlanSummary const& plan) -> Result<std::string> {
        TRY(find_gap_of(tx, plan.id, id));
        auto const section = TRY(find_section_of(tx, plan.id, TRY(typed_id<SectionId>(form.section)))).id;
        TRY(update_gap(tx, id, typed_number(request.form.get("version")), form.text, section, act_of(context)));
        return edit_path(plan.id, "g" + id.text());
    });
    if (!saved && can_be_mended(saved.error()))
        return gap_page(request, context, &form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

/// Adds or takes away one link; the action's other links stay as they are, whoever made them.
Result<void> change_link(db::Transaction& tx, PlanId const& plan, GapId const& gap, web::Fields const& form, Act const& act)
{
    bool const unlink = form.has("unlink");
    auto const action = TRY(find_action_of(tx, plan, TRY(typed_id<ActionId>(form.get(unlink ? "unlink" : "link")))));
    auto gaps = action.gaps;
    std::erase(gaps, gap);
    if (!unlink)
        gaps.push_back(gap);
    return link_action(tx, action.id, action.version, gaps, act);
}

Result<web::Reply> create_link(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<GapId>("gap"));
    auto const saved = write_plan(request, context, [&](db::Transaction& tx, PlanSummary const& plan) -> Result<std::string> {
        TRY(find_gap_of(tx, plan.id, id));
        TRY(change_link(tx, plan.id, id, request.form, act_of(context)));
        return plan_path(plan.id) + "/gaps/" + id.text() + "/edit";
    });
    return web::with_notice(request, context, TRY(saved), request.form.has("unlink") ? tr("The action no longer answers this gap.") : tr("The action now answers this gap too."));
}

Result<web::Reply> remove_gap_of_plan(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<GapId>("gap"));
    auto const saved = write_plan(request, context, [&](db::Transaction& tx, PlanSummary const& plan) -> Result<std::string> {
        auto const gap = TRY(find_gap_of(tx, plan.id, id));
        if (gap.version != typed_number(request.form.get("version")))
            return fail(ErrorKind::Conflict, tr("Somebody changed this gap in between. Read it again before you remove it."));
        TRY(remove_gap(tx, id, act_of(context)));
        return edit_path(plan.id, "s" + gap.section.text());
    });
    if (!saved && saved.error().kind == ErrorKind::Conflict)
        return gap_page(request, context, nullptr, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The gap was removed; its actions stay."));
}

} // namespace

std::vector<web::Route> gap_part_routes()
{
    using enum web::Method;
    return {
        { Get, "/plans/:plan/gaps/:gap/edit", show_gap, plan_editors() },
        { Post, "/plans/:plan/gaps/:gap", change_gap, plan_editors() },
        { Post, "/plans/:plan/gaps/:gap/links", create_link, plan_editors() },
        { Post, "/plans/:plan/gaps/:gap/removal", remove_gap_of_plan, plan_editors() },
    };
}

} // namespace toguna::actions
