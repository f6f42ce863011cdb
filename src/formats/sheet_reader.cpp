/// XLSX (ECMA-376 Part 1, SpreadsheetML), streaming: only the table itself is held in memory.

#include "formats/cell_text.hpp"
#include "formats/readers.hpp"
#include "formats/table_builder.hpp"
#include "formats/workbook_parts.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace toguna::formats {

namespace {

constexpr int most_sheet_rows = 1'048'576;
constexpr int most_sheet_columns = 16'384;

struct CellReference {
    int row = 0;
    int column = 0;
};

/// "B12" → row 11, column 1; empty when it is no address of a sheet.
std::optional<CellReference> cell_reference(std::string_view text)
{
    CellReference reference;
    std::size_t at = 0;
    for (; at < text.size() && at < 3 && text[at] >= 'A' && text[at] <= 'Z'; ++at)
        reference.column = reference.column * 26 + (text[at] - 'A' + 1);
    auto const [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), reference.row);
    if (error != std::errc() || end != text.data() + text.size() || reference.row < 1 || reference.row > most_sheet_rows
        || reference.column < 1 || reference.column > most_sheet_columns)
        return {};
    return CellReference { reference.row - 1, reference.column - 1 };
}

std::optional<MergedArea> merged_area(std::string_view text)
{
    auto const colon = text.find(':');
    if (colon == std::string_view::npos)
        return {};
    auto const first = cell_reference(text.substr(0, colon));
    auto const last = cell_reference(text.substr(colon + 1));
    if (!first || !last)
        return {};
    return MergedArea { first->row, first->column, last->row, last->column };
}

/// What all sheets of a workbook share.
struct WorkbookData {
    std::vector<SharedString> strings;
    std::vector<CellStyle> styles;
    bool from_1904 = false;
};

class SheetHandler final : public XmlHandler {
public:
    SheetHandler(WorkbookData const& workbook, TableBuilder& builder) : m_workbook(workbook), m_builder(builder) { }

private:
    enum class Collecting { Nothing, Value, Formula, Inline };

    void open(XmlElement const& element) override
    {
        if (m_collecting == Collecting::Inline) {
            if (m_inline.open(element))
                skip();
        } else if (element.name == "c") {
            open_cell(element);
        } else if (element.name == "v") {
            m_collecting = Collecting::Value;
        } else if (element.name == "row") {
            open_row(element);
        } else if (element.name == "col") {
            if (element.attribute("hidden") && element.is_on("hidden"))
                m_builder.hide_columns(element.number("min", 1) - 1, element.number("max", 1) - 1);
        } else if (element.name == "is") {
            m_collecting = Collecting::Inline;
        } else if (element.name == "mergeCell") {
            if (auto const area = merged_area(element.attribute("ref").value_or("")))
                m_builder.merge(*area);
        } else if (element.name == "f") {
            m_collecting = Collecting::Formula;
            m_has_formula = true;
        } else if (element.name == "extLst" || element.name == "conditionalFormatting" || element.name == "dataValidations") {
            skip();
        }
    }

    void close(std::string_view name) override
    {
        if (m_collecting == Collecting::Inline && name != "is") {
            m_inline.close(name);
        } else if (name == "v" || name == "f" || name == "is") {
            m_collecting = Collecting::Nothing;
        } else if (name == "c") {
            require(close_cell());
        } else if (name == "row") {
            if (auto* const row = m_builder.row(m_row); row && m_row_hidden)
                row->hidden = true;
        }
    }

    void text(std::string_view characters) override
    {
        if (m_collecting == Collecting::Value)
            m_value += characters;
        else if (m_collecting == Collecting::Formula)
            m_formula += characters;
        else if (m_collecting == Collecting::Inline)
            m_inline.text(characters);
    }

    void open_row(XmlElement const& element)
    {
        int const number = element.number("r", m_row + 2);
        m_row = std::clamp(number, 1, most_sheet_rows) - 1;
        m_row_hidden = element.attribute("hidden") && element.is_on("hidden");
        m_column = -1;
    }

    void open_cell(XmlElement const& element)
    {
        m_column = std::min(m_column + 1, most_sheet_columns - 1);
        m_cell_row = std::max(m_row, 0);
        if (auto const reference = cell_reference(element.attribute("r").value_or(""))) {
            m_column = reference->column;
            m_cell_row = reference->row;
        }
        auto const style = element.number("s", 0);
        m_style = style >= 0 && style < int(m_workbook.styles.size()) ? m_workbook.styles[std::size_t(style)] : CellStyle {};
        m_type = element.attribute("t").value_or("n");
        m_value.clear();
        m_formula.clear();
        m_has_formula = false;
        m_inline.begin();
    }

    Result<void> close_cell()
    {
        auto cell = read_cell();
        if (cell.text.empty())
            return {};
        cell.formula = m_has_formula;
        return m_builder.put(m_cell_row, m_column, std::move(cell));
    }

    Cell read_cell()
    {
        Cell cell;
        if (m_type == "s") {
            cell = shared_string();
        } else if (m_type == "inlineStr") {
            cell = text_cell(without_escapes(m_inline.characters()));
            cell.bold = m_inline.is_bold(m_style.bold);
        } else {
            if (m_has_formula && m_type == "n" && m_value.empty())
                cell = text_cell("=" + m_formula); // never calculated: a formula in sight is better than an empty cell
            else if (m_type == "n")
                cell = number();
            else if (m_type == "b")
                cell.text = m_value == "1" ? "TRUE" : m_value.empty() ? "" : "FALSE";
            else if (m_type == "d")
                cell = iso_date();
            else // "str" and "e": a formula's text, an error such as #REF!
                cell = text_cell(without_escapes(m_value));
            cell.bold = m_style.bold && !cell.text.empty();
        }
        return cell;
    }

    Cell shared_string() const
    {
        std::size_t index = m_workbook.strings.size();
        std::from_chars(m_value.data(), m_value.data() + m_value.size(), index);
        if (index >= m_workbook.strings.size())
            return {};
        auto const& shared = m_workbook.strings[index];
        Cell cell = shared.cell;
        cell.bold = shared.runs.is_bold(m_style.bold);
        return cell;
    }

    Cell number() const
    {
        Cell cell;
        bool const short_whole_number = m_value.size() <= 15 && m_value.find_first_not_of("0123456789") == std::string::npos;
        if (m_value.empty() || (short_whole_number && m_style.format.kind == NumberKind::General)) {
            cell.text = m_value;
            return cell;
        }
        char* end = nullptr;
        auto const value = std::strtod(m_value.c_str(), &end);
        if (end != m_value.c_str() + m_value.size())
            return text_cell(m_value);
        auto printed = print_number(value, m_style.format, m_workbook.from_1904);
        cell.text = std::move(printed.text);
        cell.date = printed.date;
        return cell;
    }

    Cell iso_date() const
    {
        Cell cell = text_cell(m_value);
        cell.date = Date::from_iso(m_value.substr(0, 10));
        if (cell.date)
            cell.text = cell.date->to_iso();
        return cell;
    }

    WorkbookData const& m_workbook;
    TableBuilder& m_builder;
    Collecting m_collecting = Collecting::Nothing;
    int m_row = -1;
    int m_cell_row = 0;
    int m_column = -1;
    bool m_row_hidden = false;
    CellStyle m_style;
    std::string m_type;
    std::string m_value;
    std::string m_formula;
    bool m_has_formula = false;
    RichText m_inline;
};

Result<std::string> workbook_part(Archive& archive)
{
    auto const part = TRY(read_relationships(archive, "")).target_of_type("officeDocument");
    return archive.has(part) ? part : std::string("xl/workbook.xml");
}

} // namespace

Result<ForeignFile> read_xlsx(Archive& archive, ReadLimits const& limits)
{
    auto const part = TRY(workbook_part(archive));
    auto const outline = TRY(read_workbook_outline(archive, part));
    auto const relationships = TRY(read_relationships(archive, part));

    WorkbookData workbook;
    workbook.from_1904 = outline.from_1904;
    workbook.strings = TRY(read_shared_strings(archive, relationships.target_of_type("sharedStrings")));
    workbook.styles = TRY(read_cell_styles(archive, relationships.target_of_type("styles")));

    ForeignFile file;
    file.format = "xlsx";
    file.title = TRY(read_core_title(archive));
    CellBudget budget(limits);
    for (auto const& sheet : outline.sheets) {
        auto const sheet_part = relationships.target_of_id(sheet.relationship);
        if (sheet_part.empty() || !archive.has(sheet_part))
            continue;
        Table description;
        description.name = sheet.name;
        description.place = "feuille " + sheet.name;
        description.number = int(file.tables.size()) + 1;
        description.hidden = sheet.hidden;
        description.is_sheet = true;
        TableBuilder builder(std::move(description), budget);
        SheetHandler handler(workbook, builder);
        TRY(archive.parse(sheet_part, handler));
        file.tables.push_back(TRY(builder.finish()));
    }
    return file;
}

} // namespace toguna::formats
