#pragma once
/// A foreign contact list as a draft keeps it: cells and what each column holds, without anything that was set aside.

#include "contacts/quarantine.hpp"
#include "formats/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::contacts {

enum class ColumnRole {
    Ignored,
    Number,
    Name,         ///< the whole name, as written
    FamilyName,   ///< beside GivenName: joined in the order of the columns, never kept apart
    GivenName,
    Organization,
    Acronym,
    OrganizationType,
    Function,
    Email,
    Phone,
    Reach,        ///< « Contact »: addresses and numbers together
    WhatsApp,
    Skype,
    Place,
    PersonId,     ///< of our own exports, so that a list comes back without doubt
};

/// In the order a person chooses from.
std::vector<ColumnRole> const& column_roles();
std::string_view name_of(ColumnRole role); ///< "given_name"
std::optional<ColumnRole> column_role_from(std::string_view name);
Text label_of(ColumnRole role);

struct GridColumn {
    std::string title; ///< as the list writes it; empty without headings
    ColumnRole role = ColumnRole::Ignored;
    int place = 0;     ///< in the file, from 0
    bool operator==(GridColumn const&) const = default;
};

struct GridRow {
    int line = 0; ///< in the file, from 0
    std::vector<std::string> cells; ///< one for each column
    bool operator==(GridRow const&) const = default;
};

/// One table of the file. `sheet`, `number` and `is_sheet` say its place, as formats::Table does.
struct GridTable {
    std::string sheet;
    int number = 0;
    bool is_sheet = false;
    std::vector<GridColumn> columns;
    std::vector<GridRow> rows;
    bool operator==(GridTable const&) const = default;
};

struct ContactGrid {
    std::vector<GridTable> tables;
    std::vector<Withheld> withheld;
};

/// « feuille Contacts, cellule C12 ».
Text cell_place(GridTable const& table, int line, int column);

/// Sets aside what must not be kept, finds headings and the meaning of the columns. Invalid when nothing is left in which
/// names could stand.
Result<ContactGrid> read_grid(formats::ForeignFile const& file);

/// The draft of an import between two visits.
std::string to_json(ContactGrid const& grid);
Result<ContactGrid> grid_from_json(std::string_view text);

} // namespace toguna::contacts
