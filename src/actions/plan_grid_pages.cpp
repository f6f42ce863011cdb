#include "actions/plan_grid_pages.hpp"

#include "actions/action_forms.hpp"
#include "actions/actor_store.hpp"
#include "actions/plan_grid.html.hpp"
#include "actions/plan_view.hpp"
#include "actions/shared_plan_pages.hpp"
#include "actions/words.hpp"
#include "people/normalise.hpp"
#include "web/cookies.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

/// Names parted by semicolons, as in the workbook of the plan.
std::vector<std::string> names_in(std::string_view words)
{
    std::vector<std::string> names;
    while (!words.empty()) {
        auto const end = std::min(words.find(';'), words.size());
        if (auto name = people::tidy(words.substr(0, end)); !name.empty())
            names.push_back(std::move(name));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return names;
}

GridRow grid_row(ActionPoint const& action, web::Localization const& language)
{
    GridRow row;
    row.id = action.id.text();
    row.reference = action.reference;
    row.text = action.text;
    row.version = action.version;
    row.due = row.read_due = due_field(action, language);
    row.responsible = row.read_responsible = responsible_words(action.responsible);
    return row;
}

GridRow typed_row(web::Fields const& form, std::string_view id)
{
    auto const field = [&](std::string name) { return std::string(form.get(name + "-" + std::string(id))); };
    GridRow row;
    row.id = id;
    row.version = typed_number(field("version"));
    row.due = trimmed(field("due"));
    row.read_due = field("read_due");
    row.responsible = trimmed(field("responsible"));
    row.read_responsible = field("read_responsible");
    row.confirmed_due = field("confirmed_due");
    row.confirmed_names = field("confirmed_names");
    return row;
}

bool was_typed_over(GridRow const& row) { return row.due != row.read_due || row.responsible != row.read_responsible; }

/// What is asked for: which actions, and from which on.
struct GridRequest {
    PlanFilter filter = PlanFilter::All;
    std::string page;
};

GridRequest grid_request(web::Fields const& fields)
{
    return { plan_filter_from(fields.get("show")), std::string(fields.get("page")) };
}

std::vector<GridFilter> filters_of(ActionPlan const& plan, PlanFilter current, Date today, web::Localization const& language)
{
    std::vector<GridFilter> filters;
    auto const add = [&](PlanFilter filter, Text const& name) {
        auto const count = std::count_if(plan.actions.begin(), plan.actions.end(), [&](auto const& action) { return is_open(action.status) && lets_through(filter, action, today); });
        if (count > 0 || filter == current || filter == PlanFilter::All)
            filters.push_back({ language(name) + " (" + language.number(count) + ")",
                plan_path(plan.id) + "/grid" + (filter == PlanFilter::All ? std::string() : "?show=" + std::string(name_of(filter))), filter == current });
    };
    add(PlanFilter::All, tr("All open actions"));
    add(PlanFilter::WithoutDue, tr("Without deadline"));
    add(PlanFilter::UnclearDue, tr("Deadline not understood"));
    add(PlanFilter::WithoutReview, tr("Without date of review"));
    add(PlanFilter::WithoutResponsible, tr("Without responsible"));
    add(PlanFilter::Late, tr("Late actions"));
    return filters;
}

/// What was typed stays in its row, whatever became of the action in between.
void keep_typed(GridRow& row, std::vector<GridRow> const& typed, std::vector<FieldError> const& errors, web::Localization const& language)
{
    auto const found = std::find_if(typed.begin(), typed.end(), [&](auto const& one) { return one.id == row.id; });
    if (found == typed.end() || !was_typed_over(*found))
        return;
    row.due = found->due;
    row.responsible = found->responsible;
    row.confirmed_due = found->confirmed_due;
    row.confirmed_names = found->confirmed_names;
    row.due_error = web::message_for(errors, "due-" + row.id, language);
    row.responsible_error = web::message_for(errors, "responsible-" + row.id, language);
}

std::vector<std::string> names_to_choose(KnownActors const& actors)
{
    std::vector<std::string> names;
    for (auto const& body : actors.bodies)
        names.push_back(body.members_name);
    for (auto const& list : { actors.organizations, actors.persons })
        for (auto const& one : list)
            names.push_back(one.name);
    return names;
}

/// The rows of one page of the grid; after a refusal exactly those that were sent.
std::vector<ActionPoint const*> rows_shown(ActionPlan const& plan, GridRequest const& asked, std::vector<GridRow> const& typed, Date today)
{
    std::vector<ActionPoint const*> actions;
    for (auto const& action : plan.actions) {
        bool const was_sent = std::any_of(typed.begin(), typed.end(), [&](auto const& row) { return row.id == action.id.text(); });
        if (typed.empty() ? is_open(action.status) && lets_through(asked.filter, action, today) : was_sent)
            actions.push_back(&action);
    }
    return actions;
}

Result<web::Reply> grid_page(web::Request const& request, web::Context& context, GridRequest const& asked, std::vector<GridRow> const& typed, Error const* error)
{
    auto const id = TRY(request.id<PlanId>("plan"));
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const plan = TRY(read_plan(db, id));
        auto const body = TRY(bodies::find_body(db, plan.body));
        auto const actions = rows_shown(plan, asked, typed, context.today());
        auto const pagination = web::paginate(int(actions.size()), typed.empty() ? asked.page : "1");
        PlanGridView view { id.text(), std::string(name_of(asked.filter)), pagination.page, error ? web::error_summary(context, *error) : SafeHtml(),
            filters_of(plan, asked.filter, context.today(), language), {}, names_to_choose(TRY(known_actors(db, plan.body, language))), {} };
        auto const first = std::size_t(pagination.page - 1) * web::rows_per_page;
        for (auto index = first; index < std::min(actions.size(), first + web::rows_per_page); ++index)
            view.rows.push_back(grid_row(*actions[index], language));
        std::vector<FieldError> const none;
        for (auto& row : view.rows)
            keep_typed(row, typed, error ? error->fields : none, language);
        if (typed.empty())
            view.pages = web::pagination_links(context, request, pagination);
        web::Page page { language.t("Assign and date"), plan_trail(context, body, id, plan.year), "/bodies", html::plan_grid(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), status_of_form(error));
    });
}

Result<web::Reply> show_grid(web::Request const& request, web::Context& context) { return grid_page(request, context, grid_request(request.query), {}, nullptr); }

/// Writes what was typed over, all of it or nothing; what is wrong is gathered from every row.
class GridWriter {
public:
    GridWriter(db::Transaction& tx, PlanSummary const& plan, KnownActors const& actors, web::Context const& context)
        : m_tx(tx), m_plan(plan), m_actors(actors), m_context(context)
    {
    }

    Result<void> write(GridRow& row)
    {
        if (!was_typed_over(row))
            return {};
        auto const action = TRY(find_action(m_tx, TRY(typed_id<ActionId>(row.id))));
        if (action.plan != m_plan.id)
            return fail(ErrorKind::NotFound, tr("This action does not exist any more."));
        if (action.version != row.version)
            return refuse_old(action, row);
        auto const changed = changed_action(action, row);
        if (!changed) {
            refuse(changed.error(), row);
            return {};
        }
        auto written = *changed;
        TRY(expand_members(m_tx, written, m_context.today()));
        TRY(update_action(m_tx, written, row.version, {}, act_of(m_context)));
        return {};
    }

    Result<void> outcome()
    {
        if (m_error.fields.empty())
            return {};
        return fail(std::move(m_error));
    }

private:
    Result<ActionPoint> changed_action(ActionPoint const& action, GridRow& row) const
    {
        auto form = ActionForm::encode(action, m_context.language);
        if (row.due != row.read_due)
            form.due = row.due;
        if (row.responsible != row.read_responsible)
            form.responsible = names_in(row.responsible);
        form.confirmed_due = row.confirmed_due;
        form.confirmed_names = names_in(row.confirmed_names);
        ActionFormSetting const setting { m_context.today(), m_plan.year, m_actors, nullptr, m_context.language };
        auto changed = form.value(action, setting);
        if (!changed) {
            auto const confirmed = form.asked_to_confirm(setting, action.responsible);
            row.confirmed_due = confirmed.confirmed_due;
            row.confirmed_names.clear();
            for (auto const& name : confirmed.confirmed_names)
                row.confirmed_names += name + ";";
        }
        return changed;
    }

    /// Fields of the form of an action become those of its row.
    void refuse(Error const& error, GridRow const& row)
    {
        for (auto const& field : error.fields) {
            bool const responsible = field.field.starts_with("responsible");
            m_error.fields.push_back({ (responsible ? "responsible-" : "due-") + row.id, field.message });
        }
    }

    /// Somebody else saved this action: the row shows theirs beside what was typed, and sending again writes over it.
    Result<void> refuse_old(ActionPoint const& action, GridRow const& row)
    {
        m_error.kind = ErrorKind::Conflict;
        auto const say = [&](std::string field, std::string const& theirs) {
            m_error.fields.push_back({ std::move(field), tr("Somebody changed {reference} in between; recorded now: “{theirs}”. Save again to write yours over it.",
                { { "reference", action.reference }, { "theirs", theirs.empty() ? m_context.language.t("nothing") : theirs } }) });
        };
        auto const now = grid_row(action, m_context.language);
        if (row.due != now.due)
            say("due-" + row.id, now.due);
        if (row.responsible != now.responsible)
            say("responsible-" + row.id, now.responsible);
        if (row.due == now.due && row.responsible == now.responsible)
            say("due-" + row.id, now.due);
        return {};
    }

    db::Transaction& m_tx;
    PlanSummary const& m_plan;
    KnownActors const& m_actors;
    web::Context const& m_context;
    Error m_error { ErrorKind::Invalid, tr("Some rows could not be recorded; nothing was written."), {}, {} };
};

Result<web::Reply> change_grid(web::Request const& request, web::Context& context)
{
    auto const asked = grid_request(request.form);
    std::vector<GridRow> rows;
    for (auto const id : request.form.all("row"))
        rows.push_back(typed_row(request.form, id));
    auto const saved = write_plan(request, context, [&](db::Transaction& tx, PlanSummary const& plan) -> Result<std::string> {
        auto const actors = TRY(known_actors(tx, plan.body, context.language));
        GridWriter writer(tx, plan, actors, context);
        for (auto& row : rows)
            TRY(writer.write(row));
        TRY(writer.outcome());
        return plan_path(plan.id) + "/grid" + (asked.filter == PlanFilter::All ? "" : "?show=" + std::string(name_of(asked.filter)));
    });
    if (!saved && can_be_mended(saved.error()))
        return grid_page(request, context, asked, rows, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

} // namespace

std::vector<web::Route> plan_grid_routes()
{
    using enum web::Method;
    return {
        { Get, "/plans/:plan/grid", show_grid, plan_editors() },
        { Post, "/plans/:plan/grid", change_grid, plan_editors() },
    };
}

} // namespace toguna::actions
