#include "actions/plan_pages.hpp"

#include "actions/carry_pages.hpp"
#include "actions/plan_sections.hpp"
#include "actions/plan.html.hpp"
#include "actions/plan_edit_pages.hpp"
#include "actions/plan_edit_store.hpp"
#include "actions/plan_export_pages.hpp"
#include "actions/plan_grid_pages.hpp"
#include "actions/plan_new.html.hpp"
#include "actions/plan_part_pages.hpp"
#include "actions/plans.html.hpp"
#include "actions/shared_plan_pages.hpp"
#include "bodies/pages.hpp"
#include "bodies/rights_store.hpp"
#include "people/normalise.hpp"
#include "web/cookies.hpp"
#include "web/once.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

// ── The plans of a body ──────────────────────────────────────────────────────────────────────────────────────────

Result<web::Reply> show_plans(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(bodies::find_body(db, id));
        RegisterFilter filter;
        filter.bodies = { id };
        std::map<std::string, std::vector<ActionPoint>> actions_of;
        for (auto& action : TRY(list_register(db, filter, context.today(), 0, 0)))
            if (action.plan)
                actions_of[action.plan->text()].push_back(std::move(action));
        PlansView view { id.text(), bodies::rooms_of(context, db, body, bodies::Room::Actions), {}, context.may(db, bodies::edit_plan, id.text()), {} };
        for (auto const& plan : TRY(list_plans(db, id))) {
            auto const figures = figures_of(actions_of[plan.id.text()], context.today());
            view.rows.push_back({ plan.id.text(), std::to_string(plan.year), plan.title, language.number(figures.actions), language.number(figures.closed),
                language.number(figures.late), language.percent(figures.execution) });
        }
        view.empty = { language.t("No action plan yet"), language.t("Start this year’s plan here, or load last year’s from Word or Excel."),
            view.may_edit ? language.t("New plan") : std::string(), view.may_edit ? "/bodies/" + id.text() + "/plans/new" : std::string() };
        return web::page(context, { language(tr("Action plans of {body}", { { "body", body.short_name() } })), bodies::trail_of(context, body), "/bodies", html::plans(view, context.templates()) });
    });
}

// ── A new plan ───────────────────────────────────────────────────────────────────────────────────────────────────

struct NewPlanForm {
    std::string year;
    std::string title;
    std::string start = "default"; ///< "default", "empty" or "former"
    std::string former;

    static NewPlanForm decode(web::Request const& request)
    {
        return { people::tidy(request.form.get("year")), people::tidy(request.form.get("title")), std::string(request.form.get("start")), std::string(request.form.get("former")) };
    }
};

Result<web::Reply> new_plan_page(web::Context& context, bodies::BodyId const& id, NewPlanForm const& form, Error const* error)
{
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const body = TRY(bodies::find_body(db, id));
        auto const plans = TRY(list_plans(db, id));
        std::vector<FieldError> const none;
        auto const& errors = error ? error->fields : none;
        auto const frame = [&](std::string name, std::string label, std::string hint = {}) {
            return web::FieldFrame { name, std::move(label), std::move(hint), web::message_for(errors, name, language) };
        };
        NewPlanView view { id.text(), error ? web::error_summary(context, *error) : SafeHtml(), web::once_field(context), {}, {}, {}, {}, !plans.empty() };
        view.year = { frame("year", language.t("Year")), form.year, web::Width::Number };
        view.year.input_mode = "numeric";
        view.title = { frame("title", language.t("Title")), form.title };
        view.start = { frame("start", language.t("What does it start with?")), {
            { "default", language.t("The sections of the core functions"), language.t("Coordination, information, planning, monitoring … to be changed as you like.") },
            { "empty", language.t("Nothing: I write the sections myself") } }, { form.start } };
        if (view.has_former)
            view.start.options.push_back({ "former", language.t("The unfinished actions of a former plan"), language.t("You choose on the next page; each keeps its origin.") });
        view.former = { frame("former", language.t("Former plan")), {}, form.former };
        for (auto const& plan : plans)
            view.former.options.push_back({ plan.id.text(), std::to_string(plan.year) + " – " + plan.title });
        auto trail = plans_trail(context, body);
        return web::page(context, { language.t("New action plan"), std::move(trail), "/bodies", html::plan_new(view, context.templates()), error != nullptr }, status_of_form(error));
    });
}

/// A year without a plan yet: this one, or the one after the newest plan.
Result<web::Reply> show_new_plan(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<bodies::BodyId>("body"));
    auto const plans = TRY(context.db.read([&](db::Reader const& db) { return list_plans(db, id); }));
    int const year = plans.empty() ? context.today().year() : std::max(context.today().year(), plans.front().year + 1);
    NewPlanForm form { std::to_string(year), context.language(tr("Action plan {year}", { { "year", std::to_string(year) } })), plans.empty() ? "default" : "former", {} };
    return new_plan_page(context, id, form, nullptr);
}

std::vector<Section> sections_to_start_with(NewPlanForm const& form, web::Localization const& language)
{
    std::vector<Section> sections;
    if (form.start == "default")
        for (auto const& section : default_sections())
            sections.push_back({ SectionId::trusted(""), language(section.title), section.core_function });
    return sections;
}

Result<web::Reply> insert_new_plan(db::Transaction& tx, web::Context const& context, bodies::BodyId const& body, NewPlanForm const& form)
{
    TRY(context.require(tx, bodies::edit_plan, body.text()));
    auto const plan = insert_plan(tx, body, int(std::min<std::int64_t>(typed_number(form.year), 9999)), form.title, sections_to_start_with(form, context.file_language), act_of(context));
    if (!plan && plan.error().kind == ErrorKind::Conflict)
        return fail(Error { ErrorKind::Conflict, plan.error().message, { { "year", plan.error().message } } });
    auto const id = TRY(plan);
    if (form.start != "former")
        return web::see_other(edit_path(id));
    return web::see_other(plan_path(id) + "/carry?from=" + TRY(typed_id<PlanId>(form.former)).text());
}

Result<web::Reply> create_plan(web::Request const& request, web::Context& context)
{
    auto const body = TRY(request.id<bodies::BodyId>("body"));
    auto const form = NewPlanForm::decode(request);
    auto const saved = context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&] { return insert_new_plan(tx, context, body, form); });
    });
    if (!saved && can_be_mended(saved.error()))
        return new_plan_page(context, body, form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The plan was created."));
}

// ── A plan ───────────────────────────────────────────────────────────────────────────────────────────────────────

web::ChoiceField columns_field(PlanColumns const& columns, web::Localization const& language)
{
    web::ChoiceField field { { .name = "columns", .label = language.t("Columns beside the deadline") },
        { { "responsible", language.t("Responsible") }, { "status", language.t("Status") }, { "percent", language.t("%") } }, {}, true, true };
    if (columns.responsible)
        field.chosen.push_back("responsible");
    if (columns.status)
        field.chosen.push_back("status");
    if (columns.percent)
        field.chosen.push_back("percent");
    return field;
}

std::string filter_words(PlanFilter filter, web::Localization const& language)
{
    switch (filter) {
    case PlanFilter::All: return {};
    case PlanFilter::Open: return language.t("Only open actions are shown.");
    case PlanFilter::Late: return language.t("Only late actions are shown.");
    case PlanFilter::Blocked: return language.t("Only blocked actions are shown.");
    case PlanFilter::ToConfirm: return language.t("Only actions that wait for confirmation are shown.");
    case PlanFilter::Closed: return language.t("Only closed actions are shown.");
    case PlanFilter::WithoutDue: return language.t("Only actions without a deadline are shown.");
    case PlanFilter::UnclearDue: return language.t("Only actions whose deadline was not understood are shown.");
    case PlanFilter::WithoutResponsible: return language.t("Only actions without anybody responsible are shown.");
    case PlanFilter::WithoutReview: return language.t("Only continuous actions without a date of review are shown.");
    }
    return {};
}

web::TextField as_of_field(PlanRequest const& asked, web::Localization const& language)
{
    web::TextField field { { .name = "as_of", .label = language.t("State as of (31/12/2025, for example)") }, asked.typed_as_of, web::Width::Date };
    if (asked.is_unreadable)
        field.error = language.t("This is no date. Write for example 31/12/2026.");
    return field;
}

PlanPageView plan_page_view(PlanOnDay const& shown, PlanRequest const& asked, PlanFilter filter, web::Localization const& language)
{
    auto const path = plan_path(shown.plan.id);
    PlanPageView view;
    view.id = shown.plan.id.text();
    view.has_actions = !shown.plan.actions.empty();
    view.has_sections = !shown.plan.sections.empty();
    view.is_past = asked.is_past;
    view.state = language(tr("State as of {date}", { { "date", asked.as_of } })) + (asked.is_past ? "." : "");
    view.filter = filter_words(filter, language);
    view.figures = plan_figures(figures_of(shown.plan.actions, asked.as_of), path, language);
    view.quality = quality_lines(shown.plan, path + "/grid", language);
    view.table = plan_table(shown.plan, asked.columns, filter, shown.carried, asked.as_of, language);
    view.columns = columns_field(asked.columns, language);
    view.as_of = as_of_field(asked, language);
    view.show = name_of(filter);
    view.export_query = export_query(asked);
    view.empty = { language.t("This plan is still empty"), language.t("Write its first section and gap, or load it from Word or Excel.") };
    return view;
}

Result<web::Reply> show_plan(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<PlanId>("plan"));
    auto const asked = plan_request(request, context);
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const shown = TRY(plan_on_day(db, id, asked));
        auto view = plan_page_view(shown, asked, plan_filter_from(request.query.get("show")), context.language);
        view.may_edit = context.may(db, bodies::edit_plan, shown.plan.body.text());
        if (view.may_edit) {
            view.empty.action = context.language.t("Work on the plan");
            view.empty.path = edit_path(id);
            for (auto const& former : TRY(list_plans(db, shown.plan.body)))
                if (former.year < shown.plan.year && view.previous.empty())
                    view.previous = former.id.text();
        }
        auto trail = plans_trail(context, shown.body);
        return web::page(context, { shown.plan.title, std::move(trail), "/bodies", html::plan(view, context.templates()), asked.is_unreadable }, asked.is_unreadable ? 422 : 200);
    });
}

} // namespace

std::vector<web::Route> plan_routes()
{
    using enum web::Method;
    auto const editors = web::by_right(bodies::edit_plan, bodies::body_in_path);
    std::vector<web::Route> routes {
        { Get, "/bodies/:body/plans", show_plans, web::by_right(bodies::view_body, bodies::body_in_path) },
        { Get, "/bodies/:body/plans/new", show_new_plan, editors },
        { Post, "/bodies/:body/plans", create_plan, editors },
        { Get, "/plans/:plan", show_plan, plan_readers() },
    };
    for (auto const& group : { plan_export_routes(), plan_edit_routes(), section_part_routes(), gap_part_routes(), action_part_routes(), plan_grid_routes(), carry_routes() })
        routes.insert(routes.end(), group.begin(), group.end());
    return routes;
}

} // namespace toguna::actions
