#pragma once
/// What becomes of a body that ends: merged into another, handed over, archived. Nothing is lost: what it was stays readable.

#include "bodies/life_cycle.hpp"
#include "bodies/membership.hpp"

namespace toguna::bodies {

/// Refused into itself, from or into what was merged or archived, across countries, on a day to come.
Result<void> may_merge(Body const& from, Body const& into, Date day, Date today);

/// The body that goes on takes up every name of the other, so that a search still finds it.
Body with_names_of(Body into, Body const& from);

/// Bodies below `from` as they stand below `into` afterwards; `into` itself, where it was one of them, moves up.
std::vector<Body> moved_below(std::vector<Body> below, Body const& from, Body const& into);

/// Memberships of the body that ends, on the eve and on the day.
struct MembershipMove {
    std::vector<Membership> ending;  ///< end the day before
    std::vector<Membership> joining; ///< begin in the other body on the day, without an id yet: their former one
};
/// Who belongs to both already joins once.
MembershipMove move_memberships(std::vector<Membership> const& leaving, std::vector<Membership> const& there, BodyId const& into, Date day);

} // namespace toguna::bodies
