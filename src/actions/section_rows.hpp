#pragma once
/// Which rows of a plan's table are titles of sections: what the table as a whole tells about its single rows.

#include "actions/column_recognition.hpp"
#include "actions/section_recognition.hpp"

namespace toguna::actions {

/// Points into what it was made from.
class SectionRows {
public:
    SectionRows(formats::Table const& table, RecognizedHeader const& header, KnownTitles const& titles);

    /// The column of the only text in the row; numbers of rows do not count, and a text repeated in every cell counts once.
    std::optional<int> lone_cell(int row) const;
    /// The order of evidence: merged or repeated across, a known title, words that announce one, looks that only titles have.
    bool is_evident(int row, int column) const;
    /// No row is evident, but the table begins with a lone text: lone texts are its titles.
    bool lone_rows_are_titles() const { return m_lone_rows_are_titles; }
    /// A cell of this column is merged over several rows: the file says by merging what is shared.
    bool merges_down(ColumnRole role) const;

private:
    bool repeats_across(int row) const;
    bool has_number_of_section(int row) const;
    bool looks_like_title(int row, int column) const;
    bool most_full_rows(int column, bool (*property)(formats::Cell const&)) const;

    formats::Table const& m_table;
    RecognizedHeader const& m_header;
    KnownTitles const& m_titles;
    bool m_lone_rows_are_titles = false;
};

/// A column without header to the left of the gaps that holds titles: known ones, or a few that are merged or written once
/// for several rows.
std::optional<int> unnamed_section_column(formats::Table const& table, RecognizedHeader const& header, KnownTitles const& titles);

} // namespace toguna::actions
