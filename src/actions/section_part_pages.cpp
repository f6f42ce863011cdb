#include "actions/plan_edit_pages.hpp"
#include "actions/plan_edit_store.hpp"
#include "actions/plan_part_pages.hpp"
#include "actions/plan_section.html.hpp"
#include "actions/shared_plan_pages.hpp"
#include "actions/words.hpp"
#include "web/cookies.hpp"

namespace toguna::actions {

namespace {

struct SectionForm {
    std::string title;
    std::string core_function;
    std::string read_title;
    std::string read_function;

    static SectionForm decode(web::Request const& request)
    {
        return { trimmed(request.form.get("title")), std::string(request.form.get("core_function")), std::string(request.form.get("read_title")),
            std::string(request.form.get("read_function")) };
    }
};

std::string section_words(std::string const& title, std::string const& function, std::vector<web::Option> const& functions)
{
    for (auto const& option : functions)
        if (!function.empty() && option.value == function)
            return title + " (" + option.label + ")";
    return title;
}

Result<web::Reply> section_page(web::Request const& request, web::Context& context, SectionForm const* typed, Error const* error)
{
    auto const plan_id = TRY(request.id<PlanId>("plan"));
    auto const id = TRY(request.id<SectionId>("section"));
    return context.db.read([&](db::Reader const& db) -> Result<web::Reply> {
        auto const& language = context.language;
        auto const plan = TRY(find_plan_summary(db, plan_id));
        auto const body = TRY(bodies::find_body(db, plan.body));
        auto const stored = TRY(find_section_of(db, plan_id, id));
        auto const functions = function_options(TRY(catalogue_of_plan(db, plan_id)), language);
        auto const form = typed ? *typed : SectionForm { stored.title, stored.core_function, {}, {} };
        std::vector<FieldError> const none;
        auto const& errors = error ? error->fields : none;
        SectionPartView view { plan_id.text(), id.text(), error ? web::error_summary(context, *error) : SafeHtml(), web::once_field(context), {}, {}, {}, stored.title, stored.core_function };
        if (error && error->kind == ErrorKind::Conflict)
            view.conflict = { section_words(stored.title, stored.core_function, functions), section_words(form.title, form.core_function, functions), edit_path(plan_id, "s" + id.text()) };
        view.title = { { "title", language.t("Title of the section"), {}, web::message_for(errors, "title", language) }, form.title };
        view.function = { { "core_function", language.t("Core function") }, functions, form.core_function };
        web::Page page { language.t("Change the section"), plan_trail(context, body, plan_id, plan.year), "/bodies", html::plan_section(view, context.templates()), error != nullptr };
        return web::page(context, std::move(page), status_of_form(error));
    });
}

Result<web::Reply> show_section(web::Request const& request, web::Context& context) { return section_page(request, context, nullptr, nullptr); }

Result<web::Reply> change_section(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<SectionId>("section"));
    auto const form = SectionForm::decode(request);
    auto const saved = write_plan(request, context, [&](db::Transaction& tx, PlanSummary const& plan) -> Result<std::string> {
        if (form.title.empty())
            return fail(Error { ErrorKind::Invalid, tr("A section needs a title."), { { "title", tr("Give the section a title.") } } });
        TRY(rename_section(tx, plan.id, { id, form.read_title, form.read_function }, { id, form.title, form.core_function }, act_of(context)));
        return edit_path(plan.id, "s" + id.text());
    });
    if (!saved && can_be_mended(saved.error()))
        return section_page(request, context, &form, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("Your changes were saved."));
}

Result<web::Reply> remove_section_of_plan(web::Request const& request, web::Context& context)
{
    auto const id = TRY(request.id<SectionId>("section"));
    auto const saved = write_plan(request, context, [&](db::Transaction& tx, PlanSummary const& plan) -> Result<std::string> {
        TRY(find_section_of(tx, plan.id, id));
        auto const removed = remove_section(tx, plan.id, id, act_of(context));
        if (!removed && removed.error().kind == ErrorKind::Conflict)
            return fail(ErrorKind::Invalid, removed.error().message);
        TRY(removed);
        return edit_path(plan.id);
    });
    if (!saved && saved.error().kind == ErrorKind::Invalid)
        return section_page(request, context, nullptr, &saved.error());
    return web::with_notice(request, context, TRY(saved), tr("The section was removed."));
}

} // namespace

std::vector<web::Route> section_part_routes()
{
    using enum web::Method;
    return {
        { Get, "/plans/:plan/sections/:section/edit", show_section, plan_editors() },
        { Post, "/plans/:plan/sections/:section", change_section, plan_editors() },
        { Post, "/plans/:plan/sections/:section/removal", remove_section_of_plan, plan_editors() },
    };
}

} // namespace toguna::actions
