#pragma once
/// What an imported edition of boundaries changes: decided from values, shown before it is written.

#include "geography/area_import.hpp"

namespace toguna::geography {

enum class AreaChange {
    Added,
    Renamed,   ///< another name, or the spelling of it with its accents
    Coded,     ///< had no code, is given one
    Moved,     ///< lies in another area: the former one ends, a new one with the same code begins
    Retired,   ///< not in the new edition: its validity ends the day before
    Unchanged,
};
Text label_of(AreaChange change);
std::string_view name_of(AreaChange change);

struct PlannedChange {
    AreaChange change;
    int level = 1;
    std::string name;
    std::string code;                       ///< empty for an area that never had one
    std::string former_name = {};           ///< of Renamed
    std::optional<AdminArea> before = {};   ///< what is there; empty for Added
    std::optional<ReadArea> after = {};     ///< what the file says; empty for Retired
    std::vector<AdminAreaId> replaces = {}; ///< of Added and Moved, as far as it is known
};

struct AreaImportPlan {
    Country country;
    Date valid_from;
    std::string edition;
    std::vector<PlannedChange> changes; ///< by level; Unchanged ones too
    std::vector<AreaProblem> problems;
    std::vector<Text> set_aside;

    std::int64_t count(AreaChange change) const;
    bool changes_nothing() const;
};

struct AreaImportOrder {
    Date valid_from;
    std::string edition; ///< empty: what the file says, or the year of `valid_from`
};

/// `existing`: areas of the country valid on `valid_from` or later. An area is the same when code and name agree, under either
/// prefix of the country; when a code now stands for a place that had another code before, the code changed hands: the former
/// area ends and a new one begins (Niger, NE004007). Only levels that the file has can end.
AreaImportPlan plan_area_import(AreaFile const& file, Country const& country, AreaImportOrder const& order, std::span<AdminArea const> existing);

} // namespace toguna::geography
