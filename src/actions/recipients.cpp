#include "actions/recipients.hpp"

#include <algorithm>

namespace toguna::actions {

namespace {

template<class T>
void add_once(std::vector<T>& list, T const& item)
{
    if (std::find(list.begin(), list.end(), item) == list.end())
        list.push_back(item);
}

template<class Key, class T>
std::vector<T> const& list_of(std::map<Key, std::vector<T>> const& lists, Key const& key)
{
    static std::vector<T> const nobody;
    auto const found = lists.find(key);
    return found == lists.end() ? nobody : found->second;
}

bool has_answered(ActionPoint const& action, people::OrganizationId const& organization)
{
    return std::any_of(action.member_states.begin(), action.member_states.end(), [&](MemberState const& state) {
        return state.organization == organization && (state.status == Status::DoneToConfirm || !is_open(state.status));
    });
}

} // namespace

Roster::Roster(std::vector<RosterPerson> people, std::vector<RosterMembership> memberships)
{
    for (auto& person : people) {
        for (auto const& organization : person.organizations)
            add_once(m_affiliated[organization], person.id);
        auto const id = person.id;
        m_people.emplace(id, std::move(person));
    }
    for (auto const& membership : memberships) {
        if (membership.coordinates && membership.person)
            add_once(m_coordinators[membership.body], *membership.person);
        if (membership.observes)
            continue;
        if (membership.organization && !membership.by_mandate)
            add_once(m_members[membership.body], *membership.organization);
        if (!membership.person)
            continue;
        if (membership.organization)
            seat(membership.body, *membership.organization, *membership.person);
        else if (auto const* person = find(*membership.person))
            for (auto const& organization : person->organizations)
                seat(membership.body, organization, *membership.person);
    }
}

void Roster::seat(bodies::BodyId const& body, people::OrganizationId const& organization, people::PersonId const& person)
{
    add_once(m_focal_persons[{ body, organization }], person);
}

RosterPerson const* Roster::find(people::PersonId const& person) const
{
    auto const found = m_people.find(person);
    return found == m_people.end() ? nullptr : &found->second;
}

void Roster::add_people_of(Seat const& seat, std::vector<people::PersonId>& recipients) const
{
    auto const has_address = [&](people::PersonId const& id) {
        auto const* person = find(id);
        return person && !person->email.empty();
    };
    auto const& focal = list_of(m_focal_persons, seat);
    for (auto const& person : focal)
        if (find(person))
            add_once(recipients, person);
    if (std::any_of(focal.begin(), focal.end(), has_address))
        return;
    for (auto const& person : list_of(m_affiliated, seat.second))
        if (has_address(person))
            add_once(recipients, person);
}

void Roster::add_members(bodies::BodyId const& body, ActionPoint const& action, std::vector<people::PersonId>& recipients) const
{
    for (auto const& organization : list_of(m_members, body))
        if (!has_answered(action, organization))
            add_people_of({ body, organization }, recipients);
}

std::vector<people::PersonId> Roster::recipients_of(ActionPoint const& action) const
{
    std::vector<people::PersonId> recipients;
    for (auto const& responsible : action.responsible) {
        if (responsible.id.empty())
            continue;
        switch (responsible.kind) {
        case Responsible::Kind::Person:
            if (auto const person = people::PersonId::trusted(responsible.id); find(person))
                add_once(recipients, person);
            break;
        case Responsible::Kind::Organization:
            add_people_of({ action.body, people::OrganizationId::trusted(responsible.id) }, recipients);
            break;
        case Responsible::Kind::Body:
            add_members(bodies::BodyId::trusted(responsible.id), action, recipients);
            break;
        case Responsible::Kind::Unit:
            break;
        }
    }
    return recipients;
}

std::optional<people::OrganizationId> Roster::speaks_for(people::PersonId const& id, ActionPoint const& action) const
{
    for (auto const& state : action.member_states) {
        for (auto const& responsible : action.responsible) {
            if (responsible.kind != Responsible::Kind::Body || responsible.id.empty())
                continue;
            auto const& focal = list_of(m_focal_persons, Seat { bodies::BodyId::trusted(responsible.id), state.organization });
            if (std::find(focal.begin(), focal.end(), id) != focal.end())
                return state.organization;
        }
    }
    auto const* person = find(id);
    for (auto const& state : action.member_states)
        if (person && std::find(person->organizations.begin(), person->organizations.end(), state.organization) != person->organizations.end())
            return state.organization;
    return {};
}

std::vector<people::PersonId> Roster::coordinators_of(bodies::BodyId const& body) const { return list_of(m_coordinators, body); }

} // namespace toguna::actions
