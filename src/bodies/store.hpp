#pragma once
/// Bodies in the database. Memberships are in membership_store.hpp, rights in rights_store.hpp.

#include "bodies/body.hpp"
#include "db/database.hpp"
#include "people/ids.hpp"

namespace toguna::bodies {

/// NotFound when there is no such body.
Result<Body> find_body(db::Reader const& db, BodyId const& id);

/// The body itself, or the one that continues it after one merger or several.
Result<BodyId> continued_by(db::Reader const& db, BodyId const& id);

/// By the code of the command line, in any case; NotFound names the codes that exist.
Result<Body> find_body_by_code(db::Reader const& db, std::string_view code);

/// Archived and merged bodies are read like others; only lists that people choose from leave them out.
enum class ShownBodies { All, Current, Archived };

struct BodyFilter {
    std::string search = {}; ///< words in any order, without accents and case
    std::optional<geography::CountryCode> country = {};
    int limit = 25;
    int offset = 0;
    ShownBodies shown = ShownBodies::All;
};
/// By name without accents. Aliases are not read.
Result<std::vector<Body>> list_bodies(db::Reader const& db, BodyFilter const& filter);
Result<std::int64_t> count_bodies(db::Reader const& db, BodyFilter const& filter);

/// Those that are part of the body or answer to it, directly. Aliases are not read.
Result<std::vector<Body>> bodies_below(db::Reader const& db, BodyId const& body);
/// Those that the body continues. Aliases are not read.
Result<std::vector<Body>> bodies_merged_into(db::Reader const& db, BodyId const& body);

/// Where the person holds a role that day, or belongs to an organisation that does. Aliases are not read.
Result<std::vector<Body>> bodies_of_person(db::Reader const& db, people::PersonId const& person, Date today);

/// The body is `checked` first. Invalid on the field `code` when another body has it.
Result<void> insert_body(db::Transaction& tx, Body const& body, Instant now);
/// Conflict when somebody saved another version in between; Invalid when the bodies would be part of each other,
/// or report to each other, in a ring.
Result<void> update_body(db::Transaction& tx, Body const& body, Instant now);

/// The time zone of the body's country: "Africa/Ouagadougou".
Result<std::string> time_zone_of(db::Reader const& db, Body const& body);

} // namespace toguna::bodies
