#pragma once
/// Actions that missed their dates, and who was told.

#include "actions/progress.hpp"
#include "actions/reminder_store.hpp"

namespace toguna::actions {

/// The deadlines each open action left behind, with the day it did, by the clock of its body.
using FormerDeadlines = std::map<ActionId, std::vector<ReplacedDeadline>>;
Result<FormerDeadlines> read_former_deadlines(db::Reader const& db, ReminderSituation const& situation);

/// False when it was recorded before. `told` is the body itself for two missed dates, the one above for three.
Result<bool> insert_escalation(db::Transaction& tx, ActionId const& action, int missed, bodies::BodyId const& told, Instant now);

struct EscalatedAction {
    ActionId action;
    int missed = 2;          ///< 2: the coordinators were told; 3: proposed for an agenda
    bodies::BodyId told;
    Instant at;
    bodies::BodyId body;     ///< whose action it is
    std::string reference;
    std::string text;
    std::string body_name;
    std::string told_name;
};
/// Of actions still open: the body's own, and those of bodies below that are proposed for its agenda; the latest first.
Result<std::vector<EscalatedAction>> list_escalations(db::Reader const& db, bodies::BodyId const& body);

} // namespace toguna::actions
