#pragma once
/// Organisations in the database. Persons are in person_store.hpp.

#include "db/database.hpp"
#include "people/duplicates.hpp"
#include "people/organization.hpp"
#include "people/recognise.hpp"

namespace toguna::people {

/// NotFound when there is no such organisation. The id of a merged duplicate gives the one it was merged into.
Result<Organization> find_organization(db::Reader const& db, OrganizationId const& id);

struct OrganizationFilter {
    std::string search = {}; ///< words in any order, without accents and case
    std::optional<OrganizationType> type = {};
    int limit = 25;
    int offset = 0;
};
/// By name without accents, each with its aliases; two statements, whatever the number of rows.
Result<std::vector<Organization>> list_organizations(db::Reader const& db, OrganizationFilter const& filter);
Result<std::int64_t> count_organizations(db::Reader const& db, OrganizationFilter const& filter);

/// For lists to choose from: only id, name and acronym are read.
Result<std::vector<Organization>> organization_choices(db::Reader const& db);

/// The organisations whose parent it is: id, name and acronym.
Result<std::vector<Organization>> branches_of(db::Reader const& db, OrganizationId const& id);

/// The organisation is `checked` first; its id was drawn by the caller. Invalid on `parent` when it would be part of itself.
Result<void> insert_organization(db::Transaction& tx, Organization const& organization, Instant now);
/// Conflict when somebody saved another version in between.
Result<void> update_organization(db::Transaction& tx, Organization const& organization, Instant now);

/// The loser's names become names of the winner, and whatever pointed to the loser, in any table, points to the winner; the
/// loser's row stays and leads to the winner. Gives the winner. Invalid for one and the same; Conflict when one of them
/// was merged before.
Result<Organization> merge_organizations(db::Transaction& tx, OrganizationId const& loser, OrganizationId const& winner, Instant now);

/// What likely_duplicates looks through.
Result<std::vector<NameInUse>> names_in_use(db::Reader const& db);

/// Every name of every organisation, read once before many are looked up.
Result<std::vector<OrganizationName>> organization_names(db::Reader const& db);
/// See recognise_organization.
Result<OrganizationMatch> find_organization_by_name(db::Reader const& db, std::string_view text);

} // namespace toguna::people
