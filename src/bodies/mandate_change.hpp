#pragma once
/// Who may name, extend or change a mandate, beyond the right to manage mandates: nobody their own.

#include "bodies/mandate.hpp"

#include <string>

namespace toguna::bodies {

/// Whoever changes mandates.
struct MandateEditor {
    std::string person; ///< id, or empty
    bool is_administrator = false;
};

/// Forbidden when `editor` would name themselves. Administrators may: somebody names the first coordinator.
Result<void> may_name(MandateEditor const& editor, Mandate const& mandate);

/// Forbidden when it is a mandate of the editor's own person, before or after. Invalid when the holder or the role of a
/// mandate that has begun would change: the post keeps its history (S0-42), so the former one ends and a new one begins.
/// Administrators may do both: they correct what was written wrongly.
Result<void> may_change(MandateEditor const& editor, Mandate const& before, Mandate const& after, Date today);


/// The mandate of the next holder, from the day after `last_day`: same body, role, organisation, level, area and end.
/// Invalid when the former one would have ended by then.
Result<Mandate> handed_over(Mandate const& former, MandateId id, people::PersonId const& person, Date last_day);

} // namespace toguna::bodies
