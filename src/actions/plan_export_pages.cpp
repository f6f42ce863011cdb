#include "actions/plan_export_pages.hpp"

#include "actions/shared_plan_pages.hpp"
#include "bodies/membership_store.hpp"
#include "people/normalise.hpp"
#include "people/read_date.hpp"

#include <algorithm>
#include <set>

namespace toguna::actions {

namespace {

/// The last moment of a local day. The clock of a country differs from UTC by less than a day.
Instant end_of_day(Date day, std::string const& time_zone)
{
    auto const midnight = Instant(std::chrono::sys_time<std::chrono::milliseconds>(day.plus_days(1).days()));
    auto const local_minutes = web::local_minute_of_day(midnight, time_zone);
    auto const ahead = web::local_date(midnight, time_zone) > day ? local_minutes : local_minutes - 24 * 60;
    return midnight - std::chrono::minutes(ahead) - std::chrono::milliseconds(1);
}

PlanHeading heading_of(PlanOnDay const& shown, PlanRequest const& asked, web::Context const& context)
{
    return { shown.body.name, context.visitor ? context.visitor->name : std::string(), asked.as_of, context.now };
}

/// « NUT 2026 – Plan d’action.docx ».
std::string file_name(PlanOnDay const& shown, std::string_view extension)
{
    return shown.body.short_name() + " " + std::to_string(shown.plan.year) + " – " + shown.plan.title + "." + std::string(extension);
}

Result<PlanOnDay> exported_plan(web::Request const& request, web::Context const& context, PlanRequest const& asked)
{
    auto const id = TRY(request.id<PlanId>("plan"));
    if (asked.is_unreadable)
        return fail(ErrorKind::Invalid, people::unreadable_date(asked.typed_as_of));
    return context.db.read([&](db::Reader const& db) { return plan_on_day(db, id, asked); });
}

/// The names to choose from in the workbook: those of the plan and the members of the body.
Result<std::vector<std::string>> responsible_choices(PlanOnDay const& shown, web::Context const& context)
{
    std::set<std::string> names;
    for (auto const& action : shown.plan.actions)
        for (auto const& one : action.responsible)
            names.insert(one.name);
    for (auto const& member : TRY(context.db.read([&](db::Reader const& db) { return bodies::member_organizations(db, shown.body.id, context.today()); })))
        names.insert(member.short_name());
    std::vector<std::string> sorted(names.begin(), names.end());
    std::sort(sorted.begin(), sorted.end(), [&](auto const& left, auto const& right) { return context.language.less(left, right); });
    return sorted;
}

Result<formats::Workbook> workbook_of(PlanOnDay const& shown, PlanRequest const& asked, web::Context const& context)
{
    return plan_workbook(shown.plan, TRY(responsible_choices(shown, context)), heading_of(shown, asked, context), context.file_language);
}

Result<web::Reply> export_xlsx(web::Request const& request, web::Context& context)
{
    auto const asked = plan_request(request, context);
    auto const shown = TRY(exported_plan(request, context, asked));
    auto bytes = TRY(formats::write_xlsx(TRY(workbook_of(shown, asked, context))));
    return web::download(std::move(bytes), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", file_name(shown, "xlsx"));
}

Result<web::Reply> export_csv(web::Request const& request, web::Context& context)
{
    auto const asked = plan_request(request, context);
    auto const shown = TRY(exported_plan(request, context, asked));
    return web::download(formats::write_csv(TRY(workbook_of(shown, asked, context)).sheets.front()), "text/csv; charset=utf-8", file_name(shown, "csv"));
}

Result<web::Reply> export_docx(web::Request const& request, web::Context& context)
{
    auto const asked = plan_request(request, context);
    auto const shown = TRY(exported_plan(request, context, asked));
    auto const document = plan_document(shown.plan, asked.columns, heading_of(shown, asked, context), context.file_language);
    return web::download(formats::write_docx(document), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", file_name(shown, "docx"));
}

Result<web::Reply> export_pdf(web::Request const& request, web::Context& context)
{
    auto const asked = plan_request(request, context);
    auto const shown = TRY(exported_plan(request, context, asked));
    auto const document = plan_document(shown.plan, asked.columns, heading_of(shown, asked, context), context.file_language);
    return web::download(formats::write_pdf(document), "application/pdf", file_name(shown, "pdf"));
}

} // namespace

PlanRequest plan_request(web::Request const& request, web::Context const& context)
{
    PlanRequest asked { { true, true, false }, context.today(), false, false, people::tidy(request.query.get("as_of")) };
    if (request.query.has("shown")) {
        auto const columns = request.query.all("columns");
        auto const has = [&](std::string_view name) { return std::find(columns.begin(), columns.end(), name) != columns.end(); };
        asked.columns = { has("responsible"), has("status"), has("percent") };
    }
    if (asked.typed_as_of.empty())
        return asked;
    auto const day = people::read_date(asked.typed_as_of, context.today());
    asked.is_unreadable = !day;
    asked.as_of = std::min(day.value_or(context.today()), context.today());
    asked.is_past = asked.as_of < context.today();
    return asked;
}

std::string export_query(PlanRequest const& asked)
{
    std::string query = "?shown=1";
    query += asked.columns.responsible ? "&columns=responsible" : "";
    query += asked.columns.status ? "&columns=status" : "";
    query += asked.columns.percent ? "&columns=percent" : "";
    return query + (asked.is_past ? "&as_of=" + asked.as_of.to_iso() : "");
}

Result<PlanOnDay> plan_on_day(db::Reader const& db, PlanId const& id, PlanRequest const& asked)
{
    auto const body = TRY(bodies::find_body(db, TRY(find_plan_summary(db, id)).body));
    auto const zone = TRY(bodies::time_zone_of(db, body));
    auto plan = asked.is_past ? TRY(read_plan_as_of(db, id, end_of_day(asked.as_of, zone))) : TRY(read_plan(db, id));
    return PlanOnDay { std::move(plan), body, TRY(carried_actions(db, id)) };
}

std::vector<web::Route> plan_export_routes()
{
    using enum web::Method;
    return {
        { Get, "/plans/:plan/export.xlsx", export_xlsx, plan_readers() },
        { Get, "/plans/:plan/export.csv", export_csv, plan_readers() },
        { Get, "/plans/:plan/export.docx", export_docx, plan_readers() },
        { Get, "/plans/:plan/export.pdf", export_pdf, plan_readers() },
    };
}

} // namespace toguna::actions
