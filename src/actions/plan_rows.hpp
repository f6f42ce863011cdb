#pragma once
/// One table of a plan, row by row, into the plan that grows.

#include "actions/column_recognition.hpp"
#include "actions/plan_builder.hpp"
#include "actions/section_recognition.hpp"

namespace toguna::actions {

/// Reads the rows below the header. Called again for the next table of the same plan, it goes on in the same section.
void read_plan_rows(formats::Table const& table, RecognizedHeader const& header, KnownTitles const& titles, PlanBuilder& builder);

/// The hidden cell of our own export: which section, gap and action its row stands for. The three parts are optional.
struct PlanRowId {
    std::string section;
    std::string gap;
    std::string action;
    bool empty() const { return section.empty() && gap.empty() && action.empty(); }
};
/// « section:x », « gap:y action:z »; anything else is empty.
PlanRowId plan_row_id_from(std::string_view text);
std::string to_text(PlanRowId const& id);

} // namespace toguna::actions
