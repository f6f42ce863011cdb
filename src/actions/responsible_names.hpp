#pragma once
/// Who is meant by a name somebody typed: a person, an organization, the members of a body, or a unit known by its name alone.

#include "actions/action_plan.hpp"
#include "people/recognise.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace toguna::actions {

/// A body whose members may carry an action together.
struct KnownBody {
    bodies::BodyId id;
    std::string name;
    std::string acronym;      ///< or empty
    std::string members_name; ///< « Membres de NUT »: how the responsible is shown
};

/// Everybody who may be named, read once before names are looked up.
struct KnownActors {
    std::vector<people::PersonName> person_names = {};
    std::vector<people::OrganizationName> organization_names = {};
    std::vector<Responsible> persons = {};       ///< with the name to show
    std::vector<Responsible> organizations = {}; ///< with the name to show: the acronym where there is one
    std::vector<KnownBody> bodies = {};          ///< the first is the body of the action: « les membres du cluster »
    std::vector<std::string> units = {};         ///< names that actions of this body carry already
};

struct RecognisedResponsible {
    Responsible responsible;
    bool known = true; ///< false: nobody by that name; kept as a unit once the writer says so
    /// Names that come near, likeliest first.
    std::vector<std::string> candidates = {};
};

/// `present` are those the action has: a name that stays as it was stays who it was.
RecognisedResponsible recognise_responsible(std::string_view name, KnownActors const& actors, std::vector<Responsible> const& present);

/// « La coordination », « le secrétariat », « point focal genre »: an office, which is a unit without doubt.
bool names_office(std::string_view name);

/// A member organization, as bodies name it.
struct Member {
    people::OrganizationId organization;
    std::string name;
};

/// One state for each member (domain invariant 14). What somebody said stays, even of an organization that has left since;
/// no member of the present list is asked twice.
std::vector<MemberState> states_of_members(std::vector<MemberState> present, std::vector<Member> const& members);

} // namespace toguna::actions
