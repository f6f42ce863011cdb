#pragma once
/// Memberships in the database: never deleted, only ended, so that every past day can be asked.

#include "bodies/membership.hpp"
#include "db/database.hpp"
#include "people/organization.hpp"

#include <string>

namespace toguna::bodies {

/// A membership with the names a list shows.
struct NamedMembership {
    Membership membership;
    std::string organization_name = {};    ///< empty without an organisation
    std::string organization_acronym = {};
    std::string person_name = {};          ///< empty without a person
    std::string person_email = {};
    std::optional<people::OrganizationType> organization_type = {};

    std::string const& organization_short_name() const { return organization_acronym.empty() ? organization_name : organization_acronym; }
    /// What a list calls it: its organisation, or the person of a membership without one.
    std::string const& holder() const { return organization_name.empty() ? person_name : organization_name; }
};

Result<Membership> find_membership(db::Reader const& db, MembershipId const& id);
/// Past, present and to come; members first, then by organisation and person.
Result<std::vector<NamedMembership>> list_memberships(db::Reader const& db, BodyId const& body);
/// Those that hold on one day.
Result<std::vector<NamedMembership>> memberships_on(db::Reader const& db, BodyId const& body, Date day);

/// Those that name the person, in any body, that hold on one day.
Result<std::vector<Membership>> memberships_of_person(db::Reader const& db, people::PersonId const& person, Date day);

struct MemberOrganization {
    people::OrganizationId id;
    std::string name;
    std::string acronym;
    std::string const& short_name() const { return acronym.empty() ? name : acronym; }
};
/// What « membres du cluster » stands for on that day: every organisation that is a member, once.
Result<std::vector<MemberOrganization>> member_organizations(db::Reader const& db, BodyId const& body, Date day);

/// The membership is `checked` first. Conflict when the same holder belongs to the body in an overlapping period; Invalid
/// when the body's rule does not admit one more person of the organisation (member_rule.hpp).
Result<void> insert_membership(db::Transaction& tx, Membership const& membership);
/// `last_day` still counts. Invalid when it lies before the first day, Conflict when the membership ended before it.
Result<void> end_membership(db::Transaction& tx, MembershipId const& id, Date last_day, std::string const& reason = {});
/// Ends the membership the day before `first_day` and starts the next one on it: see change_status.
Result<StatusChange> save_status(db::Transaction& tx, MembershipId const& id, MembershipId const& next_id, MembershipStatus status, Date first_day, std::string const& reason);

} // namespace toguna::bodies
