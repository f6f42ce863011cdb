#pragma once
/// What an import keeps in the database between its steps, as JSON: the plan that was read, and how to undo what was written.

#include "actions/action_plan.hpp"
#include "actions/plan_import.hpp"

namespace toguna::actions {

std::string to_json(ImportedPlan const& plan);
/// Internal when the text is not what to_json writes.
Result<ImportedPlan> imported_plan_from_json(std::string_view text);

/// What a load wrote, with what stood there before.
struct UndoRecord {
    struct ChangedSection {
        Section before;
        Section after;
    };
    struct ChangedGap {
        Gap before;
        std::int64_t version = 0; ///< after the import: another one means that somebody changed it since
    };
    struct ChangedAction {
        ActionPoint before;
        std::int64_t version = 0; ///< after the import
    };
    bool plan_added = false;
    std::vector<std::string> sections_added = {};
    std::vector<std::string> gaps_added = {};
    std::vector<std::string> actions_added = {};
    std::vector<ChangedSection> sections_changed = {};
    std::vector<ChangedGap> gaps_changed = {};
    std::vector<ChangedAction> actions_changed = {};
};

std::string to_json(UndoRecord const& record);
Result<UndoRecord> undo_record_from_json(std::string_view text);

} // namespace toguna::actions
