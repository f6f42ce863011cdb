#pragma once
/// What an import understood, for programs: the documented JSON of `toguna import action-plan --format json`.

#include "actions/plan_import.hpp"
#include "web/localization.hpp"

namespace toguna::actions {

/// One object: `title`, `year`, `sections[] {title, core_function}`, `gaps[] {id, section, text}`, `actions[] {id, text, section,
/// gaps[], due {kind, value, text}, responsible[], status, priority, progress}`, `warnings[] {place, message}`. `section` is
/// the title of the section; places and messages are in the reader's language.
std::string plan_json(ImportedPlan const& plan, web::Localization const& localization);

} // namespace toguna::actions
