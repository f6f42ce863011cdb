#pragma once
/// What bodies are about, in the database: profile, crises, counterparts of the government.

#include "bodies/profile.hpp"
#include "db/database.hpp"
#include "people/ids.hpp"

#include <map>

namespace toguna::bodies {

/// NotFound when there is no such body.
Result<BodyProfile> find_profile(db::Reader const& db, BodyId const& body);
/// The profile is `checked` first. Invalid on `public_slug` when another body has that address.
Result<void> save_profile(db::Transaction& tx, BodyProfile const& profile);
/// The body with that public address; empty when there is none.
Result<std::optional<BodyId>> body_with_slug(db::Reader const& db, std::string_view slug);

/// Current bodies only; a country without any is not in the map.
Result<std::map<std::string, std::int64_t>> count_bodies_by_country(db::Reader const& db);

Result<Crisis> find_crisis(db::Reader const& db, CrisisId const& id);
Result<std::vector<Crisis>> list_crises(db::Reader const& db);
Result<void> insert_crisis(db::Transaction& tx, Crisis const& crisis);
/// Conflict when somebody saved another version in between.
Result<void> update_crisis(db::Transaction& tx, Crisis const& crisis);

/// The ministry that a body stands beside, and its person there (S0-5).
struct Counterpart {
    CounterpartId id;
    BodyId body;
    people::OrganizationId organization;
    std::optional<people::PersonId> person;
    Period period;
    std::string organization_name = {};
    std::string organization_acronym = {};
    std::string person_name = {};
};
/// Past ones too, the latest first.
Result<std::vector<Counterpart>> list_counterparts(db::Reader const& db, BodyId const& body);
Result<void> insert_counterpart(db::Transaction& tx, Counterpart const& counterpart);
/// `last_day` still counts. Conflict when it ended before, or begins later.
Result<void> end_counterpart(db::Transaction& tx, BodyId const& body, CounterpartId const& id, Date last_day);

} // namespace toguna::bodies
