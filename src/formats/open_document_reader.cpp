/// ODS and ODT (OpenDocument 1.2), streaming. Repeated empty cells and rows, written by the million, are only counted.

#include "formats/cell_text.hpp"
#include "formats/number_format.hpp"
#include "formats/open_document_styles.hpp"
#include "formats/readers.hpp"
#include "formats/surroundings.hpp"
#include "formats/table_builder.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace toguna::formats {

namespace {

constexpr int most_columns = 16'384;
constexpr int most_rows = 1'048'576;

/// Comments, drawings, notes, deleted text, pronunciation, forms: not the text of the table.
constexpr std::array<std::string_view, 17> passed_over { "annotation", "frame", "custom-shape", "g", "note", "tracked-changes", "ruby-text",
    "shapes", "forms", "table-source", "scenario", "detective", "content-validations", "rect", "line", "control", "table-of-content" };

struct PendingCell {
    Cell cell;
    int column = 0;
    int repeated = 1;
    int last_column = 0; ///< of the merged area
    int rows_spanned = 1;
};

/// Value attributes of the open cell.
struct CellValue {
    std::string type;
    std::string value;
};

CellValue value_of(XmlElement const& element)
{
    CellValue result { std::string(element.attribute("value-type").value_or("")), {} };
    for (auto const name : { "date-value", "time-value", "boolean-value", "string-value", "value" })
        if (auto const value = element.attribute(name)) {
            result.value = *value;
            break;
        }
    return result;
}

/// "PT10H30M00S" → "10:30"; empty when it is no duration.
std::string clock_of_duration(std::string_view duration)
{
    int hours = 0;
    int minutes = 0;
    if (std::sscanf(std::string(duration).c_str(), "PT%dH%dM", &hours, &minutes) != 2 || hours < 0 || minutes < 0 || minutes > 59)
        return {};
    return std::string(hours < 10 ? "0" : "") + std::to_string(hours) + (minutes < 10 ? ":0" : ":") + std::to_string(minutes);
}

/// Prints the value as the XLSX reader does, whatever the language in which the cell shows it.
void print_value(Cell& cell, CellValue const& value)
{
    if (value.type == "date") {
        cell.date = Date::from_iso(value.value.substr(0, 10));
        auto const time = value.value.size() >= 16 && value.value.substr(11, 5) != "00:00" ? " " + value.value.substr(11, 5) : std::string();
        if (cell.date)
            cell.text = cell.date->to_iso() + time;
    } else if (value.type == "time") {
        if (auto text = clock_of_duration(value.value); !text.empty())
            cell.text = std::move(text);
    } else if (value.type == "boolean") {
        cell.text = value.value == "true" ? "TRUE" : "FALSE";
    } else if (value.type == "float" || value.type == "percentage" || value.type == "currency") {
        char* end = nullptr;
        auto const number = std::strtod(value.value.c_str(), &end);
        if (!value.value.empty() && *end == '\0')
            cell.text = print_number(number, value.type == "percentage" ? NumberFormat { NumberKind::Percent, 2 } : NumberFormat {}).text;
    } else if (cell.text.empty() && !value.value.empty()) {
        cell = text_cell(value.value);
    }
}

class ContentHandler final : public XmlHandler {
public:
    ContentHandler(OpenDocumentStyles& styles, CellBudget& budget, bool is_sheet) : m_styles(styles), m_budget(budget), m_is_sheet(is_sheet) { }

    std::vector<Table> tables;
    Surroundings surroundings;

private:
    void open(XmlElement const& element) override
    {
        if (!m_in_body)
            open_outside_body(element);
        else if (std::ranges::find(passed_over, element.name) != passed_over.end())
            skip();
        else if (m_in_paragraph > 0)
            open_in_paragraph(element);
        else if (element.name == "p" || element.name == "h")
            open_paragraph(element);
        else if (element.name == "list")
            ++m_list_depth;
        else
            open_table_element(element);
    }

    void close(std::string_view name) override
    {
        if (!m_in_body)
            return;
        if (m_in_paragraph > 0 && name == "span" && !m_span_bold.empty())
            m_span_bold.pop_back();
        else if (m_in_paragraph > 0 && (name == "p" || name == "h"))
            close_paragraph();
        else if (name == "list")
            --m_list_depth;
        else if (name == "table")
            close_table();
        else if (m_table_depth == 1 && name == "table-header-rows")
            m_header_rows = false;
        else if (m_table_depth == 1 && name == "table-row")
            require(close_row());
        else if (m_table_depth == 1 && (name == "table-cell" || name == "covered-table-cell"))
            close_cell();
    }

    void text(std::string_view characters) override
    {
        if (m_in_paragraph == 0)
            return;
        m_paragraph.text += characters;
        if (characters.find_first_not_of(" \t\r\n") == std::string_view::npos)
            return;
        m_paragraph.visible = true;
        bool const bold = m_span_bold.empty() || !m_span_bold.back() ? m_paragraph_bold.value_or(m_cell_bold) : *m_span_bold.back();
        m_paragraph.regular |= !bold;
    }

    void open_outside_body(XmlElement const& element)
    {
        if (element.name == "body")
            m_in_body = true;
        else
            m_styles.open(element);
    }

    void open_paragraph(XmlElement const& element)
    {
        auto const style = element.attribute("style-name").value_or("");
        m_in_paragraph = 1;
        m_paragraph = {};
        m_span_bold.clear();
        m_paragraph_bold = m_styles.is_bold("paragraph", style);
        m_role = m_styles.is_title(style) ? ParagraphRole::Title : element.name == "h" ? ParagraphRole::Heading : ParagraphRole::Normal;
    }

    void open_in_paragraph(XmlElement const& element)
    {
        if (element.name == "span") {
            auto bold = m_styles.is_bold("text", element.attribute("style-name").value_or(""));
            m_span_bold.push_back(bold || m_span_bold.empty() ? bold : m_span_bold.back());
        } else if (element.name == "s" || element.name == "tab") {
            m_paragraph.text += ' ';
        } else if (element.name == "line-break") {
            m_paragraph.text += '\n';
        } else if (element.name == "p" || element.name == "h") {
            ++m_in_paragraph;
        }
    }

    void close_paragraph()
    {
        if (--m_in_paragraph > 0)
            return;
        m_paragraph.list = m_list_depth > 0;
        if (m_table_depth > 0 && m_in_cell)
            m_paragraphs.push_back(std::move(m_paragraph));
        else if (!m_is_sheet)
            surroundings.add(text_cell(m_paragraph.text).text, m_role);
        m_paragraph = {};
    }

    void open_table_element(XmlElement const& element)
    {
        if (element.name == "table") {
            if (++m_table_depth == 1)
                open_table(element);
        } else if (m_table_depth != 1) {
            return;
        } else if (element.name == "table-header-rows") {
            m_header_rows = true;
        } else if (element.name == "table-column") {
            int const repeated = std::clamp(element.number("number-columns-repeated", 1), 1, most_columns);
            if (element.attribute("visibility").value_or("visible") != "visible")
                m_builder->hide_columns(m_described_columns, m_described_columns + repeated - 1);
            m_described_columns = std::min(m_described_columns + repeated, most_columns);
        } else if (element.name == "table-row") {
            m_column = 0;
            m_row_repeated = std::clamp(element.number("number-rows-repeated", 1), 1, most_rows);
            m_row_hidden = element.attribute("visibility").value_or("visible") != "visible";
            m_row_cells.clear();
        } else if (element.name == "table-cell" || element.name == "covered-table-cell") {
            open_cell(element);
        }
    }

    void open_table(XmlElement const& element)
    {
        Table description = surroundings.describe_table();
        if (m_is_sheet) {
            description.name = tidy_text(element.attribute("name").value_or(""));
            description.place = "feuille " + description.name;
            description.hidden = m_styles.is_hidden_table(element.attribute("style-name").value_or(""));
            description.is_sheet = true;
        }
        m_builder.emplace(std::move(description), m_budget);
        m_row = 0;
        m_described_columns = 0;
        m_header_rows = false;
        m_in_cell = false;
    }

    void open_cell(XmlElement const& element)
    {
        m_in_cell = true;
        m_paragraphs.clear();
        m_cell_bold = m_styles.is_bold("table-cell", element.attribute("style-name").value_or("")).value_or(false);
        m_value = value_of(element);
        m_pending = {};
        m_has_formula = element.attribute("formula").has_value();
        m_pending.column = m_column;
        m_pending.repeated = std::clamp(element.number("number-columns-repeated", 1), 1, std::max(most_columns - m_column, 1));
        m_pending.last_column = m_column + std::clamp(element.number("number-columns-spanned", 1), 1, most_columns) - 1;
        m_pending.rows_spanned = std::clamp(element.number("number-rows-spanned", 1), 1, most_rows);
        m_covered = element.name == "covered-table-cell";
    }

    void close_cell()
    {
        m_in_cell = false;
        m_column = std::min(m_column + m_pending.repeated, most_columns);
        if (m_covered)
            return;
        m_pending.cell = cell_of_paragraphs(m_paragraphs);
        bool const bold = m_paragraphs.empty() ? m_cell_bold : m_pending.cell.bold;
        print_value(m_pending.cell, m_value);
        m_pending.cell.bold = bold && !m_pending.cell.text.empty();
        m_pending.cell.formula = m_has_formula;
        bool const merged = m_pending.rows_spanned > 1 || m_pending.last_column > m_pending.column;
        if (m_pending.column < most_columns && (merged || !m_pending.cell.text.empty()))
            m_row_cells.push_back(std::move(m_pending));
    }

    Result<void> close_row()
    {
        bool const visible = !m_is_sheet || std::ranges::any_of(m_row_cells, [](auto const& pending) { return !pending.cell.text.empty(); });
        for (int repetition = 0; visible && repetition < m_row_repeated; ++repetition)
            TRY(put_row(m_row + repetition));
        m_row = std::min(m_row + m_row_repeated, most_rows);
        return {};
    }

    Result<void> put_row(int row)
    {
        for (auto const& pending : m_row_cells) {
            for (int copy = 0; copy < pending.repeated && !pending.cell.text.empty(); ++copy)
                TRY(m_builder->put(row, pending.column + copy, pending.cell));
            if (pending.rows_spanned > 1 || pending.last_column > pending.column)
                m_builder->merge({ row, pending.column, row + pending.rows_spanned - 1, pending.last_column });
        }
        // In a text document an empty cell is still a place of the table.
        TRY(m_builder->extend(row, m_is_sheet ? 0 : m_column));
        if (auto* const placed = m_builder->row(row)) {
            placed->hidden = m_row_hidden;
            placed->is_header = m_header_rows;
        }
        return {};
    }

    void close_table()
    {
        if (--m_table_depth > 0)
            return;
        auto table = m_builder->finish();
        if (table)
            tables.push_back(std::move(*table));
        else
            refuse(std::move(table).error());
    }

    OpenDocumentStyles& m_styles;
    CellBudget& m_budget;
    bool const m_is_sheet;
    bool m_in_body = false;

    std::optional<TableBuilder> m_builder;
    int m_table_depth = 0;
    int m_row = 0;
    int m_described_columns = 0;
    int m_row_repeated = 1;
    int m_column = 0;
    bool m_row_hidden = false;
    bool m_header_rows = false;
    std::vector<PendingCell> m_row_cells;

    PendingCell m_pending;
    CellValue m_value;
    bool m_has_formula = false;
    bool m_in_cell = false;
    bool m_covered = false;
    bool m_cell_bold = false;
    std::vector<CellParagraph> m_paragraphs;

    int m_in_paragraph = 0;
    int m_list_depth = 0;
    CellParagraph m_paragraph;
    std::optional<bool> m_paragraph_bold;
    std::vector<std::optional<bool>> m_span_bold;
    ParagraphRole m_role = ParagraphRole::Normal;
};

class CommonStylesHandler final : public XmlHandler {
public:
    explicit CommonStylesHandler(OpenDocumentStyles& styles) : m_styles(styles) { }

private:
    void open(XmlElement const& element) override { m_styles.open(element); }
    void close(std::string_view) override { }
    void text(std::string_view) override { }
    OpenDocumentStyles& m_styles;
};

} // namespace

Result<ForeignFile> read_open_document(Archive& archive, ReadLimits const& limits)
{
    bool const is_sheet = TRY(archive.read("mimetype")).find("spreadsheet") != std::string::npos;
    OpenDocumentStyles styles;
    CommonStylesHandler common(styles);
    TRY(archive.parse_if_present("styles.xml", common));

    CellBudget budget(limits);
    ContentHandler handler(styles, budget, is_sheet);
    TRY(archive.parse("content.xml", handler));

    ForeignFile file;
    file.format = is_sheet ? "ods" : "odt";
    file.tables = std::move(handler.tables);
    std::move(handler.surroundings).give_to(file);
    return file;
}

} // namespace toguna::formats
