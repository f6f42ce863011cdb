#pragma once
/// A plan that lost its table: the text a PDF gives, gap and action on one line, lines broken anywhere.

#include "actions/plan_builder.hpp"
#include "actions/section_recognition.hpp"

namespace toguna::actions {

/// Best effort, with a warning for each guess. Empty when the text does not read like a plan: no line that ends with a
/// deadline, or nothing that looks like an action.
std::optional<ImportedPlan> read_plain_text_plan(formats::ForeignFile const& file, KnownTitles const& titles, ImportSetting const& setting);

} // namespace toguna::actions
