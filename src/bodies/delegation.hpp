#pragma once
/// A written delegation: some powers of one mandate lent to the holder of another, dated and revocable (S0-31).

#include "base/period.hpp"
#include "base/result.hpp"
#include "bodies/mandate.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::bodies {

/// What a mandate may do beyond the daily work, and may lend.
enum class Power { Publish, Chair, Represent, Validate };
std::vector<Power> const& powers();
std::string_view name_of(Power power); ///< "publish"
std::optional<Power> power_from(std::string_view name);
Text label_of(Power power); ///< « Publier à l’extérieur »

/// Whether the power comes with the role by itself. Who answers for a body has all four, external publication included
/// (S0-30); a chair has the others. A stand-in chairs and represents by substitution (absence.hpp), everybody else by delegation.
bool has_power(MandateRole role, Power power);

struct Delegation {
    DelegationId id;
    BodyId body;
    MandateId from;
    MandateId to;
    std::vector<Power> powers;
    Period period;
    std::string reason;
    std::optional<Date> revoked_on = {}; ///< the first day on which it gives nothing any more

    bool gives(Power power, Date day) const;
};

/// Invariant 4: a delegation never exceeds the delegator's powers nor dates. Invalid, field by field: no power, a power
/// the delegator's role has not, days outside the delegator's mandate or after `engaged_until` (the last day its
/// engagement backs it, when one does), a mandate that delegates to itself, mandates of other bodies, no reason.
Result<Delegation> checked(Delegation delegation, Mandate const& from, Mandate const& to, std::optional<Date> engaged_until);

} // namespace toguna::bodies
