#include "bodies/architecture_store.hpp"

#include "bodies/profile_store.hpp"
#include "bodies/store.hpp"

#include <limits>

namespace toguna::bodies {

namespace {

/// `bodies` holds those before it in the plan.
Result<void> insert_next(db::Transaction& tx, PlannedBody const& plan, geography::CountryCode const& country, std::vector<Body>& bodies, Instant now, Chance& chance)
{
    Body body { new_id<BodyTag>(now, chance), plan.kind, plan.name, plan.acronym, plan.code, country };
    body.sector = plan.sector;
    if (plan.parent)
        body.parent = bodies.at(*plan.parent).id;
    if (plan.reports_to)
        body.reports_to = bodies.at(*plan.reports_to).id;
    TRY(insert_body(tx, body, now));
    auto profile = TRY(find_profile(tx, body.id));
    profile.purpose = plan.purpose;
    profile.rhythm = plan.rhythm;
    if (plan.kind == BodyKind::SubCluster)
        profile.level = MandateLevel::Regional;
    TRY(save_profile(tx, profile));
    bodies.push_back(std::move(body));
    return {};
}

} // namespace

Result<std::vector<std::string>> taken_codes(db::Reader const& db)
{
    std::vector<std::string> codes;
    for (auto const& body : TRY(list_bodies(db, { .limit = std::numeric_limits<std::int32_t>::max() })))
        codes.push_back(body.code);
    return codes;
}

Result<std::vector<Body>> insert_planned(db::Transaction& tx, std::span<PlannedBody const> planned, geography::CountryCode const& country, Instant now, Chance& chance)
{
    std::vector<Body> bodies;
    for (auto const& plan : planned)
        TRY(insert_next(tx, plan, country, bodies, now, chance));
    return bodies;
}

Result<std::vector<Body>> insert_planned_below(db::Transaction& tx, Body const& parent, std::span<PlannedBody const> planned, Instant now, Chance& chance)
{
    std::vector<Body> bodies { parent };
    for (auto const& plan : planned.subspan(1))
        TRY(insert_next(tx, plan, parent.country, bodies, now, chance));
    bodies.erase(bodies.begin());
    return bodies;
}

} // namespace toguna::bodies
