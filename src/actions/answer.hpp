#pragma once
/// What somebody responsible says by the link of a reminder: the four answers, and what each changes.

#include "actions/progress.hpp"

namespace toguna::actions {

enum class Answer { Done, Started, Blocked, Moved };

std::string_view name_of(Answer answer); ///< "done", "started", "blocked", "moved": the word in the address
std::optional<Answer> answer_from(std::string_view name);
Text label_of(Answer answer); ///< « Fait », « En cours », « Bloquée », « Nouvelle date »
/// "actions.reported_done", "actions.reported_started", "actions.reported_blocked", "actions.deadline_moved".
std::string_view event_of(Answer answer);

struct GivenAnswer {
    Answer answer = Answer::Done;
    std::string note = {}; ///< the reason for Blocked
    Due due = NoDue {};    ///< for Moved
};
Progress progress_of(GivenAnswer const& given);

/// What can be said of the action today. One member cannot move the date of all, a recurring action has dates of its own,
/// and what waits for confirmation was said already.
std::vector<Answer> offered_answers(ActionPoint const& action);

/// The answer concerns one period of a recurring action, not the action as a whole.
bool concerns_period(ActionPoint const& action, Answer answer);

} // namespace toguna::actions
