#include "actions/register_pages.hpp"

#include "actions/action_story_pages.hpp"
#include "actions/actor_store.hpp"
#include "actions/action_register.html.hpp"
#include "actions/register_document.hpp"
#include "actions/register_store.hpp"
#include "actions/register_list_pages.hpp"
#include "bodies/store.hpp"
#include "functions/catalogue_store.hpp"
#include "people/read_date.hpp"
#include "web/layout.hpp"

#include <algorithm>
#include <limits>

namespace toguna::actions {

namespace {

/// The bodies whose actions the visitor sees, and what they are called.
struct Sight {
    std::optional<std::vector<bodies::BodyId>> bodies; ///< nullopt: all
    std::map<bodies::BodyId, std::string> names;
};

Result<Sight> sight_of(db::Reader const& db, web::Context const& context)
{
    Sight sight;
    auto const all = TRY(bodies::list_bodies(db, { .limit = std::numeric_limits<std::int32_t>::max() }));
    for (auto const& body : all)
        sight.names.emplace(body.id, body.short_name());
    if (context.visitor->administrator)
        return sight;
    sight.bodies.emplace();
    if (auto const person = people::PersonId::parse(context.visitor->person))
        for (auto const& body : TRY(bodies::bodies_of_person(db, *person, context.today())))
            sight.bodies->push_back(body.id);
    return sight;
}

/// Everything a view of the register is made of, in a constant number of statements.
struct RegisterPageData {
    Sight sight;
    Date day;
    std::vector<ActionPoint> actions; ///< sorted
    PlanFigures figures;
};

Result<RegisterPageData> read_register(db::Reader const& db, web::Context const& context, RegisterForm const& form)
{
    RegisterPageData data { TRY(sight_of(db, context)), form.day(context.today()).value_or(context.today()), {}, {} };
    auto filter = form.filter(context.today(), context.time_zone());
    if (!filter)
        return fail(Error { ErrorKind::Invalid, people::unreadable_date(form.as_of), { { "as_of", people::unreadable_date(form.as_of) } }, {} });
    filter->bodies = data.sight.bodies;
    if (form.mine) {
        // One's own actions are in sight wherever they stand.
        filter->bodies.reset();
        filter->person = context.visitor->person;
    }
    if (!form.mine || !filter->person.empty())
        data.actions = TRY(list_register(db, *filter, data.day, 0, 0));
    sort_register(data.actions, form.order, data.sight.names, context.language);
    data.figures = figures_of(data.actions, data.day);
    return data;
}

Result<RegisterChoices> choices_of(db::Reader const& db, web::Context const& context, Sight const& sight)
{
    RegisterChoices choices;
    for (auto const& [id, name] : sight.names)
        if (!sight.bodies || std::find(sight.bodies->begin(), sight.bodies->end(), id) != sight.bodies->end())
            choices.bodies.push_back({ id.text(), name });
    std::sort(choices.bodies.begin(), choices.bodies.end(), [&](auto const& left, auto const& right) { return context.language.less(left.label, right.label); });
    for (auto const& plan : TRY(plan_choices(db, sight.bodies))) {
        auto const body = sight.names.find(plan.body);
        choices.plans.push_back({ plan.id.text(), (body == sight.names.end() ? std::string() : body->second + "\u00A0· ") + std::to_string(plan.year) });
    }
    for (auto const& function : TRY(functions::catalogue_or_default(db)).functions)
        choices.functions.push_back({ function.code, context.language.language() == "fr" ? function.label_fr : function.label_en });
    for (auto const& responsible : TRY(responsible_choices(db, sight.bodies)))
        if (choices.responsible.empty() || choices.responsible.back().value != responsible.id)
            choices.responsible.push_back({ responsible.id, responsible.name });
    return choices;
}

web::ChoiceField only_field(RegisterForm const& form, web::Localization const& language)
{
    web::ChoiceField field { { "only", {} }, { { "late", language.t("Late only") }, { "without_due", language.t("Without deadline") }, { "without_responsible", language.t("Without responsible") } } };
    if (form.late)
        field.chosen.emplace_back("late");
    if (form.without_due)
        field.chosen.emplace_back("without_due");
    if (form.without_responsible)
        field.chosen.emplace_back("without_responsible");
    return field;
}

std::string title_of(RegisterForm const& form, web::Localization const& language) { return form.mine ? language.t("My actions") : language.t("Actions"); }

Result<web::Reply> show_register(web::Request const& request, web::Context& context)
{
    auto form = RegisterForm::decode(request);
    return context.db.read([&](db::Reader const& reader) -> Result<web::Reply> {
        auto const typed_date = form.as_of;
        auto const wrong = form.day(context.today()) ? std::optional<Error>() : std::optional(Error { ErrorKind::Invalid, people::unreadable_date(typed_date), { { "as_of", people::unreadable_date(typed_date) } }, {} });
        if (wrong)
            form.as_of.clear();
        auto const data = TRY(read_register(reader, context, form));
        auto const pagination = web::paginate(data.figures.actions, request.query.get("page"));
        auto view = register_view(form, TRY(choices_of(reader, context, data.sight)), data.figures, context.today(), context.language);
        view.only = only_field(form, context.language);
        if (wrong) {
            view.errors = web::error_summary(context, *wrong);
            view.as_of.value = typed_date;
            view.as_of.error = web::message_for(wrong->fields, "as_of", context.language);
            view.more_open = true;
        }
        auto const first = std::size_t(pagination.page - 1) * web::rows_per_page;
        for (auto place = first; place < std::min(data.actions.size(), first + web::rows_per_page); ++place)
            view.rows.push_back(register_row(data.actions[place], data.sight.names, data.day, context.language));
        view.pages = web::pagination_links(context, request, pagination);
        return web::page(context, { title_of(form, context.language), { { context.language.t("Home"), "/" } }, "/actions", html::action_register(view, context.templates()), wrong.has_value() }, wrong ? 422 : 200);
    });
}

RegisterHeading heading_of(RegisterForm const& form, RegisterPageData const& data, web::Context const& context)
{
    auto const& language = context.file_language;
    auto const body = bodies::BodyId::parse(form.body);
    auto const name = body ? data.sight.names.find(*body) : data.sight.names.end();
    return { title_of(form, language), name == data.sight.names.end() ? std::string() : name->second, context.visitor->name, data.day, context.now, data.sight.names };
}

Result<web::Reply> export_register(web::Request const& request, web::Context& context)
{
    auto const form = RegisterForm::decode(request);
    auto const data = TRY(context.db.read([&](db::Reader const& reader) { return read_register(reader, context, form); }));
    auto const& language = context.file_language;
    auto const heading = heading_of(form, data, context);
    auto const name = heading.title + " " + data.day.to_iso();
    auto const format = request.path.substr(request.path.rfind('.') + 1);
    if (format == "xlsx")
        return web::download(TRY(formats::write_xlsx(register_workbook(data.actions, heading, language))), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + ".xlsx");
    if (format == "csv")
        return web::download(formats::write_csv(register_workbook(data.actions, heading, language).sheets.front()), "text/csv; charset=utf-8", name + ".csv");
    auto const document = register_document(data.actions, heading, language);
    if (format == "docx")
        return web::download(formats::write_docx(document), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name + ".docx");
    return web::download(formats::write_pdf(document), "application/pdf", name + ".pdf");
}

} // namespace

std::vector<web::Route> register_routes()
{
    std::vector<web::Route> routes;
    for (std::string const path : { "/actions", "/actions/mine" }) {
        routes.push_back({ web::Method::Get, path, show_register, web::signed_in() });
        for (std::string const format : { "xlsx", "csv", "docx", "pdf" })
            routes.push_back({ web::Method::Get, path + "/export." + format, export_register, web::signed_in() });
    }
    return routes;
}

} // namespace toguna::actions
