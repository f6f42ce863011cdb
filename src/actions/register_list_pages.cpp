#include "actions/register_list_pages.hpp"

#include "actions/action_story_pages.hpp"
#include "actions/plan_document.hpp"

namespace toguna::actions {

namespace {

web::SelectField select(std::string name, std::string label, std::string all, std::vector<web::Option> options, std::string value)
{
    web::SelectField field { { std::move(name), std::move(label) } };
    field.value = std::move(value);
    if (options.empty())
        return field;
    field.options.push_back({ "", std::move(all) });
    field.options.insert(field.options.end(), options.begin(), options.end());
    return field;
}

std::vector<web::Option> status_options(web::Localization const& language)
{
    std::vector<web::Option> options { { "open", language.t("Still open") } };
    for (auto const status : { Status::ToDo, Status::InProgress, Status::Blocked, Status::DoneToConfirm, Status::Closed, Status::Abandoned })
        options.push_back({ std::string(name_of(status)), language(label_of(status)) });
    return options;
}

/// Each figure leads to the rows it counts, within the other filters.
web::Figures figures_of_view(RegisterForm const& form, PlanFigures const& figures, web::Localization const& language)
{
    auto const with_status = [&](std::string status) {
        auto changed = form;
        changed.status = std::move(status);
        changed.late = changed.without_due = changed.without_responsible = false;
        return changed;
    };
    auto only_late = with_status("");
    only_late.late = true;
    auto only_without_due = with_status("");
    only_without_due.without_due = true;
    auto only_without_responsible = with_status("");
    only_without_responsible.without_responsible = true;
    auto const number = [&](int count) { return language.number(count); };
    return {
        { number(figures.actions), language(trn("action", "actions", figures.actions)), with_status("").address() },
        { number(figures.closed), language(trn("closed action", "closed actions", figures.closed)), with_status("closed").address() },
        { number(figures.late), language.t("late"), only_late.address(), figures.late ? web::Look::Late : web::Look::Plain },
        { number(figures.to_confirm), language.t("to confirm"), with_status("done_to_confirm").address() },
        { number(figures.blocked), language(trn("blocked action", "blocked actions", figures.blocked)), with_status("blocked").address(), figures.blocked ? web::Look::Blocked : web::Look::Plain },
        { number(figures.without_due), language.t("without deadline"), only_without_due.address() },
        { number(figures.without_responsible), language.t("without responsible"), only_without_responsible.address() },
        { language.percent(figures.execution), language.t("rate of execution") },
    };
}

std::vector<RegisterColumn> columns_of(RegisterForm const& form, web::Localization const& language)
{
    auto const sorted_by = [&](RegisterOrder order, std::string title) {
        auto changed = form;
        changed.order = order;
        return RegisterColumn { std::move(title), changed.address(), form.order == order };
    };
    return { sorted_by(RegisterOrder::Reference, language.t("Reference")), { language.t("Action"), {}, false }, sorted_by(RegisterOrder::Body, language.t("Body")),
        sorted_by(RegisterOrder::Responsible, language.t("Responsible")), sorted_by(RegisterOrder::Deadline, language.t("Deadline")),
        sorted_by(RegisterOrder::Status, language.t("State")), { language.t("%"), {}, false } };
}

std::vector<ExportLink> exports_of(RegisterForm const& form)
{
    std::string const path = form.mine ? "/actions/mine/export." : "/actions/export.";
    std::vector<ExportLink> links;
    for (auto const* format : { "xlsx", "csv", "docx", "pdf" }) {
        std::string name = format;
        for (auto& letter : name)
            letter = char(letter - 'a' + 'A');
        links.push_back({ std::move(name), form.address(path + format) });
    }
    return links;
}

web::EmptyState empty_of(RegisterForm const& form, web::Localization const& language)
{
    if (form.is_filtered())
        return { language.t("No action matches"), language.t("Take away a filter, or write fewer words: accents and capitals do not matter."), language.t("Show all"),
            form.mine ? "/actions/mine" : "/actions" };
    if (form.mine)
        return { language.t("Nothing waits for you"), language.t("Actions for which you, your organisation or your body are responsible will be listed here."), language.t("All actions"), "/actions" };
    return { language.t("No action yet"), language.t("Actions of the plans of your bodies are listed here. Begin with a plan: bring last year’s from Word or Excel, or write it."),
        language.t("Choose a body"), "/bodies" };
}

} // namespace

RegisterView register_view(RegisterForm const& form, RegisterChoices const& choices, PlanFigures const& figures, Date today, web::Localization const& language)
{
    RegisterView view;
    view.path = form.mine ? "/actions/mine" : "/actions";
    view.mine = form.mine;
    view.words = { { "words", language.t("Words") }, form.words, web::Width::Half, "search" };
    view.status = select("status", language.t("State"), language.t("All"), status_options(language), form.status);
    view.body = select("body", language.t("Body"), language.t("All"), choices.bodies.size() > 1 ? choices.bodies : std::vector<web::Option>(), form.body);
    view.plan = select("plan", language.t("Plan"), language.t("All"), choices.plans, form.plan);
    view.core_function = select("core_function", language.t("Core function"), language.t("All"), choices.functions, form.core_function);
    view.responsible = select("responsible", language.t("Responsible"), language.t("All"), choices.responsible, form.responsible);
    view.as_of = web::date_field({ "as_of", language.t("As of"), {}, {}, true }, form.as_of, language);
    view.order = form.order == RegisterOrder::Deadline ? "" : name_of(form.order);
    view.more_open = !(form.plan + form.core_function + form.responsible + form.as_of).empty() || form.late || form.without_due || form.without_responsible;
    view.is_filtered = form.is_filtered();
    view.clear_path = view.path;
    view.figures = figures_of_view(form, figures, language);
    auto const day = form.day(today).value_or(today);
    auto const count = trn("{count} action", "{count} actions", figures.actions);
    view.caption = day < today ? language(tr("As of {date}: {actions}", { { "date", day }, { "actions", count } })) : language(count);
    view.columns = columns_of(form, language);
    view.exports = exports_of(form);
    view.empty = empty_of(form, language);
    return view;
}

RegisterRow register_row(ActionPoint const& action, std::map<bodies::BodyId, std::string> const& body_names, Date day, web::Localization const& language)
{
    RegisterRow row { action.id.text(), action.reference, action.text };
    if (auto const body = body_names.find(action.body); body != body_names.end())
        row.body = body->second;
    row.responsible = responsible_text(action.responsible, language);
    row.due = due_text(action, language);
    if (action.postponements > 0)
        row.postponed = language(trn("Postponed once", "Postponed {count} times", action.postponements));
    row.tags.push_back(tag_of(action.status, language));
    if (is_late(action, day))
        row.tags.push_back(late_tag(language));
    if (auto const percent = percent_of(action, day))
        row.percent = std::to_string(*percent) + "\u00A0%";
    return row;
}

} // namespace toguna::actions
