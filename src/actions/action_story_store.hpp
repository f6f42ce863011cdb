#pragma once
/// What the page of an action tells besides the action itself.

#include "actions/store.hpp"

namespace toguna::actions {

/// The action it continues, or one that continues it in a later plan.
struct ActionKin {
    ActionId id;
    std::string reference;
    std::optional<int> year = {}; ///< of its plan
    bool is_former = false;
};

/// A missed date that was told to a body: its own coordinators, or the body above.
struct ToldEscalation {
    int missed = 0;
    Instant at;
    std::string body;
};

struct ActionStory {
    std::string plan_title;    ///< empty outside a plan
    std::string section_title;
    std::string source_kind;   ///< "action_plan", "register" …
    std::vector<std::string> gaps;
    std::vector<ActionKin> kin;
    std::vector<ToldEscalation> escalations;
    std::vector<HistoryLine> history;
};

/// In a constant number of statements.
Result<ActionStory> story_of(db::Reader const& db, ActionId const& action);

} // namespace toguna::actions
