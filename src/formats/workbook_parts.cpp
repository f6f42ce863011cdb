#include "formats/workbook_parts.hpp"

#include "formats/cell_text.hpp"

#include <charconv>
#include <map>

namespace toguna::formats {

namespace {

class WorkbookHandler final : public XmlHandler {
public:
    WorkbookOutline outline;

private:
    void open(XmlElement const& element) override
    {
        if (element.name == "workbookPr")
            outline.from_1904 = element.attribute("date1904") && element.is_on("date1904");
        if (element.name == "sheet")
            outline.sheets.push_back({ tidy_text(element.attribute("name").value_or("")), std::string(element.attribute("id").value_or("")),
                element.attribute("state").value_or("visible") != "visible" });
    }
    void close(std::string_view) override { }
    void text(std::string_view) override { }
};

class SharedStringsHandler final : public XmlHandler {
public:
    std::vector<SharedString> strings;

private:
    void open(XmlElement const& element) override
    {
        if (element.name == "si")
            m_text.begin();
        else if (m_text.open(element))
            skip();
    }
    void close(std::string_view name) override
    {
        m_text.close(name);
        if (name != "si")
            return;
        SharedString shared { text_cell(without_escapes(m_text.characters())), {} };
        m_text.drop_characters();
        shared.runs = m_text;
        strings.push_back(std::move(shared));
    }
    void text(std::string_view characters) override { m_text.text(characters); }

    RichText m_text;
};

class StylesHandler final : public XmlHandler {
public:
    std::vector<CellStyle> styles;

private:
    void open(XmlElement const& element) override
    {
        if (element.name == "numFmt") {
            m_formats[element.number("numFmtId", 0)] = number_format_of_code(element.attribute("formatCode").value_or(""));
        } else if (element.name == "fonts" || element.name == "cellXfs") {
            m_list = element.name == "fonts" ? List::Fonts : List::CellFormats;
        } else if (element.name == "dxfs" || element.name == "cellStyleXfs") {
            skip();
        } else if (m_list == List::Fonts && element.name == "font") {
            m_bold_fonts.push_back(false);
        } else if (m_list == List::Fonts && element.name == "b" && !m_bold_fonts.empty()) {
            m_bold_fonts.back() = element.is_on();
        } else if (m_list == List::CellFormats && element.name == "xf") {
            add_style(element.number("numFmtId", 0), element.number("fontId", 0));
        }
    }
    void close(std::string_view name) override
    {
        if (name == "fonts" || name == "cellXfs")
            m_list = List::None;
    }
    void text(std::string_view) override { }

    void add_style(int format, int font)
    {
        auto const own = m_formats.find(format);
        styles.push_back({ own == m_formats.end() ? built_in_number_format(format) : own->second,
            font >= 0 && font < int(m_bold_fonts.size()) && m_bold_fonts[std::size_t(font)] });
    }

    enum class List { None, Fonts, CellFormats } m_list = List::None;
    std::map<int, NumberFormat> m_formats;
    std::vector<bool> m_bold_fonts;
};

} // namespace

bool RichText::open(XmlElement const& element)
{
    if (element.name == "rPh")
        return true;
    if (element.name == "r")
        m_weight = Weight::Inherited;
    else if (element.name == "rPr")
        m_weight = Weight::Regular;
    else if (element.name == "b")
        m_weight = element.is_on() ? Weight::Bold : Weight::Regular;
    else if (element.name == "t")
        m_in_text = true;
    return false;
}

void RichText::close(std::string_view name)
{
    if (name == "t")
        m_in_text = false;
    if (name == "r")
        m_weight = Weight::Inherited;
}

void RichText::text(std::string_view characters)
{
    if (!m_in_text)
        return;
    m_text += characters;
    if (characters.find_first_not_of(" \t\r\n") == std::string_view::npos)
        return;
    m_visible = true;
    m_regular |= m_weight == Weight::Regular;
    m_inherited |= m_weight == Weight::Inherited;
}

std::string without_escapes(std::string_view text)
{
    std::string result;
    while (true) {
        auto const start = text.find("_x");
        if (start == std::string_view::npos)
            return result.append(text);
        result += text.substr(0, start);
        text.remove_prefix(start);
        unsigned code = 0;
        bool const complete = text.size() >= 7 && text[6] == '_'
            && std::from_chars(text.data() + 2, text.data() + 6, code, 16).ptr == text.data() + 6;
        if (complete && code < 0x80) {
            result += static_cast<char>(code);
            text.remove_prefix(7);
        } else {
            result += "_x";
            text.remove_prefix(2);
        }
    }
}

Result<WorkbookOutline> read_workbook_outline(Archive& archive, std::string_view part)
{
    WorkbookHandler handler;
    TRY(archive.parse(part, handler));
    return std::move(handler.outline);
}

Result<std::vector<SharedString>> read_shared_strings(Archive& archive, std::string_view part)
{
    SharedStringsHandler handler;
    TRY(archive.parse_if_present(part, handler));
    return std::move(handler.strings);
}

Result<std::vector<CellStyle>> read_cell_styles(Archive& archive, std::string_view part)
{
    StylesHandler handler;
    TRY(archive.parse_if_present(part, handler));
    return std::move(handler.styles);
}

} // namespace toguna::formats
