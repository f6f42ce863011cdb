#pragma once
/// Administrative areas as a file of somebody else holds them: COD-AB of any release, OCHA's global P-codes.

#include "formats/table.hpp"
#include "geography/admin_area.hpp"
#include "geography/country.hpp"

namespace toguna::geography {

struct ReadArea {
    int level = 1;
    PCode code;
    std::string name;
    std::vector<std::string> other_names;
    std::optional<PCode> parent; ///< empty for level 1
    Text place;                  ///< of its code in the file
};

/// A row that is refused, or something said about the file as a whole.
struct AreaProblem {
    Text place; ///< « feuille adm3, cellule C12 »; empty for the file
    Text message;
};

/// What a file says about one country. While there are problems nothing of it is written: a row left out would look like an
/// area that ended.
struct AreaFile {
    std::vector<ReadArea> areas; ///< by level, then code; each once
    std::optional<Date> valid_on; ///< the latest that the file gives
    std::string edition;          ///< « v02 », when the file says one
    std::vector<AreaProblem> problems;
    std::vector<Text> set_aside; ///< hidden sheets, sheets without areas, rows of other countries, rows that ended
};

/// Invalid when no table has a column of P-codes, or none of its rows belongs to the country.
Result<AreaFile> read_area_file(formats::ForeignFile const& file, Country const& country);

/// The countries a file speaks of, as it writes them ("BFA", "BF", "TCD"), each once: for asking which one is meant. Invalid when no
/// table has a column of P-codes.
Result<std::vector<std::string>> countries_named(formats::ForeignFile const& file);

/// "2020-03-23", "23/03/2020", and milliseconds since 1970 as older COD files have it; the cell's own date first.
std::optional<Date> read_validity(formats::Cell const& cell);

} // namespace toguna::geography
