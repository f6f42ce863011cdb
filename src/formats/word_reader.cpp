/// DOCX (ECMA-376 Part 1, WordprocessingML): tables as the reader of the document sees them, tracked changes accepted.

#include "formats/office_package.hpp"
#include "formats/readers.hpp"
#include "formats/surroundings.hpp"
#include "formats/word_styles.hpp"
#include "formats/word_table.hpp"
#include "formats/xml.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <iterator>

namespace toguna::formats {

namespace {

/// What is not read: deleted and moved text, former properties, drawings and their text boxes, field codes, the
/// second version of what older programs cannot show.
constexpr std::array<std::string_view, 18> unread_elements { "del", "moveFrom", "drawing", "pict", "object", "Fallback", "sdtPr", "sectPr",
    "instrText", "delInstrText", "delText", "rt", "pPrChange", "rPrChange", "tblPrChange", "trPrChange", "tcPrChange", "txbxContent" };

class DocumentHandler final : public XmlHandler {
public:
    DocumentHandler(WordStyles const& styles, CellBudget& budget) : m_styles(styles), m_budget(budget) { }

    std::vector<Table> tables;
    Surroundings surroundings;

private:
    void open(XmlElement const& element) override
    {
        if (m_properties == Properties::Row && element.name == "del")
            innermost().drop_row();
        if (std::ranges::find(unread_elements, element.name) != unread_elements.end())
            skip();
        else if (m_properties == Properties::Paragraph)
            open_paragraph_property(element);
        else if (m_properties == Properties::Run)
            open_run_property(element);
        else if (!open_table_element(element))
            open_text_element(element);
    }

    void close(std::string_view name) override
    {
        if (name == "t")
            m_in_text = false;
        else if (name == "pPr" || name == "rPr" || name == "trPr")
            m_properties = Properties::None;
        else if (name == "p")
            close_paragraph();
        else if (name == "tbl")
            close_table();
        else if (in_read_table() && name == "tr")
            innermost().end_row();
        else if (in_read_table() && name == "tc")
            require(innermost().end_cell());
    }

    void text(std::string_view characters) override
    {
        if (!m_in_text || m_run_hidden)
            return;
        m_paragraph.text += characters;
        if (characters.find_first_not_of(" \t\r\n\xC2\xA0") == std::string_view::npos)
            return;
        m_paragraph.visible = true;
        bool const bold = m_run_bold.value_or(m_style.bold.value_or(in_read_table() && innermost().is_bold_here()));
        m_paragraph.regular |= !bold;
    }

    void open_paragraph_property(XmlElement const& element)
    {
        if (element.name == "pStyle")
            m_style = m_styles.resolved(element.attribute("val").value_or(""));
        else if (element.name == "numId")
            m_style.list = element.number("val", 0) != 0;
        else if (element.name == "outlineLvl")
            m_style.heading = element.number("val", 9) < 9;
        else if (element.name == "rPr") // of the paragraph mark, not of its text
            skip();
    }

    void open_run_property(XmlElement const& element)
    {
        if (element.name == "b")
            m_run_bold = element.is_on();
        else if (element.name == "rStyle" && !m_run_bold)
            m_run_bold = m_styles.resolved(element.attribute("val").value_or("")).bold;
        else if (element.name == "vanish")
            m_run_hidden = element.is_on();
    }

    /// Tables nested deeper than a layout explains only give their paragraphs to the cell they stand in.
    bool in_read_table() const { return m_table_depth > 0 && m_table_depth <= deepest_read_table; }
    WordTable& innermost() { return m_open_tables.back(); }

    bool open_table_element(XmlElement const& element)
    {
        if (element.name == "tbl") {
            if (++m_table_depth <= deepest_read_table)
                m_open_tables.emplace_back(m_table_depth == 1 ? surroundings.describe_table() : Table {}, m_budget);
            return true;
        }
        if (!in_read_table())
            return false;
        if (element.name == "tblStyle") {
            innermost().set_style(m_styles.resolved(element.attribute("val").value_or("")));
        } else if (element.name == "trPr") {
            m_properties = Properties::Row;
        } else {
            return innermost().open(element);
        }
        return true;
    }

    void open_text_element(XmlElement const& element)
    {
        if (element.name == "t") {
            m_in_text = true;
        } else if (element.name == "r") {
            m_run_bold.reset();
            m_run_hidden = false;
        } else if (element.name == "rPr") {
            m_properties = Properties::Run;
        } else if (element.name == "p") {
            m_paragraph = {};
            m_style = m_styles.resolved("");
        } else if (element.name == "pPr") {
            m_properties = Properties::Paragraph;
        } else if (element.name == "br" || element.name == "cr") {
            m_paragraph.text += '\n';
        } else if (element.name == "tab" || element.name == "ptab") {
            m_paragraph.text += ' ';
        } else if (element.name == "noBreakHyphen") {
            m_paragraph.text += '-';
        }
    }

    void close_paragraph()
    {
        bool const heading = m_style.heading.value_or(false);
        m_paragraph.list = m_style.list.value_or(false) && !heading;
        if (m_table_depth > 0) {
            for (auto& table : m_open_tables)
                table.add(m_paragraph);
        } else {
            auto const role = m_style.title.value_or(false) ? ParagraphRole::Title : heading ? ParagraphRole::Heading : ParagraphRole::Normal;
            surroundings.add(text_cell(m_paragraph.text).text, role);
        }
        m_paragraph = {};
    }

    void close_table()
    {
        if (m_table_depth-- > deepest_read_table)
            return;
        auto table = innermost().finish();
        m_open_tables.pop_back();
        if (!table)
            refuse(std::move(table).error());
        else if (m_table_depth > 0)
            m_nested.push_back(std::move(*table));
        else
            keep_table(std::move(*table));
    }

    /// A table of a few cells around another one only arranges the page: the inner one is meant. In a real table, a nested
    /// one is part of its cell.
    void keep_table(Table table)
    {
        std::ptrdiff_t filled = 0;
        for (auto const& row : table.rows)
            filled += std::ranges::count_if(row.cells, [](auto const& cell) { return !cell.text.empty(); });
        std::erase_if(m_nested, [](auto const& nested) { return nested.rows.size() < 2 || nested.rows.front().cells.size() < 2; });
        if (filled > most_cells_of_layout || m_nested.empty()) {
            tables.push_back(std::move(table));
        } else {
            for (auto& nested : m_nested) {
                nested.name = table.name;
                nested.place = table.place;
                nested.number = table.number;
                nested.text_before = table.text_before;
            }
            std::ranges::move(m_nested, std::back_inserter(tables));
        }
        m_nested.clear();
    }

    enum class Properties { None, Paragraph, Run, Row };

    WordStyles const& m_styles;
    CellBudget& m_budget;
    static constexpr int deepest_read_table = 2;
    static constexpr std::ptrdiff_t most_cells_of_layout = 4;
    std::deque<WordTable> m_open_tables; ///< outermost first
    int m_table_depth = 0;
    std::vector<Table> m_nested; ///< in the open outermost table
    Properties m_properties = Properties::None;
    WordStyle m_style;
    CellParagraph m_paragraph;
    std::optional<bool> m_run_bold;
    bool m_run_hidden = false;
    bool m_in_text = false;
};

} // namespace

Result<ForeignFile> read_docx(Archive& archive, ReadLimits const& limits)
{
    auto part = TRY(read_relationships(archive, "")).target_of_type("officeDocument");
    if (!archive.has(part))
        part = "word/document.xml";
    auto const relationships = TRY(read_relationships(archive, part));
    auto const styles = TRY(read_word_styles(archive, relationships.target_of_type("styles")));

    CellBudget budget(limits);
    DocumentHandler handler(styles, budget);
    TRY(archive.parse(part, handler));

    ForeignFile file;
    file.format = "docx";
    file.title = TRY(read_core_title(archive));
    file.tables = std::move(handler.tables);
    std::move(handler.surroundings).give_to(file);
    return file;
}

} // namespace toguna::formats
