#pragma once
/// Reads a plan out of a foreign table: finds it, recognises its columns, sections, shared and repeated cells, and says each doubt.

#include "actions/due.hpp"
#include "formats/table.hpp"

#include <map>
#include <string>
#include <vector>

namespace toguna::actions {

struct ImportedSection {
    std::string title;
    std::string core_function; ///< code of the catalogue, or empty
    std::string row_id = {};   ///< the hidden id of our own export
};

struct ImportedGap {
    std::string id;  ///< "G1", "G2" … in the order of the file
    int section = 0; ///< index into sections
    std::string text;
    Text place;
    std::string row_id = {}; ///< the hidden id of our own export
};

struct ImportedAction {
    std::string id;                ///< "A1", "A2" …
    std::string row_id;            ///< the hidden id of our own export; empty in a foreign file
    std::string text;
    int section = 0;               ///< for an action without gap
    std::vector<std::string> gaps; ///< ids of the gaps that share it, in order
    Due due;
    std::string due_text;
    std::vector<std::string> responsible; ///< names as written, split at « et », « , », « / », « ; »
    std::string status;            ///< Status name when the file has such a column
    std::string status_note;
    std::string priority;          ///< "normal", "high", or empty
    std::optional<int> progress;   ///< percent
    Text place;
};

struct ImportWarning {
    Text place; ///< « feuille Plan, cellule C12 »
    Text message;
    std::vector<std::string> deadlines_of = {}; ///< ids of the actions whose deadline it doubts; empty for other doubts
};

struct ImportedPlan {
    std::string title;
    std::optional<int> year; ///< when the title or file names one
    std::vector<ImportedSection> sections;
    std::vector<ImportedGap> gaps;
    std::vector<ImportedAction> actions;
    std::vector<ImportWarning> warnings;
};

/// What people corrected before: normalised words of a cell → what they meant. Given, and asked for, as values.
struct ImportMemory {
    std::map<std::string, std::string> headers;  ///< « mesures correctives » → "action"
    std::map<std::string, std::string> dues;     ///< « avant l'hivernage » → "month:2023-05"
    std::map<std::string, std::string> sections; ///< « coordination » → core function code
};

/// One function of the catalogue, with the titles it goes by.
struct FunctionTitles {
    std::string code;
    std::vector<std::string> titles;
};

/// Invalid, with what was found and what was expected, when no table of the file looks like a plan.
Result<ImportedPlan> read_plan(formats::ForeignFile const& file, int year, Date today, std::vector<FunctionTitles> const& catalogue,
    ImportMemory const& memory = {});

} // namespace toguna::actions
