#pragma once
/// A plan on paper and in a workbook: the table people know, and the one that comes back.

#include "actions/action_plan.hpp"
#include "formats/document.hpp"
#include "formats/sheet_writer.hpp"
#include "web/localization.hpp"

namespace toguna::actions {

/// What the page cannot know from the plan itself.
struct PlanHeading {
    std::string body_name;  ///< « Cluster Abris »
    std::string author;
    Date as_of;             ///< the day whose state is shown
    Instant created;
};

/// The source's table has three columns; these are added on request (S1-65).
struct PlanColumns {
    bool responsible = false;
    bool status = false;
    bool percent = false;
};

/// Sections across the table, gaps that share actions beside one merged cell. An action that gaps share which do not follow
/// each other is printed again at each of them.
formats::Document plan_document(ActionPlan const& plan, PlanColumns const& columns, PlanHeading const& heading, web::Localization const& localization);

/// Every gap with every action of it on a row of its own, the ids of both in a hidden column: read_plan gives the same plan
/// back. `responsible_choices` become a drop-down, beside those of status and priority.
formats::Workbook plan_workbook(ActionPlan const& plan, std::vector<std::string> const& responsible_choices, PlanHeading const& heading,
    web::Localization const& localization);

/// Words for people that `read_due` understands again: « 15 mars 2023 », « août 2023 », « Mensuelle », « Continue ».
std::string due_words(Due const& due, web::Localization const& localization);
Text label_of(Status status);
Text label_of(Frequency frequency);
Text label_of(Priority priority);

/// The action's share that is done: the occurrences of a recurring one, otherwise what a person typed.
std::optional<int> percent_of(ActionPoint const& action, Date as_of);

} // namespace toguna::actions
