#pragma once
/// The core functions as plans know them: titles that foreign plans give them, and the sections a new plan starts with.

#include "actions/plan_import.hpp"

namespace toguna::actions {

/// For reading foreign plans.
std::vector<FunctionTitles> function_titles();

/// A section that a new plan starts with: those of the source plan, two of which are no core function.
struct DefaultSection {
    Text title;
    std::string core_function; ///< empty when it is none
};
std::vector<DefaultSection> default_sections();

} // namespace toguna::actions
