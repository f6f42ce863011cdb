#pragma once
/// Absences, the strong periods of a body, and who stands in for whom (S0-26, S0-37, S0-39; invariant 5).

#include "base/period.hpp"
#include "base/result.hpp"
#include "bodies/mandate.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace toguna::bodies {

/// A person is away, in all their bodies.
struct Absence {
    AbsenceId id;
    people::PersonId person;
    Period period;
    std::string reason; ///< « congé », « mission »; shown to the coordination only; may be empty
};

/// « Période de forte activité »: an allocation, a review of the strategy.
struct PeakPeriod {
    PeakPeriodId id;
    BodyId body;
    std::string label;
    Period period;
};

/// A mandate in force, with the name of its holder and whether they are away.
struct ChairCandidate {
    MandateRole role = MandateRole::Coordinator;
    std::optional<people::PersonId> person = {};
    std::string name = {};
    bool is_absent = false;
};

/// Who chairs and represents, and why when it is not the one expected.
struct Chairing {
    std::optional<people::PersonId> person = {}; ///< empty: nobody can, the meeting elects one
    std::string name = {};
    MandateRole role = MandateRole::Coordinator;
    bool is_substitution = false;
    std::string in_place_of = {}; ///< name of the absent first one; empty when there is none or it is no substitution
    Text reason = {}; ///< « Awa Sanou est absente: … »; empty when the coordinator chairs
};

/// Coordinator (or chef de file, facilitator, chair) → co-coordinator (or entrant) → a chair elected on the spot.
/// `candidates` are the mandates of the body in force on the day.
Chairing chair_of(std::span<ChairCandidate const> candidates);

/// Whether this role stands in for an absent or missing first one: co-coordinator, entrant.
bool is_substitute(MandateRole role);
/// Whether this role is the accountable one that others stand in for.
bool is_first(MandateRole role);

} // namespace toguna::bodies
