#include "actions/shared_plan_pages.hpp"
#include "bodies/pages.hpp"
#include "bodies/rights_store.hpp"

#include <charconv>

namespace toguna::actions {

Result<std::string> body_of_plan_in_path(db::Reader const& db, web::Request const& request)
{
    return TRY(find_plan_summary(db, TRY(request.id<PlanId>("plan")))).body.text();
}

web::Access plan_readers() { return web::by_right(bodies::view_body, body_of_plan_in_path); }

web::Access plan_editors() { return web::by_right(bodies::edit_plan, body_of_plan_in_path); }

std::string edit_path(PlanId const& plan, std::string_view anchor)
{
    return plan_path(plan) + "/edit" + (anchor.empty() ? "" : "#" + std::string(anchor));
}

std::vector<web::Crumb> plans_trail(web::Context const& context, bodies::Body const& body)
{
    auto trail = bodies::trail_of(context, body);
    trail.push_back({ context.language.t("Action plans"), "/bodies/" + body.id.text() + "/plans" });
    return trail;
}

std::vector<web::Crumb> plan_trail(web::Context const& context, bodies::Body const& body, PlanId const& plan, int year)
{
    auto trail = plans_trail(context, body);
    trail.push_back({ context.language(tr("Plan {year}", { { "year", std::to_string(year) } })), plan_path(plan) });
    return trail;
}

std::int64_t typed_number(std::string_view text)
{
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

} // namespace toguna::actions
