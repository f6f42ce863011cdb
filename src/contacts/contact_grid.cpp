#include "contacts/contact_grid.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace toguna::contacts {

namespace json = boost::json;

namespace {

using enum ColumnRole;

struct RoleName {
    ColumnRole role;
    std::string_view name;
};
constexpr std::array<RoleName, 16> role_names { { { Name, "name" }, { FamilyName, "family_name" }, { GivenName, "given_name" }, { Organization, "organization" },
    { Acronym, "acronym" }, { OrganizationType, "organization_type" }, { Function, "function" }, { Email, "email" }, { Phone, "phone" }, { Reach, "reach" },
    { WhatsApp, "whatsapp" }, { Skype, "skype" }, { Place, "place" }, { Number, "number" }, { PersonId, "person_id" }, { Ignored, "ignored" } } };

struct KindName {
    WithheldKind kind;
    std::string_view name;
};
constexpr std::array<KindName, 6> kind_names { { { WithheldKind::HiddenSheet, "hidden_sheet" }, { WithheldKind::HiddenRows, "hidden_rows" },
    { WithheldKind::HiddenColumn, "hidden_column" }, { WithheldKind::Formulas, "formulas" }, { WithheldKind::PrivateColumn, "private_column" },
    { WithheldKind::PrivateProperty, "private_property" } } };

json::object to_object(Withheld const& withheld)
{
    return { { "kind", std::ranges::find(kind_names, withheld.kind, &KindName::kind)->name }, { "sheet", withheld.sheet }, { "title", withheld.title },
        { "matter", withheld.matter ? json::value(name_of(*withheld.matter)) : json::value(nullptr) }, { "count", withheld.count } };
}

json::object to_object(GridTable const& table)
{
    json::array columns;
    for (auto const& column : table.columns)
        columns.push_back({ { "title", column.title }, { "role", name_of(column.role) }, { "place", column.place } });
    json::array rows;
    for (auto const& row : table.rows) {
        json::array cells { row.line };
        for (auto const& cell : row.cells)
            cells.emplace_back(cell);
        rows.push_back(std::move(cells));
    }
    return { { "sheet", table.sheet }, { "number", table.number }, { "is_sheet", table.is_sheet }, { "columns", std::move(columns) }, { "rows", std::move(rows) } };
}

std::string string_at(json::object const& object, std::string_view key) { return std::string(object.at(key).as_string()); }

Withheld withheld_from(json::object const& object)
{
    Withheld withheld;
    auto const kind = std::ranges::find(kind_names, string_at(object, "kind"), &KindName::name);
    withheld.kind = kind == kind_names.end() ? WithheldKind::Formulas : kind->kind;
    withheld.sheet = string_at(object, "sheet");
    withheld.title = string_at(object, "title");
    if (auto const& matter = object.at("matter"); matter.is_string())
        withheld.matter = private_matter_from(matter.as_string());
    withheld.count = int(object.at("count").as_int64());
    return withheld;
}

GridTable table_from(json::object const& object)
{
    GridTable table { string_at(object, "sheet"), int(object.at("number").as_int64()), object.at("is_sheet").as_bool(), {}, {} };
    for (auto const& column : object.at("columns").as_array())
        table.columns.push_back({ string_at(column.as_object(), "title"), column_role_from(string_at(column.as_object(), "role")).value_or(Ignored), int(column.as_object().at("place").as_int64()) });
    for (auto const& row : object.at("rows").as_array()) {
        auto const& values = row.as_array();
        GridRow read { int(values.at(0).as_int64()), {} };
        for (std::size_t place = 1; place < values.size(); ++place)
            read.cells.emplace_back(values[place].as_string());
        read.cells.resize(table.columns.size());
        table.rows.push_back(std::move(read));
    }
    return table;
}

} // namespace

std::vector<ColumnRole> const& column_roles()
{
    static std::vector<ColumnRole> const roles = [] {
        std::vector<ColumnRole> result;
        for (auto const& [role, name] : role_names)
            result.push_back(role);
        return result;
    }();
    return roles;
}

std::string_view name_of(ColumnRole role) { return std::ranges::find(role_names, role, &RoleName::role)->name; }

std::optional<ColumnRole> column_role_from(std::string_view name)
{
    auto const found = std::ranges::find(role_names, name, &RoleName::name);
    return found == role_names.end() ? std::optional<ColumnRole>() : found->role;
}

Text label_of(ColumnRole role)
{
    switch (role) {
    case Name: return tr("Whole name");
    case FamilyName: return tr("Family name (joined with the first name)");
    case GivenName: return tr("First name (joined with the family name)");
    case Organization: return tr("Organisation");
    case Acronym: return tr("Acronym of the organisation");
    case OrganizationType: return tr("Type of the organisation");
    case Function: return tr("Function");
    case Email: return tr("E-mail");
    case Phone: return tr("Telephone");
    case Reach: return tr("Contact (addresses and numbers)");
    case WhatsApp: return tr("WhatsApp");
    case Skype: return tr("Skype");
    case Place: return tr("Place");
    case Number: return tr("Number of the row");
    case PersonId: return tr("Row identifier of an export");
    case Ignored: break;
    }
    return tr("(not imported)");
}

Text cell_place(GridTable const& table, int line, int column)
{
    formats::Table place;
    place.name = table.sheet;
    place.number = table.number;
    place.is_sheet = table.is_sheet;
    auto const at = column >= 0 && std::size_t(column) < table.columns.size() ? table.columns[std::size_t(column)].place : 0;
    return formats::cell_place(place, line, at);
}

std::string to_json(ContactGrid const& grid)
{
    json::array tables;
    for (auto const& table : grid.tables)
        tables.push_back(to_object(table));
    json::array withheld;
    for (auto const& one : grid.withheld)
        withheld.push_back(to_object(one));
    return json::serialize(json::object { { "tables", std::move(tables) }, { "withheld", std::move(withheld) } });
}

Result<ContactGrid> grid_from_json(std::string_view text)
{
    try {
        auto const parsed = json::parse(text);
        ContactGrid grid;
        for (auto const& table : parsed.as_object().at("tables").as_array())
            grid.tables.push_back(table_from(table.as_object()));
        for (auto const& one : parsed.as_object().at("withheld").as_array())
            grid.withheld.push_back(withheld_from(one.as_object()));
        return grid;
    } catch (std::exception const& problem) {
        return fail(ErrorKind::Internal, tr("This draft of a contact list cannot be read any more. Load the list again."), problem.what());
    }
}

} // namespace toguna::contacts
