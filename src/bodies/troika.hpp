#pragma once
/// The troïka of a donors' group (S4-12, invariant 10): entrant → chef de file → sortant, moved at once, under a rule of
/// composition, along a calendar of several years.

#include "bodies/mandate.hpp"
#include "people/organization.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace toguna::bodies {

/// Whether a body of this kind has a troïka.
bool has_troika(BodyKind kind);

/// « au moins un multilatéral parmi les trois ».
struct CompositionMinimum {
    people::OrganizationType type = people::OrganizationType::BilateralDonor;
    int count = 0;
    bool operator==(CompositionMinimum const&) const = default;
};
using CompositionRule = std::vector<CompositionMinimum>;

/// Those of nought are left out. Invalid, on the type's name, outside 0–3; on "rule" when more than three are asked for together.
Result<CompositionRule> checked(CompositionRule rule);

/// An organisation as the rule sees it.
struct TroikaMember {
    people::OrganizationId organization;
    std::string name; ///< short
    people::OrganizationType type = people::OrganizationType::Other;
};

/// The three on a day; each may be missing.
struct Troika {
    std::optional<TroikaMember> incoming = {};
    std::optional<TroikaMember> lead = {};
    std::optional<TroikaMember> outgoing = {};

    /// Everybody moves by one place: the sortant leaves, `entrant` comes.
    Troika after(TroikaMember entrant) const { return { std::move(entrant), incoming, lead }; }
    bool has(people::OrganizationId const& organization) const;
};

/// What the rule misses, a sentence each: « Un multilatéral requis ». Seats that are empty count for nothing.
std::vector<Text> missing_in(Troika const& troika, CompositionRule const& rule);

/// A planned entry: the organisation becomes entrant on that day, and chef de file at the next turn.
struct RotationTurn {
    RotationTurnId id;
    BodyId body;
    TroikaMember entrant;
    Date starts_on;
};

/// A turn with the three that it makes.
struct PlannedTroika {
    RotationTurn turn;
    Troika troika;
    std::vector<Text> missing; ///< of the rule
};

/// What the troïka of today becomes, turn by turn; `turns` in the order of their days. Those of the past are left out.
std::vector<PlannedTroika> planned_troikas(Troika const& today, std::span<RotationTurn const> turns, CompositionRule const& rule, Date day);

/// The years a calendar reaches ahead (S4-12).
inline constexpr int calendar_years = 3;
/// What is to be seen to: the calendar ends within three years, or a turn breaks the rule.
std::vector<Text> calendar_alerts(std::span<PlannedTroika const> planned, Date day);

/// What a rotation writes: mandates to end on the day before, and the three that begin on the day.
struct Rotation {
    Date last_day_before;
    std::vector<MandateId> ended;
    std::vector<Mandate> begun;
};

struct RotationOrder {
    BodyId body;
    Date day;
    people::OrganizationId entrant;
    std::optional<people::PersonId> person = {}; ///< who acts for the entrant, when known
};

/// Moves the three that hold on the day before. `seats`: the mandates of the three roles in force then. Invalid, by field: nobody
/// could become chef de file; the entrant is one of those who stay; a seat that is younger than the rotation. `ids`: three new ones.
Result<Rotation> rotate(RotationOrder const& order, std::span<Mandate const> seats, std::span<MandateId const> ids);

} // namespace toguna::bodies
