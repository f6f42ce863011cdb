#pragma once
/// What an absence leaves open: both who coordinate are away, nobody stands in, or the stand-in is away in a strong period (S0-26).

#include "bodies/absence.hpp"

namespace toguna::bodies {

/// A mandate of a named person, with the days on which it holds.
struct DutyHolder {
    MandateRole role = MandateRole::Coordinator;
    people::PersonId person;
    std::string name;
    Period period;
};

struct AbsenceConflict {
    enum class Kind { BothAway, NobodyStandsIn, AwayInStrongPeriod } kind = Kind::BothAway;
    Period days;                          ///< on which it is so
    Text sentence;                        ///< « Awa Sanou et Issa Traoré sont absents tous les deux du … au … »
    std::vector<std::string> inform = {}; ///< names of whom to tell; empty: an administrator
};

/// The conflicts of one absence in one body. `holders`: its named mandates that share a day with the absence; `others`:
/// absences of holders. The absence itself may stand among them.
std::vector<AbsenceConflict> conflicts_of(Absence const& absence, std::span<DutyHolder const> holders, std::span<Absence const> others, std::span<PeakPeriod const> peaks);

/// The days both have; empty when there are none.
std::optional<Period> common_days(Period const& left, Period const& right);

} // namespace toguna::bodies
