#pragma once
/// Status, progress and priority as plans write them: « FAIT », « En cours », « 50 % », « Élevée ».

#include "actions/action_plan.hpp"

namespace toguna::actions {

/// What a status cell says; « permanent » and « reporté » are states of work, not of an action, and stay in the note.
struct StatusWords {
    std::optional<Status> status; ///< empty when the words are not known
    std::optional<int> progress;  ///< when the cell names a percentage
};
StatusWords read_status(std::string_view words);

/// « 50 % », "0.5" from a spreadsheet, « 50 ». Empty for anything outside 0–100.
std::optional<int> read_progress(std::string_view words);

std::optional<Priority> read_priority(std::string_view words);

std::string_view name_of(Priority priority); ///< "normal", "high"

} // namespace toguna::actions
