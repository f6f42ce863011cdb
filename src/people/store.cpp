#include "people/store.hpp"

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

} // namespace

Result<Organization> find_organization(db::Reader const& db, OrganizationId const& id)
{
    auto organization = TRY(db.first(sql::organization, { { "id", id } }, read_organization));
    if (!organization)
        return fail(ErrorKind::NotFound, tr("This organisation does not exist."));
    organization->aliases = TRY(db.all(sql::aliases_of, { { "organization", id } }, [](db::Row const& row) { return Alias { row.string(0), row.string(1) }; }));
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

Result<void> insert_organization(db::Transaction& tx, Organization const& given, Instant now)
{
    auto const organization = TRY(checked(given));
    TRY(tx.execute(sql::insert_organization,
        { { "id", organization.id }, { "name", organization.name }, { "acronym", organization.acronym }, { "type", name_of(organization.type) },
            { "country", organization.country }, { "parent", organization.parent }, { "search", all_names(organization) }, { "now", now } }));
    return insert_names(tx, organization);
}

Result<void> update_organization(db::Transaction& tx, Organization const& given, Instant now)
{
    auto const organization = TRY(checked(given));
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

} // namespace toguna::people
