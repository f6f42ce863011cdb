#pragma once
/// Plans and actions in the database. Whoever writes says on whose hand: each change leaves a dated state and a fact in the journal.

#include "actions/action_plan.hpp"
#include "db/database.hpp"
#include "journal/event.hpp"

#include <string>
#include <vector>

namespace toguna::actions {

/// Who writes, when, and where ids come from.
struct Act {
    journal::Actor actor;
    Instant now;
    Chance& chance;
};

// ── Plans ────────────────────────────────────────────────────────────────────────────────────────────────────────

struct PlanSummary {
    PlanId id;
    bodies::BodyId body;
    int year = 0;
    std::string title;
    std::int64_t version = 1;
};

/// Newest year first.
Result<std::vector<PlanSummary>> list_plans(db::Reader const& db, bodies::BodyId const& body);
Result<PlanSummary> find_plan_summary(db::Reader const& db, PlanId const& plan);
/// The plan of that body and year, if there is one.
Result<std::optional<PlanSummary>> find_plan_of_year(db::Reader const& db, bodies::BodyId const& body, int year);

/// The whole plan in a constant number of statements, whatever its size.
Result<ActionPlan> read_plan(db::Reader const& db, PlanId const& plan);
/// The plan as it stood at the end of that instant: later actions left out, later changes undone.
Result<ActionPlan> read_plan_as_of(db::Reader const& db, PlanId const& plan, Instant at);

/// An empty plan with these sections, in this order. Conflict when the body has a plan for the year.
Result<PlanId> insert_plan(db::Transaction& tx, bodies::BodyId const& body, int year, std::string const& title, std::vector<Section> const& sections, Act const& act);

Result<SectionId> insert_section(db::Transaction& tx, PlanId const& plan, std::string const& title, std::string const& core_function, Act const& act);
Result<void> update_section(db::Transaction& tx, PlanId const& plan, Section const& section, Act const& act);
/// Conflict while the section still holds gaps or actions.
Result<void> remove_section(db::Transaction& tx, PlanId const& plan, SectionId const& section, Act const& act);

Result<GapId> insert_gap(db::Transaction& tx, PlanId const& plan, SectionId const& section, std::string const& text, Act const& act);
/// Conflict when the gap was changed since `version`.
Result<void> update_gap(db::Transaction& tx, GapId const& gap, std::int64_t version, std::string const& text, SectionId const& section, Act const& act);
/// Its actions stay, under their other gaps or directly under the section.
Result<void> remove_gap(db::Transaction& tx, GapId const& gap, Act const& act);

struct StoredGap {
    GapId id;
    PlanId plan;
    SectionId section;
    std::string text;
    std::int64_t version = 1;
};
Result<StoredGap> find_gap(db::Reader const& db, GapId const& gap);

enum class Direction { Up, Down };
/// Exchanges with the neighbour within the section; nothing happens at the ends.
Result<void> move_gap(db::Transaction& tx, GapId const& gap, Direction direction, Act const& act);
Result<void> move_action(db::Transaction& tx, ActionId const& action, Direction direction, Act const& act);

// ── Actions ──────────────────────────────────────────────────────────────────────────────────────────────────────

/// Where an action was decided. Lower features never learn more than this of who uses them.
struct Source {
    std::string kind = "action_plan";
    std::string id = {};
};

/// Writes a new action with its gaps, responsible and the occurrences its due asks for; fills id, reference, version and
/// first deadline. `action.id` may be set beforehand (import); empty text is Invalid.
Result<ActionPoint> insert_action(db::Transaction& tx, ActionPoint action, Source const& source, Act const& act);
/// The same with the reference that the action has: an import counts once for thousands of rows.
Result<ActionPoint> insert_numbered_action(db::Transaction& tx, ActionPoint action, Source const& source, Act const& act);

/// Writes `action` over the stored one if that is still the version its writer read; Conflict otherwise. Gives the new
/// version. `note` is what was said with the change. What was said of an occurrence is not touched: record_occurrence.
Result<std::int64_t> update_action(db::Transaction& tx, ActionPoint const& action, std::int64_t read_version, std::string const& note, Act const& act);

Result<void> remove_action(db::Transaction& tx, ActionId const& action, Act const& act);

Result<ActionPoint> find_action(db::Reader const& db, ActionId const& action);
/// Several at once, in the order asked; unknown ones are left out.
Result<std::vector<ActionPoint>> find_actions(db::Reader const& db, std::vector<ActionId> const& actions);

/// Done, not done or not said; of an occurrence of that action.
Result<void> record_occurrence(db::Transaction& tx, ActionId const& action, OccurrenceId const& occurrence, std::optional<bool> done, std::string const& evidence, Act const& act);

Result<void> insert_comment(db::Transaction& tx, ActionId const& action, std::string const& text, Act const& act);

/// One line of an action's story, newest first: a change of state or a comment.
struct HistoryLine {
    Instant at;
    std::string author;
    std::string note;
    bool is_comment = false;
    std::int64_t version = 0; ///< 0 for a comment
    std::string text;
    Due due;
    Status status = Status::ToDo;
    std::string status_reason;
    int postponements = 0;
};
Result<std::vector<HistoryLine>> history_of(db::Reader const& db, ActionId const& action);

// ── The register ─────────────────────────────────────────────────────────────────────────────────────────────────

struct RegisterFilter {
    std::optional<std::vector<bodies::BodyId>> bodies = std::vector<bodies::BodyId>(); ///< those the reader may see; nullopt: all
    std::string body = {};                   ///< one of them
    std::string plan = {};
    std::string core_function = {};
    std::string responsible = {};            ///< id of a person or organization
    std::string words = {};                  ///< any words of the text or of the responsible, accents and case forgiven
    std::optional<Status> status = {};
    bool open_only = false;
    bool late_only = false;
    bool without_due = false;
    bool without_responsible = false;
    /// « Mes actions »: of this person, of their organizations, of bodies these belong to.
    std::string person = {};
    std::optional<Instant> as_of = {};
};

/// What is open first, by deadline, the soonest on top; then what is closed. `limit` 0 means all.
Result<std::vector<ActionPoint>> list_register(db::Reader const& db, RegisterFilter const& filter, Date today, int limit, int offset);

/// Open actions of all bodies with a person to remind, for the reminder job: in one read.
Result<std::vector<ActionPoint>> list_open_actions(db::Reader const& db, Date today);

} // namespace toguna::actions
