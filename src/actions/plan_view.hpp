#pragma once
/// What the page of a plan shows, worked out from the plan alone: no request, no database.

#include "actions/plan_document.hpp"
#include "web/field.hpp"
#include "web/parts.hpp"

#include <map>
#include <optional>

namespace toguna::actions {

/// Which rows the reader asked for; the figures of the page lead here.
enum class PlanFilter { All, Open, Late, Blocked, ToConfirm, Closed, WithoutDue, UnclearDue, WithoutResponsible, WithoutReview };
std::string_view name_of(PlanFilter filter); ///< "without_due"
PlanFilter plan_filter_from(std::string_view name);
bool lets_through(PlanFilter filter, ActionPoint const& action, Date as_of);

/// The deadline's words were kept because they could not be understood: « dès que possible ».
bool has_unclear_due(ActionPoint const& action);
/// « Continue », and nobody has said when to look again.
bool lacks_review(ActionPoint const& action);

/// Where a carried action came from, or went to.
struct CarriedAction {
    std::string id;
    std::string reference;
    int year = 0; ///< of the other plan; 0 without a plan
};
struct CarriedActions {
    std::map<std::string, CarriedAction> origins; ///< by the id of the action of this plan
    std::map<std::string, CarriedAction> continuations;
};

struct GapCell {
    std::string id;
    std::string text;
};

struct PlanActionCell {
    std::string id;
    std::string reference;
    std::string text;
    std::string due;          ///< empty: none
    std::string due_note;     ///< « reportée 2 fois, prévue d’abord le 15 mars »
    bool late = false;
    std::string responsible;
    web::Tag status;
    std::string status_reason;
    std::string percent;
    std::string origin;       ///< « Reportée du plan 2025, NUT-2025-014 »
    std::string origin_path;
    bool urgent = false;
};

/// One row of the table. A gap cell covers the rows of its actions, an action cell the rows of the gaps that share it.
struct PlanTableRow {
    std::vector<GapCell> gaps;
    int gap_rows = 0;    ///< 0: the cell above covers this row
    std::vector<PlanActionCell> actions; ///< one, or none
    int action_rows = 0; ///< 0: the cell above covers this row
};

struct PlanTableGroup {
    std::vector<PlanTableRow> rows;
};

struct PlanTableSection {
    std::string id; ///< empty: actions without section
    std::string title;
    std::string core_function;
    std::vector<PlanTableGroup> groups;
};

/// What a person should look at, with the page where it is mended.
struct QualityLine {
    std::string sentence;
    std::string path;
};

struct PlanTable {
    std::vector<PlanTableSection> sections;
    PlanColumns columns;
    int column_count = 3;
};

PlanTable plan_table(ActionPlan const& plan, PlanColumns const& columns, PlanFilter filter, CarriedActions const& carried, Date as_of, web::Localization const& language);

/// The row of figures; each leads to the rows it counts. `path` is the page's address.
web::Figures plan_figures(PlanFigures const& figures, std::string const& path, web::Localization const& language);

/// What open actions lack. `path` of the page that mends rows takes a filter as `show`.
std::vector<QualityLine> quality_lines(ActionPlan const& plan, std::string const& path, web::Localization const& language);

web::Tag tag_of(Status status, web::Localization const& language);

/// « La coordination du cluster ; PAM »: what a form field shows and read_responsible understands.
std::string responsible_words(std::vector<Responsible> const& responsible);

} // namespace toguna::actions
