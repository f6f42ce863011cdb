#pragma once
/// The life of a body: pressenti, activé, dormant, réactivé, en transition, désactivé (S0-4, S1-56), and the reviews that are due on
/// the way. Pure: the day is an argument, so every past day can be asked.

#include "bodies/body.hpp"
#include "bodies/crisis.hpp"

#include <span>

namespace toguna::bodies {

enum class LifeState { Expected, Activated, Dormant, Reactivated, InTransition, Deactivated };

std::vector<LifeState> const& life_states();
std::string_view name_of(LifeState state); ///< "in_transition"
std::optional<LifeState> life_state_from(std::string_view name);
Text label_of(LifeState state); ///< « en transition »

/// One step of that life. A body without any step has no known state: nothing is assumed.
struct LifeEvent {
    LifeEventId id;
    BodyId body;
    Date day;
    LifeState state = LifeState::Activated;
    std::string reason = {};
    std::string decision = {}; ///< reference of the document: « Note 12/CAB du 3 mars 2026 »
    std::string link = {};     ///< where it can be read, or empty
};

/// Which state may follow which; what may come first when `from` is empty.
bool may_follow(std::optional<LifeState> from, LifeState to);
/// What may be written next, in the order of life_states().
std::vector<LifeState> next_states(std::optional<LifeState> from);

/// The steps of one body in the order of their days.
/// The latest step until that day; null when nothing had happened yet.
LifeEvent const* step_on(std::span<LifeEvent const> events, Date day);
std::optional<LifeState> state_on(std::span<LifeEvent const> events, Date day);
/// Whether it works: activated or reactivated.
bool is_active(std::optional<LifeState> state);

/// The step with its texts tidied. Invalid, field by field: a day to come or one that has a step, a state that may not follow the one
/// before it or precede the one after it, no reason where the body rests, wakes, changes hands or ends, a link that is none.
Result<LifeEvent> checked(LifeEvent event, std::span<LifeEvent const> others, Date today);

/// A sign of life, written by people today and by the meetings later.
enum class SignOfLifeKind { MeetingHeld, TransitionOutline, ArchitectureReview, Other };
std::vector<SignOfLifeKind> const& sign_of_life_kinds();
std::string_view name_of(SignOfLifeKind kind);
std::optional<SignOfLifeKind> sign_of_life_kind_from(std::string_view name);
Text label_of(SignOfLifeKind kind); ///< « Séance tenue »

struct SignOfLife {
    SignOfLifeId id;
    BodyId body;
    Date day;
    SignOfLifeKind kind = SignOfLifeKind::MeetingHeld;
    std::string words = {};
};
/// Invalid, field by field: a day to come, something else without words, too long.
Result<SignOfLife> checked(SignOfLife activity, Date today);

/// A review of a cluster that its activation asks for, with the rule it comes from.
struct Review {
    SignOfLifeKind kind = SignOfLifeKind::TransitionOutline;
    Date due;
    Text rule;
};
/// IASC reference module for cluster coordination, 2015: an outline of the transition within 90 days of activation; a review of the
/// architecture within three months after a sudden onset, and once a year in protracted crises, before the planning cycle. What
/// was done since is not due any more. Clusters and areas of responsibility only, while they work.
std::vector<Review> reviews_due(BodyKind kind, std::span<LifeEvent const> events, std::span<SignOfLife const> activities, Crisis const* crisis, Date today);

/// Since when a technical group that works has given no sign of life, once that is longer than `after` days: dormancy is
/// proposed, never decided (S1-56). Empty for other kinds, and where nothing is known.
std::optional<Date> silent_since(BodyKind kind, std::span<LifeEvent const> events, std::span<SignOfLife const> activities, int after, Date today);

} // namespace toguna::bodies
