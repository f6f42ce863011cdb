#pragma once
/// Rows become actions here, for every query that reads some: the plan, the register, one action.

#include "actions/action_plan.hpp"
#include "db/database.hpp"

namespace toguna::actions {

/// Columns in the order of the fragment `action_columns` of queries.sql.
ActionPoint read_action_row(db::Row const& row);

/// The four queries that read what hangs on a set of actions; they take the same parameters as the query of the set.
struct AttachedQueries {
    db::Query const* gap_links = nullptr; ///< null where gaps are not shown
    db::Query const& responsible;
    db::Query const& member_states;
    db::Query const& occurrences;
};

/// Hangs gaps, responsible, member states and occurrences on `actions`. With `as_of`, what was said of an occurrence
/// later counts as not yet said.
Result<void> attach(db::Reader const& db, AttachedQueries const& queries, db::Parameters parameters, std::optional<Instant> as_of, std::vector<ActionPoint>& actions);

} // namespace toguna::actions
