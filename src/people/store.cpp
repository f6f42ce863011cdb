#include "people/store.hpp"

#include "db/references.hpp"
#include "people/queries.hpp"
#include "people/search_patterns.hpp"

#include <algorithm>
#include <map>

namespace toguna::people {

namespace {

Organization read_organization(db::Row const& row)
{
    Organization organization { row.id<OrganizationId>(0), row.string(1), row.string(2) };
    organization.type = organization_type_from(row.text(3)).value_or(OrganizationType::Other);
    if (auto country = row.optional_string(4))
        organization.country = geography::CountryCode::trusted(*country);
    organization.parent = row.optional_id<OrganizationId>(5);
    organization.version = row.integer(6);
    return organization;
}

std::optional<std::string_view> type_value(OrganizationFilter const& filter)
{
    if (filter.type)
        return name_of(*filter.type);
    return {};
}

/// What the list is searched in: all names at once.
std::string all_names(Organization const& organization)
{
    auto text = organization.name + " " + organization.acronym;
    for (auto const& alias : organization.aliases)
        text += " " + alias.text;
    return search_text(text);
}

Result<void> insert_names(db::Transaction& tx, Organization const& organization)
{
    std::int64_t place = 0;
    auto const insert = [&](std::string_view kind, Alias const& alias) -> Result<void> {
        if (alias.text.empty())
            return {};
        TRY(tx.execute(sql::insert_name,
            { { "organization", organization.id }, { "place", place++ }, { "kind", kind }, { "text", alias.text },
                { "language", alias.language }, { "search", search_text(alias.text) } }));
        return {};
    };
    TRY(insert("name", { organization.name }));
    TRY(insert("acronym", { organization.acronym }));
    for (auto const& alias : organization.aliases)
        TRY(insert("alias", alias));
    return {};
}

Result<std::vector<OrganizationId>> ancestors_of(db::Reader const& db, OrganizationId const& id)
{
    return db.all(sql::ancestors, { { "id", id } }, [](db::Row const& row) { return row.id<OrganizationId>(0); });
}

/// Invariant 1 of the directory: nobody is part of themselves, however long the way round.
Result<void> refuse_circle(db::Reader const& db, Organization const& organization)
{
    if (!organization.parent)
        return {};
    auto above = TRY(ancestors_of(db, *organization.parent));
    above.push_back(*organization.parent);
    if (std::find(above.begin(), above.end(), organization.id) == above.end())
        return {};
    Error error { ErrorKind::Invalid, tr("This organisation cannot be saved as it is."), {}, {} };
    error.fields.push_back({ "parent", tr("That organisation is itself a part of this one. Choose another, or change that one first.") });
    return fail(std::move(error));
}

/// Before the rows below the loser move to the winner, the winner leaves its place below the loser, if it has one.
Result<void> lift_out(db::Transaction& tx, OrganizationId const& winner, Organization const& loser)
{
    auto const above = TRY(ancestors_of(tx, winner));
    if (std::find(above.begin(), above.end(), loser.id) != above.end())
        TRY(tx.execute(sql::set_parent, { { "id", winner }, { "parent", loser.parent } }));
    return {};
}

} // namespace

Result<Organization> find_organization(db::Reader const& db, OrganizationId const& id)
{
    auto organization = TRY(db.first(sql::organization, { { "id", id } }, read_organization));
    if (!organization)
        return fail(ErrorKind::NotFound, tr("This organisation does not exist."));
    organization->aliases = TRY(db.all(sql::aliases_of, { { "organization", organization->id } }, [](db::Row const& row) { return Alias { row.string(0), row.string(1) }; }));
    return *std::move(organization);
}

Result<std::vector<Organization>> list_organizations(db::Reader const& db, OrganizationFilter const& filter)
{
    auto const [first, second, third] = search_patterns(filter.search);
    std::vector<db::Parameter> const parameters { { "type", type_value(filter) }, { "first", first }, { "second", second }, { "third", third },
        { "limit", filter.limit }, { "offset", filter.offset } };
    auto organizations = TRY(db.all(sql::organizations, parameters, read_organization));
    std::map<OrganizationId, Organization*> by_id;
    for (auto& organization : organizations)
        by_id.emplace(organization.id, &organization);
    TRY(db.each(sql::aliases_of_organizations, parameters, [&](db::Row const& row) {
        if (auto const found = by_id.find(row.id<OrganizationId>(0)); found != by_id.end())
            found->second->aliases.push_back({ row.string(1), row.string(2) });
    }));
    return organizations;
}

Result<std::int64_t> count_organizations(db::Reader const& db, OrganizationFilter const& filter)
{
    auto const [first, second, third] = search_patterns(filter.search);
    return db.number(sql::count_organizations, { { "type", type_value(filter) }, { "first", first }, { "second", second }, { "third", third } });
}

Result<std::vector<Organization>> organization_choices(db::Reader const& db)
{
    return db.all(sql::organization_choices, {}, [](db::Row const& row) { return Organization { row.id<OrganizationId>(0), row.string(1), row.string(2) }; });
}

Result<std::vector<Organization>> branches_of(db::Reader const& db, OrganizationId const& id)
{
    return db.all(sql::branches, { { "parent", id } }, [](db::Row const& row) { return Organization { row.id<OrganizationId>(0), row.string(1), row.string(2) }; });
}

Result<void> insert_organization(db::Transaction& tx, Organization const& given, Instant now)
{
    auto const organization = TRY(checked(given));
    TRY(refuse_circle(tx, organization));
    TRY(tx.execute(sql::insert_organization,
        { { "id", organization.id }, { "name", organization.name }, { "acronym", organization.acronym }, { "type", name_of(organization.type) },
            { "country", organization.country }, { "parent", organization.parent }, { "search", all_names(organization) }, { "now", now } }));
    return insert_names(tx, organization);
}

Result<void> update_organization(db::Transaction& tx, Organization const& given, Instant now)
{
    auto const organization = TRY(checked(given));
    TRY(refuse_circle(tx, organization));
    auto const changed = TRY(tx.execute(sql::update_organization,
        { { "id", organization.id }, { "name", organization.name }, { "acronym", organization.acronym }, { "type", name_of(organization.type) },
            { "country", organization.country }, { "parent", organization.parent }, { "search", all_names(organization) }, { "now", now },
            { "version", organization.version } }));
    if (changed == 0)
        return fail(ErrorKind::Conflict, tr("Somebody changed this organisation while you were writing. Open it again: nothing of theirs was overwritten."));
    TRY(tx.execute(sql::delete_names, { { "organization", organization.id } }));
    return insert_names(tx, organization);
}

Result<std::vector<OrganizationName>> organization_names(db::Reader const& db)
{
    return db.all(sql::organization_names, {}, [](db::Row const& row) { return OrganizationName { row.id<OrganizationId>(0), row.string(1) }; });
}

Result<OrganizationMatch> find_organization_by_name(db::Reader const& db, std::string_view text)
{
    return recognise_organization(TRY(organization_names(db)), text);
}

Result<Organization> merge_organizations(db::Transaction& tx, OrganizationId const& loser_id, OrganizationId const& winner_id, Instant now)
{
    for (auto const& id : { loser_id, winner_id })
        if (TRY(tx.number(sql::is_merged_organization, { { "id", id } })) > 0)
            return fail(ErrorKind::Conflict, tr("One of the two was merged by somebody else in the meantime. Look at the list again."));
    auto const loser = TRY(find_organization(tx, loser_id));
    TRY(lift_out(tx, winner_id, loser));
    auto const winner = TRY(merged(TRY(find_organization(tx, winner_id)), loser));
    TRY(tx.execute(sql::delete_names, { { "organization", loser_id } }));
    TRY(update_organization(tx, winner, now));
    TRY(tx.execute(sql::retire_organization, { { "id", loser_id }, { "into", winner_id }, { "now", now } }));
    TRY(db::repoint(tx, "people_organization", loser_id.text(), winner_id.text()));
    return find_organization(tx, winner_id);
}

Result<std::vector<NameInUse>> names_in_use(db::Reader const& db)
{
    return db.all(sql::names_with_types, {}, [](db::Row const& row) {
        return NameInUse { row.id<OrganizationId>(0), row.text(1) == "acronym", row.string(2), organization_type_from(row.text(3)).value_or(OrganizationType::Other) };
    });
}

} // namespace toguna::people
