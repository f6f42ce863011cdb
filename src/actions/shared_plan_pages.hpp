#pragma once
/// What the pages around a plan have in common: who may, where they stand in the site, on whose hand they write.

#include "actions/store.hpp"
#include "bodies/rights_store.hpp"
#include "bodies/store.hpp"
#include "journal/store.hpp"
#include "web/layout.hpp"
#include "web/once.hpp"
#include "web/router.hpp"

namespace toguna::actions {

/// For Access of routes « /plans/:plan/… »: the body of that plan.
Result<std::string> body_of_plan_in_path(db::Reader const& db, web::Request const& request);
web::Access plan_readers(); ///< who may see the body
web::Access plan_editors(); ///< who may edit its plans

inline Act act_of(web::Context const& context) { return { journal::actor_of(context), context.now, context.chance }; }

inline std::string plan_path(PlanId const& plan) { return "/plans/" + plan.text(); }
/// « /plans/…/edit#g… »: back to the place where somebody worked.
std::string edit_path(PlanId const& plan, std::string_view anchor = {});

/// « Accueil › Instances › NUT › Plans d’action ».
std::vector<web::Crumb> plans_trail(web::Context const& context, bodies::Body const& body);
/// … › « Plan 2026 ».
std::vector<web::Crumb> plan_trail(web::Context const& context, bodies::Body const& body, PlanId const& plan, int year);

/// A refusal that the reader can mend in the form; any other becomes the page of an error.
inline bool can_be_mended(Error const& error) { return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Conflict; }
inline int status_of_form(Error const* error) { return !error ? 200 : error->kind == ErrorKind::Conflict ? 409 : 422; }

/// What a hidden field carried back; 0, which no row has, when it was tampered with.
std::int64_t typed_number(std::string_view text);

/// A hidden field or a check box names something of the plan: NotFound when it is no identifier.
template<class IdType>
Result<IdType> typed_id(std::string_view text)
{
    if (auto id = IdType::parse(text))
        return *id;
    return fail(ErrorKind::NotFound, tr("This does not exist any more."));
}

/// One transaction of an editor: the right on the plan's body, then `effect(tx, plan)`, which gives the path to go on to. A
/// form sent twice acts once.
template<class Effect>
Result<web::Reply> write_plan(web::Request const& request, web::Context const& context, Effect const& effect)
{
    auto const id = TRY(request.id<PlanId>("plan"));
    return context.db.write([&](db::Transaction& tx) {
        return web::once(tx, request, context, [&]() -> Result<web::Reply> {
            auto const plan = TRY(find_plan_summary(tx, id));
            TRY(context.require(tx, bodies::edit_plan, plan.body.text()));
            return web::see_other(TRY(effect(tx, plan)));
        });
    });
}

} // namespace toguna::actions
