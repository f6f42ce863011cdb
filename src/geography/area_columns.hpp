#pragma once
/// Which column of a table of administrative areas says what, by its title.

#include "formats/table.hpp"

#include <array>
#include <optional>
#include <vector>

namespace toguna::geography {

inline constexpr std::size_t area_levels = 5; ///< 0–4

/// Columns of one level: ADM1_FR, ADM1_PCODE; admin1Name_fr, admin1Pcode; adm1_name, adm1_name1.
struct LevelColumns {
    std::optional<int> code;
    std::optional<int> name;               ///< French before the one without a language before English
    std::vector<int> other_names;
};

/// Two layouts: one row an area of the deepest level with those it lies in beside it (COD-AB, all releases), or one row an
/// area with its level and the code of its parent (OCHA's global P-codes).
struct AreaColumns {
    int header_row = 0;
    std::array<LevelColumns, area_levels> levels;
    std::optional<int> country; ///< Location, of the global layout
    std::optional<int> level;
    std::optional<int> code;
    std::optional<int> name;
    std::optional<int> parent;
    std::optional<int> valid_on;
    std::optional<int> valid_to;
    std::optional<int> edition; ///< version, cod_version

    bool is_one_row_per_area() const { return level && code && name; }
    /// The highest level with a column of codes; empty in the other layout.
    std::optional<int> deepest() const;
};

/// Empty when none of the first rows names a column of codes.
std::optional<AreaColumns> recognise_area_columns(formats::Table const& table);

/// A row of HXL tags: #country+code, #adm+name … It says what the header says and is no area.
bool is_tag_row(formats::TableRow const& row);

} // namespace toguna::geography
