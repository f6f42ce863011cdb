#pragma once
/// One table of a DOCX while its elements go by.

#include "formats/cell_text.hpp"
#include "formats/table_builder.hpp"
#include "formats/word_styles.hpp"
#include "formats/xml.hpp"

#include <vector>

namespace toguna::formats {

class WordTable {
public:
    WordTable(Table description, CellBudget& budget) : m_builder(std::move(description), budget) { }

    void set_style(WordStyle style) { m_style = std::move(style); }
    /// Rows, cells and their properties; false for an element that is none of these.
    bool open(XmlElement const& element);
    /// A row that a tracked change deleted.
    void drop_row() { m_row_dropped = true; }
    void add(CellParagraph paragraph) { m_paragraphs.push_back(std::move(paragraph)); }
    /// Whether the table's style makes the text of the open cell bold.
    bool is_bold_here() const;

    Result<void> end_cell();
    void end_row();
    Result<Table> finish();

private:
    enum class Merge { None, Start, Continued };
    static Merge merge_of(XmlElement const& element);
    void open_row();
    void open_cell();
    void merge_cell(int last_column);
    bool continues_merge_above(int last_column);

    TableBuilder m_builder;
    WordStyle m_style;
    bool m_first_row_look = true;
    bool m_first_column_look = true;

    int m_row = 0;
    int m_column = 0;
    bool m_row_dropped = false;
    bool m_row_hidden = false;
    bool m_row_header = false;

    int m_span = 1;
    Merge m_vertical = Merge::None;
    Merge m_horizontal = Merge::None;
    std::vector<CellParagraph> m_paragraphs;

    std::vector<MergedArea> m_merges;
    std::vector<int> m_open_merges; ///< by column: index of the merged cell that a « continue » below would extend, or -1
};

} // namespace toguna::formats
