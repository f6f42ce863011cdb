#pragma once
/// What a home page says of many bodies and of one person's unfinished imports, in one statement each.

#include "bodies/ids.hpp"
#include "db/database.hpp"

#include <map>
#include <string>
#include <vector>

namespace toguna::actions {

/// The same rules as the figures of a plan (action_plan.hpp), of all actions of a body.
struct BodyFigures {
    std::int64_t open = 0;
    std::int64_t late = 0;
    std::int64_t to_confirm = 0;
};
/// Bodies without actions are left out.
Result<std::map<bodies::BodyId, BodyFigures>> figures_by_body(db::Reader const& db, Date today);

/// A file that was read and shown, and waits for its reader to save it.
struct WaitingImport {
    std::string id;
    std::string file_name;
    int year = 0;
    std::string body_name;
    Instant created_at;
};
/// The latest first.
Result<std::vector<WaitingImport>> waiting_imports(db::Reader const& db, std::string_view account);

} // namespace toguna::actions
