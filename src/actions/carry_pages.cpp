#include "actions/carry_pages.hpp"

#include "actions/plan_carry.html.hpp"
#include "actions/plan_edit_store.hpp"
#include "actions/plan_groups.hpp"
#include "actions/shared_plan_pages.hpp"
#include "web/cookies.hpp"

#include <algorithm>
#include <set>

namespace toguna::actions {

namespace {

/// « NUT-2025-014 · août 2025 · bloquée ».
std::string facts_of(ActionPoint const& action, web::Localization const& language)
{
    auto facts = action.reference;
    for (auto const& fact : { due_words(action.due, language), responsible_words(action.responsible), language(label_of(action.status)) })
        if (!fact.empty())
            facts += " · " + fact;
    return facts;
}

/// Boxes for each section, all ticked: open actions that were not carried before, each once. « actions-… » names them.
std::vector<web::ChoiceField> fields_of(ActionPlan const& plan, CarriedActions const& carried, web::Localization const& language)
{
    std::vector<web::ChoiceField> fields;
    std::set<ActionId> listed;
    for (auto const& [section, groups] : groups_of(plan)) {
        web::ChoiceField field { { .name = "actions-" + (section ? section->id.text() : "none"), .label = section ? section->title : language.t("Without section") }, {}, {}, true };
        for (auto const& group : groups)
            for (auto const* action : group.actions) {
                if (!is_open(action->status) || carried.continuations.contains(action->id.text()) || !listed.insert(action->id).second)
                    continue;
                field.options.push_back({ action->id.text(), action->text, facts_of(*action, language) });
                field.chosen.push_back(action->id.text());
            }
        if (!field.options.empty())
            fields.push_back(std::move(field));
    }
    return fields;
}

/// The plan asked for, if it is an earlier one of the same body; else the newest earlier one.
std::optional<PlanSummary> former_plan(std::vector<PlanSummary> const& earlier, std::string_view asked)
{
    for (auto const& plan : earlier)
        if (plan.id.text() == asked)
            return plan;
    if (earlier.empty())
        return {};
    return earlier.front();
}

Result<web::Reply> show_carry(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PlanId>("plan"));
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const plan = TRY(find_plan_summary(db, id));
        auto const body = TRY(bodies::find_body(db, plan.body));
        auto earlier = TRY(list_plans(db, plan.body));
        std::erase_if(earlier, [&](auto const& other) { return other.year >= plan.year; });
        auto const former = former_plan(earlier, request.query.get("from"));
        if (!former)
            return fail(ErrorKind::NotFound, tr("This body has no earlier plan to carry actions from."));
        CarryView view { id.text(), former->id.text(), web::once_field(context), {}, {}, {} };
        view.former = { { .name = "from", .label = language.t("Former plan") }, {}, former->id.text() };
        for (auto const& other : earlier)
            view.former.options.push_back({ other.id.text(), std::to_string(other.year) + " – " + other.title });
        view.sections = fields_of(TRY(read_plan(db, former->id)), TRY(carried_actions(db, former->id)), language);
        std::int64_t count = 0;
        for (auto const& section : view.sections)
            count += std::int64_t(section.options.size());
        view.lead = language(trn("{count} action of the plan of {year} is not finished and can go on in this one.",
            "{count} actions of the plan of {year} are not finished and can go on in this one.", count, { { "year", std::to_string(former->year) } }));
        return web::page(context, { language(tr("Carry over to the plan of {year}", { { "year", std::to_string(plan.year) } })), plan_trail(context, body, id, plan.year), "/bodies",
            html::plan_carry(view, context.templates()) });
    });
}

Result<web::Reply> create_carry(web::Request const& request, web::Context& context)
{
    int count = 0;
    auto const saved = write_plan(request, context, [&](db::Transaction& tx, PlanSummary const& plan) -> Result<std::string> {
        std::vector<ActionId> chosen;
        for (auto const& [name, value] : request.form.pairs())
            if (name.starts_with("actions-"))
                chosen.push_back(TRY(typed_id<ActionId>(value)));
        count = TRY(carry_actions(tx, TRY(typed_id<PlanId>(request.form.get("from"))), plan.id, chosen, act_of(context)));
        return plan_path(plan.id);
    });
    return web::with_notice(request, context, TRY(saved), trn("{count} action was carried over; it keeps its origin.", "{count} actions were carried over; each keeps its origin.", count));
}

} // namespace

std::vector<web::Route> carry_routes()
{
    using enum web::Method;
    return {
        { Get, "/plans/:plan/carry", show_carry, plan_editors() },
        { Post, "/plans/:plan/carry", create_carry, plan_editors() },
    };
}

} // namespace toguna::actions
