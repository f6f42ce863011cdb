#include "bodies/rights_store.hpp"

#include "bodies/membership_store.hpp"
#include "bodies/queries.hpp"
#include "bodies/store.hpp"
#include "people/pages.hpp"
#include "web/context.hpp"

namespace toguna::bodies {

namespace {

HeldRole read_held_role(db::Row const& row)
{
    return { membership_role_from(row.text(0)).value_or(MembershipRole::Observer),
        Period::from(row.date(1), row.optional_date(2)).value_or(Period::since(row.date(1))), row.integer(3) == 1 };
}

/// The directory is shared by all bodies: whoever coordinates one may keep it right. UTC is near enough for that.
Result<void> authorize_directory(db::Reader const& db, web::Visitor const* visitor, Instant now)
{
    if (!visitor)
        return fail(ErrorKind::Forbidden, tr("Sign in to see this page."));
    if (visitor->administrator || TRY(db.number(sql::count_acting_roles, { { "person", visitor->person }, { "today", now.utc_date() } })) > 0)
        return {};
    return fail(ErrorKind::Forbidden, tr("Organisations and persons are kept by the coordination of each body. Ask your coordinator to make the change."));
}

Result<void> authorize(db::Reader const& db, web::Visitor const* visitor, web::Right asked, std::string_view object, Instant now)
{
    if (asked == people::edit_directory)
        return authorize_directory(db, visitor, now);
    auto const right = right_from(asked.name);
    if (!right)
        return fail(ErrorKind::Internal, tr("Something went wrong on our side."), "no such right: " + std::string(asked.name));
    if (object.empty()) {
        if (visitor && visitor->administrator)
            return {};
        return fail(ErrorKind::Forbidden, visitor ? tr("This is for administrators. Ask one of them.") : tr("Sign in to see this page."));
    }
    auto const body = BodyId::parse(object);
    if (!body)
        return fail(ErrorKind::NotFound, tr("This body does not exist."));
    return decide(*right, TRY(visitor_facts(db, visitor, *body, now)));
}

} // namespace

Result<VisitorFacts> visitor_facts(db::Reader const& db, web::Visitor const* visitor, BodyId const& id, Instant now)
{
    auto const body = TRY(find_body(db, id));
    auto const today = web::local_date(now, TRY(time_zone_of(db, body)));
    VisitorFacts facts { visitor != nullptr, visitor && visitor->administrator, {}, today, body.short_name(), {} };
    if (!visitor || facts.administrator)
        return facts;
    facts.roles = TRY(db.all(sql::roles_of_person, { { "body", id }, { "person", visitor->person }, { "today", today } }, read_held_role));
    facts.coordinators = TRY(coordinators_of(db, id, today));
    return facts;
}

web::Authorizer authorizer() { return authorize; }

Result<std::string> body_in_path(db::Reader const&, web::Request const& request)
{
    return TRY(request.id<BodyId>("body")).text();
}

} // namespace toguna::bodies
