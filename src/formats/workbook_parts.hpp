#pragma once
/// The parts of an XLSX beside its sheets: list of sheets, shared strings, styles.

#include "formats/number_format.hpp"
#include "formats/office_package.hpp"
#include "formats/xml.hpp"

#include <string>
#include <vector>

namespace toguna::formats {

struct SheetEntry {
    std::string name;
    std::string relationship;
    bool hidden = false;
};

struct WorkbookOutline {
    std::vector<SheetEntry> sheets;
    bool from_1904 = false;
};

struct CellStyle {
    NumberFormat format;
    bool bold = false;
};

/// Text made of runs (<si>, <is>): the runs are concatenated, phonetic guides left out.
class RichText {
public:
    void begin() { *this = {}; }
    /// Whether the element's content must be skipped (phonetic guides).
    bool open(XmlElement const& element);
    void close(std::string_view name);
    void text(std::string_view characters);

    std::string const& characters() const { return m_text; }
    void drop_characters() { m_text = {}; }
    /// All visible runs are bold; those that say nothing follow the cell.
    bool is_bold(bool cell_is_bold) const { return m_visible && !m_regular && (!m_inherited || cell_is_bold); }

private:
    enum class Weight { Inherited, Regular, Bold };
    std::string m_text;
    Weight m_weight = Weight::Inherited;
    bool m_in_text = false;
    bool m_visible = false;
    bool m_regular = false;
    bool m_inherited = false;
};

struct SharedString {
    Cell cell;      ///< text and is_list
    RichText runs;  ///< for the boldness; its characters are given up
};

Result<WorkbookOutline> read_workbook_outline(Archive& archive, std::string_view part);
Result<std::vector<SharedString>> read_shared_strings(Archive& archive, std::string_view part);
/// By the index of a cell's style.
Result<std::vector<CellStyle>> read_cell_styles(Archive& archive, std::string_view part);

/// Excel writes control characters as _x000D_.
std::string without_escapes(std::string_view text);

} // namespace toguna::formats
