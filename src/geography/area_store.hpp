#pragma once
/// Administrative areas in the database.

#include "db/database.hpp"
#include "geography/area_names.hpp"

namespace toguna::geography {

/// An area from the columns id, country, level, p_code, name, parent, edition, valid_from, valid_to, version.
AdminArea read_area_row(db::Row const& row);

/// With other names and what it replaces. NotFound for an id that no row has.
Result<AdminArea> find_area(db::Reader const& db, AdminAreaId const& id);

/// The area that has the code on the day, under either prefix of its country (TD19, TCD19). Invalid, with a sentence that names
/// what replaced it, for a code whose validity is over or has not begun; NotFound for a code that no area ever had.
Result<AdminArea> find_area_by_p_code(db::Reader const& db, CountryCode const& country, std::string_view code, Date day);

struct AreaFilter {
    Date day;                                ///< areas valid on it, under the name of that day
    std::optional<CountryCode> country = {};
    std::optional<AdminAreaId> parent = {};
    std::optional<int> level = {};
    std::string search = {};                 ///< words in any order, accents and case do not matter; a code too
    int limit = 25;
    int offset = 0;
};
/// By country, level and name; without other names and replacements.
Result<std::vector<AdminArea>> list_areas(db::Reader const& db, AreaFilter const& filter);
/// The same with what they lie in, for lists that people read.
struct ListedArea {
    AdminArea area;
    std::string parent_name;            ///< empty for the first level
    std::optional<PCode> parent_code;
    std::string name_above_parent;      ///< empty for the first two levels
};
Result<std::vector<ListedArea>> list_areas_with_parents(db::Reader const& db, AreaFilter const& filter);
Result<std::int64_t> count_areas(db::Reader const& db, AreaFilter const& filter);

/// The area and those above it, outermost first; one statement.
Result<std::vector<AdminArea>> with_ancestors(db::Reader const& db, AdminAreaId const& id);
/// « Burkina Faso › Centre-Nord › Sanmatenga › Kaya », the country in the reader's language.
Result<std::string> area_path(db::Reader const& db, AdminAreaId const& id, std::string_view language);

/// Areas that took its place, in part or as a whole.
Result<std::vector<AdminArea>> replacements_of(db::Reader const& db, AdminAreaId const& id);
/// Areas whose place it took.
Result<std::vector<AdminArea>> replaced_by_area(db::Reader const& db, AdminAreaId const& id);

/// For recognise_area: every area of a country on a day with its names.
Result<std::vector<KnownArea>> known_areas(db::Reader const& db, CountryCode const& country, Date day);

/// How many areas of one level and edition a country has on a day.
struct AreaCount {
    CountryCode country;
    int level = 1;
    std::string edition;
    std::int64_t count = 0;
    Date since;
};
Result<std::vector<AreaCount>> count_areas_by_level(db::Reader const& db, Date day);

struct AreaEdition {
    std::string name;
    Date since;
    std::int64_t areas = 0;
};
Result<std::vector<AreaEdition>> list_editions(db::Reader const& db, CountryCode const& country);

/// Invalid when the area breaks a rule, lies in no area of a higher level of its country, or has a code that another area
/// of the country has on some of its days.
Result<void> insert_area(db::Transaction& tx, AdminArea const& area);
/// Writes code, names, parent and the end of the validity. Conflict when somebody changed the area since it was read.
Result<void> update_area(db::Transaction& tx, AdminArea const& area);

} // namespace toguna::geography
