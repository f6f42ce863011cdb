#pragma once
/// Reads the facts that rights.hpp decides by, and plugs the decision into the web platform.

#include "bodies/ids.hpp"
#include "bodies/rights.hpp"
#include "db/database.hpp"
#include "journal/event.hpp"
#include "web/context.hpp"
#include "web/right.hpp"

namespace toguna::bodies {

/// The words that routes and handlers use; the object of each is the id of a body.
inline constexpr web::Right view_body { "view_body" };
inline constexpr web::Right edit_plan { "edit_plan" };
inline constexpr web::Right confirm_action { "confirm_action" };
inline constexpr web::Right manage_members { "manage_members" };
inline constexpr web::Right read_reminder_log { "read_reminder_log" };
inline constexpr web::Right manage_body { "manage_body" };
inline constexpr web::Right manage_mandates { "manage_mandates" };
inline constexpr web::Right delegate { "delegate" };
inline constexpr web::Right view_coordination { "view_coordination" };
inline constexpr web::Right publish { "publish" };
inline constexpr web::Right chair { "chair" };
inline constexpr web::Right represent { "represent" };
inline constexpr web::Right validate { "validate" };

/// Delegations and absences are read only when a right asks for a power: most pages ask for daily work.
enum class FactsFor { DailyWork, Powers };

/// What is known of a visitor in a body at a moment, in the body's own time zone. A constant number of statements.
Result<VisitorFacts> visitor_facts(db::Reader const& db, web::Visitor const* visitor, BodyId const& body, Instant now, FactsFor purpose = FactsFor::Powers);

/// Reads what reaches the visitor's person and decides. An empty object means the installation: administrators.
web::Authorizer authorizer();

/// Who acts, as the journal names them, when they act by `right` on the body: with the name of whom they do it for under a
/// delegation or as a stand-in (X-8, S0-37). Forbidden with its reason when they may not.
Result<journal::Actor> acting_as(db::Reader const& db, web::Context const& context, web::Right right, BodyId const& body);

/// Where a refused right is explained: the « pourquoi » page of the body (Context::explained_at).
std::string explained_at(web::Refusal const& refusal);

/// For Access of a route « /bodies/:body/… ».
Result<std::string> body_in_path(db::Reader const& db, web::Request const& request);

} // namespace toguna::bodies
