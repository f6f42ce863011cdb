#include "bodies/membership_store.hpp"

#include "bodies/member_rule_store.hpp"
#include "bodies/membership_queries.hpp"

#include <algorithm>

namespace toguna::bodies {

namespace {

Membership read_membership(db::Row const& row)
{
    return { row.id<MembershipId>(0), row.id<BodyId>(1), row.optional_id<people::OrganizationId>(2), row.optional_id<people::PersonId>(3),
        membership_status_from(row.text(4)).value_or(MembershipStatus::Observer),
        Period::from(row.date(5), row.optional_date(6)).value_or(Period::since(row.date(5))), membership_seat_from(row.text(7)).value_or(MembershipSeat::Titular), row.string(8), row.string(9) };
}

NamedMembership read_named_membership(db::Row const& row)
{
    NamedMembership named { read_membership(row), row.optional_string(10).value_or(""), row.optional_string(11).value_or(""), row.optional_string(12).value_or(""),
        row.optional_string(13).value_or(""), {} };
    if (auto const type = row.optional_string(14))
        named.organization_type = people::organization_type_from(*type);
    return named;
}

std::vector<NamedMembership> members_first(std::vector<NamedMembership> memberships)
{
    std::stable_sort(memberships.begin(), memberships.end(), [](auto const& left, auto const& right) { return left.membership.status < right.membership.status; });
    return memberships;
}

} // namespace

Result<Membership> find_membership(db::Reader const& db, MembershipId const& id)
{
    if (auto membership = TRY(db.first(sql::membership, { { "id", id } }, read_membership)))
        return *std::move(membership);
    return fail(ErrorKind::NotFound, tr("This membership does not exist."));
}

Result<std::vector<NamedMembership>> list_memberships(db::Reader const& db, BodyId const& body)
{
    return members_first(TRY(db.all(sql::memberships_of, { { "body", body } }, read_named_membership)));
}

Result<std::vector<NamedMembership>> memberships_on(db::Reader const& db, BodyId const& body, Date day)
{
    return members_first(TRY(db.all(sql::memberships_on, { { "body", body }, { "day", day } }, read_named_membership)));
}

Result<std::vector<Membership>> memberships_of_person(db::Reader const& db, people::PersonId const& person, Date day)
{
    return db.all(sql::memberships_of_person, { { "person", person }, { "day", day } }, read_membership);
}

Result<std::vector<MemberOrganization>> member_organizations(db::Reader const& db, BodyId const& body, Date day)
{
    return db.all(sql::member_organizations, { { "body", body }, { "day", day } },
        [](db::Row const& row) { return MemberOrganization { row.id<people::OrganizationId>(0), row.string(1), row.string(2) }; });
}

Result<void> insert_membership(db::Transaction& tx, Membership const& given)
{
    auto const membership = TRY(checked(given));
    auto const last_day = membership.period.end().value_or(Period::last_day_there_is());
    auto const same = TRY(tx.number(sql::same_membership,
        { { "body", membership.body }, { "id", membership.id }, { "organization", membership.organization },
            { "person", membership.person }, { "starts_on", membership.period.start() }, { "last_day", last_day } }));
    if (same > 0)
        return fail(ErrorKind::Conflict, tr("This member already belongs to the body in that period. End the former membership first, or choose another date."));
    if (membership.organization && membership.person) {
        auto const others = TRY(tx.all(sql::memberships_of_organization,
            { { "body", membership.body }, { "organization", *membership.organization }, { "starts_on", membership.period.start() }, { "last_day", last_day } }, read_membership));
        TRY(admits(TRY(find_member_rule(tx, membership.body)), others, membership));
    }
    TRY(tx.execute(sql::insert_membership,
        { { "id", membership.id }, { "body", membership.body }, { "organization", membership.organization }, { "person", membership.person },
            { "status", name_of(membership.status) }, { "starts_on", membership.period.start() }, { "ends_on", membership.period.end() },
            { "seat", name_of(membership.seat) }, { "reason", membership.reason } }));
    return {};
}

Result<void> end_membership(db::Transaction& tx, MembershipId const& id, Date last_day, std::string const& reason)
{
    auto membership = TRY(find_membership(tx, id));
    membership.end_reason = reason;
    membership = TRY(checked(std::move(membership)));
    if (TRY(tx.execute(sql::end_membership, { { "id", id }, { "ends_on", last_day }, { "end_reason", membership.end_reason } })) > 0)
        return {};
    if (auto const end = membership.period.end(); end && *end < last_day)
        return fail(ErrorKind::Conflict, tr("This membership already ended on {date}.", { { "date", *end } }));
    return fail(Error { ErrorKind::Invalid, tr("This membership cannot end on that day."),
        { { "ends_on", tr("It starts on {date}: choose that day or a later one.", { { "date", membership.period.start() } }) } }, {} });
}

Result<StatusChange> save_status(db::Transaction& tx, MembershipId const& id, MembershipId const& next_id, MembershipStatus status, Date first_day, std::string const& reason)
{
    auto const change = TRY(change_status(TRY(find_membership(tx, id)), next_id, status, first_day, reason));
    TRY(end_membership(tx, id, first_day.plus_days(-1)));
    TRY(insert_membership(tx, change.next));
    return change;
}

} // namespace toguna::bodies
