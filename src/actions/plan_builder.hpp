#pragma once
/// The plan that grows while its rows are read: numbers its parts, keeps the doubts.

#include "actions/plan_import.hpp"

namespace toguna::actions {

/// What read_plan was given, together.
struct ImportSetting {
    int year;
    Date today;
    ImportMemory const& memory;
};

/// A deadline cell with what people taught about its words.
ReadDue read_due_cell(std::string_view words, std::optional<Date> date, ImportSetting const& setting);

/// The place of a warning about all of a table.
Text whole_table(formats::Table const& table);

class PlanBuilder {
public:
    explicit PlanBuilder(ImportSetting const& setting) : m_setting(setting) { }

    ImportSetting const& setting() const { return m_setting; }
    ImportedPlan& plan() { return m_plan; }
    bool has_section() const { return !m_plan.sections.empty(); }
    /// Titles that follow each other unchanged are one section.
    void open_section(std::string title, std::string code, std::string row_id = {});
    /// The id of the new gap.
    std::string add_gap(std::string text, Text place, std::string row_id = {});
    /// The place of the new action in `plan().actions`.
    std::size_t add_action(std::string text, std::vector<std::string> gaps, Text place);
    void share(std::size_t action, std::vector<std::string> const& gaps);
    /// Gives the deadline and warns about its doubts; once for all the actions of one cell.
    void set_due(std::vector<std::size_t> const& actions, std::string_view words, std::optional<Date> date, Text const& place);
    void warn(Text place, Text message) { m_plan.warnings.push_back({ std::move(place), std::move(message) }); }
    /// Whether actions stand in the present section.
    bool has_actions_here() const;

private:
    int current_section();

    ImportSetting const& m_setting;
    ImportedPlan m_plan;
};

} // namespace toguna::actions
