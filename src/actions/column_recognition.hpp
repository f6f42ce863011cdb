#pragma once
/// Which column of a foreign table means what: by its header, by what people taught before, or by what stands below.

#include "actions/plan_import.hpp"

#include <optional>

namespace toguna::actions {

enum class ColumnRole { Gaps, Actions, Deadline, Owners, State, Share, Urgency, Comment, Number, Sections, RowId, Ignored };

/// The header of a table: where it ends, and what its columns mean.
struct RecognizedHeader {
    int first_row = 0;
    int last_row = 0; ///< the same, or the second line of a header of two
    std::vector<ColumnRole> roles; ///< one per column; Ignored where nothing is meant for a plan
    bool guessed = false;          ///< there was no header: the columns were told apart by their content
    int strength = 0;              ///< how sure the names were, all columns together

    std::optional<int> column_of(ColumnRole role) const;
    bool has(ColumnRole role) const { return column_of(role).has_value(); }
};

/// What one header cell means and how sure that is: 3 for a name nobody else means, 1 for a word with other meanings
/// (« recommandations »). Empty when it says nothing we know.
struct HeaderMeaning {
    ColumnRole role;
    int strength;
};
std::optional<HeaderMeaning> meaning_of_header(std::string_view text, ImportMemory const& memory);

/// "gap", "action", "due" …: the words of `ImportMemory::headers`.
std::string_view name_of(ColumnRole role);
std::optional<ColumnRole> column_role_from(std::string_view name);

/// The header within the first rows of the table; empty when the table does not look like a plan.
std::optional<RecognizedHeader> find_header(formats::Table const& table, ImportMemory const& memory);

/// Where no header names anything: a column of deadlines to the right of one or two columns of sentences.
std::optional<RecognizedHeader> guess_header(formats::Table const& table, int year, Date today);

/// The row repeats the words of the header, as on the next page of a long table. A gap called « Gap 3 » is no header.
bool repeats_header(formats::Table const& table, int row, RecognizedHeader const& header);

/// The text at a place, through the origin of a merged cell.
formats::Cell const& cell_through_merge(formats::Table const& table, int row, int column);

} // namespace toguna::actions
