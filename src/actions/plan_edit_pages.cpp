#include "actions/plan_edit_pages.hpp"

#include "actions/plan_edit.html.hpp"
#include "actions/plan_edit_store.hpp"
#include "actions/shared_plan_pages.hpp"
#include "actions/words.hpp"
#include "web/cookies.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

/// What somebody typed into the page and was refused: it is shown again.
struct TypedPart {
    std::string section; ///< of a new gap
    std::string gap;
    std::string title;   ///< of a new section
    std::string core_function;
};

WorkAction work_action(ActionPoint const& action, web::Localization const& language)
{
    auto const due = has_unclear_due(action) ? action.due_text : due_words(action.due, language);
    std::string facts;
    for (auto const& fact : { due, responsible_words(action.responsible), language(label_of(action.status)) })
        if (!fact.empty())
            facts += " · " + fact;
    return { action.id.text(), action.reference, action.text, std::move(facts) };
}

/// Every gap with all of its actions: here a shared action stands at each of its gaps, because that is what is changed.
std::vector<WorkSection> work_sections(ActionPlan const& plan, web::Localization const& language)
{
    std::vector<WorkSection> sections;
    for (auto const& section : plan.sections)
        sections.push_back({ section.id.text(), section.title, section.core_function, {}, {}, {} });
    sections.push_back({ {}, language.t("Without section"), {}, {}, {}, {} });
    auto const section_of = [&](std::string const& id) -> WorkSection& {
        auto const found = std::find_if(sections.begin(), sections.end(), [&](auto const& section) { return section.id == id; });
        return found == sections.end() ? sections.back() : *found;
    };
    std::map<std::string, std::vector<WorkAction>> actions_of_gap;
    for (auto const& action : plan.actions)
        for (auto const& gap : action.gaps)
            actions_of_gap[gap.text()].push_back(work_action(action, language));
    for (auto const& gap : plan.gaps)
        section_of(gap.section.text()).gaps.push_back({ gap.id.text(), gap.text, actions_of_gap[gap.id.text()] });
    for (auto const& action : plan.actions) {
        if (!action.gaps.empty())
            continue;
        auto& gaps = section_of(action.section ? action.section->text() : std::string()).gaps;
        if (gaps.empty() || !gaps.back().id.empty())
            gaps.push_back({});
        gaps.back().actions.push_back(work_action(action, language));
    }
    if (sections.back().gaps.empty())
        sections.pop_back();
    return sections;
}

web::TextArea new_gap_field(WorkSection const& section, TypedPart const& typed, std::vector<FieldError> const& errors, web::Localization const& language)
{
    auto const name = "gap-" + section.id;
    web::TextArea field { { name, language.t("New challenge or gap") }, {}, 2 };
    if (typed.section == section.id) {
        field.value = typed.gap;
        field.error = web::message_for(errors, name, language);
    }
    return field;
}

Result<web::Reply> edit_page(web::Context& context, PlanId const& id, TypedPart const& typed, Error const* error)
{
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const plan = TRY(read_plan(db, id));
        auto const body = TRY(bodies::find_body(db, plan.body));
        auto const functions = function_options(TRY(catalogue_of_plan(db, id)), language);
        std::vector<FieldError> const none;
        auto const& errors = error ? error->fields : none;
        PlanEditView view { id.text(), error ? web::error_summary(context, *error) : SafeHtml(), web::once_field(context), work_sections(plan, language), {}, {} };
        for (auto& section : view.sections) {
            section.new_gap = new_gap_field(section, typed, errors, language);
            section.once = web::once_field(context);
            auto const label = std::find_if(functions.begin(), functions.end(), [&](auto const& option) { return option.value == section.core_function; });
            section.core_function = section.core_function.empty() || label == functions.end() ? std::string() : label->label;
        }
        view.new_title = { { "title", language.t("Title of the section"), {}, web::message_for(errors, "title", language) }, typed.title };
        view.new_function = { { "core_function", language.t("Core function") }, functions, typed.core_function };
        web::Page page { language(tr("Work on the plan of {year}", { { "year", std::to_string(plan.year) } })), plan_trail(context, body, id, plan.year), "/bodies", html::plan_edit(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), status_of_form(error));
    });
}

Result<web::Reply> show_edit(web::Request const& request, web::Context& context) { return edit_page(context, TRY(request.id<PlanId>("plan")), {}, nullptr); }

Result<web::Reply> create_section(web::Request const& request, web::Context& context)
{
    TypedPart const typed { {}, {}, trimmed(request.form.get("title")), std::string(request.form.get("core_function")) };
    auto const saved = write_plan(request, context, [&](db::Transaction& tx, PlanSummary const& plan) -> Result<std::string> {
        if (typed.title.empty())
            return fail(Error { ErrorKind::Invalid, tr("A section needs a title."), { { "title", tr("Give the section a title.") } } });
        auto const id = TRY(insert_section(tx, plan.id, typed.title, typed.core_function, act_of(context)));
        return edit_path(plan.id, "s" + id.text());
    });
    if (!saved && can_be_mended(saved.error()))
        return edit_page(context, TRY(request.id<PlanId>("plan")), typed, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The section was added."));
}

Result<web::Reply> create_gap(web::Request const& request, web::Context& context)
{
    TypedPart typed { std::string(request.form.get("section")), {}, {}, {} };
    auto const field = "gap-" + typed.section;
    typed.gap = trimmed(request.form.get(field));
    auto const saved = write_plan(request, context, [&](db::Transaction& tx, PlanSummary const& plan) -> Result<std::string> {
        auto const section = TRY(find_section_of(tx, plan.id, TRY(typed_id<SectionId>(typed.section))));
        if (typed.gap.empty())
            return fail(Error { ErrorKind::Invalid, tr("A gap needs words."), { { field, tr("Say what is missing or does not work.") } } });
        auto const id = TRY(insert_gap(tx, plan.id, section.id, typed.gap, act_of(context)));
        return edit_path(plan.id, "g" + id.text());
    });
    if (!saved && can_be_mended(saved.error()))
        return edit_page(context, TRY(request.id<PlanId>("plan")), typed, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The gap was added."));
}

/// The button that was pressed carries what moves and where: "gap_up" = id.
Result<std::string> move_part(db::Transaction& tx, PlanId const& plan, std::string_view button, std::string_view value, Act const& act)
{
    auto const direction = button.ends_with("_up") ? Direction::Up : Direction::Down;
    if (button.starts_with("section_")) {
        auto const id = TRY(find_section_of(tx, plan, TRY(typed_id<SectionId>(value)))).id;
        TRY(move_section(tx, plan, id, direction, act));
        return edit_path(plan, "s" + id.text());
    }
    if (button.starts_with("gap_")) {
        auto const id = TRY(find_gap_of(tx, plan, TRY(typed_id<GapId>(value)))).id;
        TRY(move_gap(tx, id, direction, act));
        return edit_path(plan, "g" + id.text());
    }
    auto const action = TRY(find_action_of(tx, plan, TRY(typed_id<ActionId>(value))));
    TRY(move_action(tx, action.id, direction, act));
    return edit_path(plan, action.gaps.empty() ? std::string() : "g" + action.gaps.front().text());
}

Result<web::Reply> create_order(web::Request const& request, web::Context& context)
{
    return write_plan(request, context, [&](db::Transaction& tx, PlanSummary const& plan) -> Result<std::string> {
        for (auto const* button : { "section_up", "section_down", "gap_up", "gap_down", "action_up", "action_down" })
            if (request.form.has(button))
                return move_part(tx, plan.id, button, request.form.get(button), act_of(context));
        return edit_path(plan.id);
    });
}

} // namespace

std::vector<web::Option> function_options(functions::Catalogue const& catalogue, web::Localization const& language)
{
    std::vector<web::Option> options { { "", language.t("None of the core functions") } };
    for (auto const& function : catalogue.functions)
        options.push_back({ function.code, language.language() == "fr" ? function.label_fr : function.label_en });
    return options;
}

std::vector<web::Route> plan_edit_routes()
{
    using enum web::Method;
    return {
        { Get, "/plans/:plan/edit", show_edit, plan_editors() },
        { Post, "/plans/:plan/sections", create_section, plan_editors() },
        { Post, "/plans/:plan/gaps", create_gap, plan_editors() },
        { Post, "/plans/:plan/order", create_order, plan_editors() },
    };
}

} // namespace toguna::actions
