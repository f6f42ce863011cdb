#include "actions/responsible_names.hpp"

#include "actions/words.hpp"

#include <algorithm>
#include <set>

namespace toguna::actions {

namespace {

using Words = std::vector<std::string>;

/// « Membres », « tous les partenaires »: everybody of a body.
bool is_member_word(std::string const& word)
{
    static std::set<std::string, std::less<>> const members { "acteurs", "member", "members", "membre", "membres", "partenaire", "partenaires", "partner", "partners" };
    return members.contains(word);
}

/// Words that may stand around « membres » without naming anybody.
bool is_quiet_word(std::string const& word)
{
    static std::set<std::string, std::less<>> const quiet { "all", "au", "aux", "body", "cluster", "d", "de", "des", "du", "ensemble", "group", "groupe", "instance",
        "l", "la", "le", "les", "of", "the", "tous" };
    return quiet.contains(word);
}

Words telling_words(std::string_view text)
{
    auto words = words_of(text);
    std::erase_if(words, is_quiet_word);
    return words;
}

bool names_body(KnownBody const& body, std::string_view name)
{
    auto const words = words_of(name);
    return words == words_of(body.name) || (!body.acronym.empty() && words == words_of(body.acronym)) || words == words_of(body.members_name);
}

/// « Membres du cluster Nutrition », « les membres de NUT »; « les membres » alone are those of the action's own body.
bool names_members_of(KnownBody const& body, std::string_view name, bool own)
{
    auto words = telling_words(name);
    if (std::erase_if(words, is_member_word) == 0)
        return false;
    return words.empty() ? own : words == telling_words(body.name) || words == telling_words(body.acronym);
}

KnownBody const* find_known_body(KnownActors const& actors, std::string_view name)
{
    for (auto const& body : actors.bodies)
        if (names_body(body, name) || names_members_of(body, name, &body == &actors.bodies.front()))
            return &body;
    return nullptr;
}

template<class IdType>
Responsible const* with_id(std::vector<Responsible> const& all, IdType const& id)
{
    auto const found = std::find_if(all.begin(), all.end(), [&](auto const& one) { return one.id == id.text(); });
    return found == all.end() ? nullptr : &*found;
}

template<class IdType>
void add_candidates(std::vector<Responsible> const& all, std::vector<IdType> const& ids, std::vector<std::string>& names)
{
    for (auto const& id : ids)
        if (auto const* one = with_id(all, id); one && names.size() < 4)
            names.push_back(one->name);
}

RecognisedResponsible known(Responsible responsible) { return { std::move(responsible), true, {} }; }

} // namespace

RecognisedResponsible recognise_responsible(std::string_view typed, KnownActors const& actors, std::vector<Responsible> const& present)
{
    auto const name = trimmed(typed);
    for (auto const& one : present)
        if (folded(one.name) == folded(name))
            return known(one);
    if (auto const* body = find_known_body(actors, name))
        return known({ Responsible::Kind::Body, body->id.text(), body->members_name });

    auto const person = people::recognise_person(actors.person_names, name);
    if (person.exact)
        if (auto const* one = with_id(actors.persons, *person.exact))
            return known(*one);
    auto const organization = people::recognise_organization(actors.organization_names, name);
    if (organization.exact)
        if (auto const* one = with_id(actors.organizations, *organization.exact))
            return known(*one);
    for (auto const& unit : actors.units)
        if (folded(unit) == folded(name))
            return known({ Responsible::Kind::Unit, {}, unit });

    RecognisedResponsible unknown { { Responsible::Kind::Unit, {}, name }, false, {} };
    add_candidates(actors.persons, person.candidates, unknown.candidates);
    add_candidates(actors.organizations, organization.candidates, unknown.candidates);
    return unknown;
}

bool names_office(std::string_view name)
{
    static std::set<std::string, std::less<>> const offices { "charge", "chargee", "chef", "co", "cocoordination", "colead", "coordinateur", "coordination", "coordinator", "coordinatrice",
        "coordonnateur", "coordonnatrice", "equipe", "focal", "gestionnaire", "imo", "lead", "office", "point", "points", "responsable", "secretariat", "team", "unite" };
    auto const words = telling_words(name);
    return !words.empty() && offices.contains(words.front());
}

std::vector<MemberState> states_of_members(std::vector<MemberState> present, std::vector<Member> const& members)
{
    std::vector<MemberState> states;
    for (auto const& member : members) {
        bool const twice = std::any_of(states.begin(), states.end(), [&](auto const& state) { return state.organization == member.organization; });
        if (twice)
            continue;
        auto const found = std::find_if(present.begin(), present.end(), [&](auto const& state) { return state.organization == member.organization; });
        states.push_back(found == present.end() ? MemberState { member.organization, member.name, Status::ToDo, {} } : *found);
    }
    for (auto& state : present) {
        bool const listed = std::any_of(states.begin(), states.end(), [&](auto const& one) { return one.organization == state.organization; });
        if (!listed && state.status != Status::ToDo)
            states.push_back(std::move(state));
    }
    return states;
}

} // namespace toguna::actions
