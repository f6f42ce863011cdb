#pragma once
/// Corrections to a plan that was read and is not written yet. Pure: the draft is kept by import_store.

#include "actions/plan_import.hpp"

namespace toguna::actions {

/// « 22 défis et gaps, 30 actions, 8 sections ; 1 sans échéance ; 3 doutes ».
struct ImportCounts {
    int gaps = 0;
    int actions = 0;
    int sections = 0;
    int without_due = 0;
    int doubts = 0;
};
ImportCounts counts_of(ImportedPlan const& plan);
Text sentence_of(ImportCounts const& counts);

ImportedAction const* find_action(ImportedPlan const& plan, std::string_view id);
ImportedGap const* find_gap(ImportedPlan const& plan, std::string_view id);

/// A person said when it is due: the doubt is gone. Nothing happens when there is no such action, here and below.
void give_deadline(ImportedPlan& plan, std::string_view action, Due const& due, std::string_view words);

/// « Ignorer cette ligne ». The actions of a gap that is left out stay under its section.
void leave_out_action(ImportedPlan& plan, std::string_view action);
void leave_out_gap(ImportedPlan& plan, std::string_view gap);

void name_responsible(ImportedPlan& plan, std::string_view action, std::vector<std::string> const& names);
/// Several actions instead of one: each takes deadline, responsible, status and gaps of the first. One text only changes
/// the words.
void reword_action(ImportedPlan& plan, std::string_view action, std::vector<std::string> const& texts);
/// The line belongs to the end of the action above it.
void join_with_previous(ImportedPlan& plan, std::string_view action);

void reword_gap(ImportedPlan& plan, std::string_view gap, std::string const& text);
/// With the actions that only this gap has.
void move_gap_to_section(ImportedPlan& plan, std::string_view gap, int section);
/// Only an action without gap has a section of its own.
void move_action_to_section(ImportedPlan& plan, std::string_view action, int section);

void change_section(ImportedPlan& plan, int section, std::string const& title, std::string const& core_function);
/// What was taken for a title is a gap of the section above; what stood below it goes there too. The first section stays.
void section_is_gap(ImportedPlan& plan, int section);

/// Every action that names `name` names these instead.
void replace_responsible(ImportedPlan& plan, std::string const& name, std::vector<std::string> const& names);

} // namespace toguna::actions
