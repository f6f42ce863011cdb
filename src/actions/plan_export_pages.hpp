#pragma once
/// A plan on the day and with the columns that the reader asked for; the page and the files read the same.

#include "actions/plan_edit_store.hpp"
#include "bodies/store.hpp"
#include "web/context.hpp"
#include "web/router.hpp"

namespace toguna::actions {

/// The query of « /plans/:plan » and of its exports: `columns`, once for each, with `shown=1`; `as_of` in words.
struct PlanRequest {
    PlanColumns columns;
    Date as_of;
    bool is_past = false;       ///< another day than today was asked for
    bool is_unreadable = false; ///< the day could not be read; today's state is shown
    std::string typed_as_of;
};
/// Without `shown=1`, responsible and status are shown. A day to come counts as today.
PlanRequest plan_request(web::Request const& request, web::Context const& context);
/// The same options as a query of an address, beginning with "?".
std::string export_query(PlanRequest const& asked);

struct PlanOnDay {
    ActionPlan plan;
    bodies::Body body;
    CarriedActions carried;
};
Result<PlanOnDay> plan_on_day(db::Reader const& db, PlanId const& plan, PlanRequest const& asked);

std::vector<web::Route> plan_export_routes();

} // namespace toguna::actions
