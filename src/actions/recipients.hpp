#pragma once
/// Who is written to about an action: the persons behind those responsible for it.

#include "actions/action_plan.hpp"

#include <map>

namespace toguna::actions {

struct RosterPerson {
    people::PersonId id;
    std::string name;
    std::string email;    ///< empty: cannot be reminded, is listed for the coordinator
    std::string language; ///< "fr", "en"
    std::vector<people::OrganizationId> organizations; ///< of today, the latest affiliation first
};

/// One membership or mandate in a body that holds today.
struct RosterMembership {
    bodies::BodyId body;
    std::optional<people::OrganizationId> organization;
    std::optional<people::PersonId> person;
    bool observes = false;    ///< carries nothing
    bool coordinates = false; ///< answers for the body, or stands in for whoever does
    bool by_mandate = false;  ///< speaks for the organization, which is a member by its membership alone
};

/// Everybody who can be meant by « responsable » on one day, read once before many actions are looked at.
class Roster {
public:
    Roster(std::vector<RosterPerson> people, std::vector<RosterMembership> memberships);

    RosterPerson const* find(people::PersonId const& person) const;

    /// Each once, in the order of those responsible; people without an address too. A person answers for themself; an
    /// organization's focal persons in that body answer for it, and when none of them has an address, all who belong to
    /// it and have one; a body stands for each of its member organizations that has not answered yet. A unit has nobody.
    std::vector<people::PersonId> recipients_of(ActionPoint const& action) const;

    /// The member organization of a collective action for which this person speaks; empty when there is none.
    std::optional<people::OrganizationId> speaks_for(people::PersonId const& person, ActionPoint const& action) const;

    /// Coordinator and co-coordinators of the body who are named persons.
    std::vector<people::PersonId> coordinators_of(bodies::BodyId const& body) const;

private:
    using Seat = std::pair<bodies::BodyId, people::OrganizationId>;
    void seat(bodies::BodyId const& body, people::OrganizationId const& organization, people::PersonId const& person);
    void add_people_of(Seat const& seat, std::vector<people::PersonId>& recipients) const;
    void add_members(bodies::BodyId const& body, ActionPoint const& action, std::vector<people::PersonId>& recipients) const;

    std::map<people::PersonId, RosterPerson> m_people;
    std::map<people::OrganizationId, std::vector<people::PersonId>> m_affiliated;
    std::map<Seat, std::vector<people::PersonId>> m_focal_persons;
    std::map<bodies::BodyId, std::vector<people::OrganizationId>> m_members;
    std::map<bodies::BodyId, std::vector<people::PersonId>> m_coordinators;
};

} // namespace toguna::actions
