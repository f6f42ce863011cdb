#include "formats/word_styles.hpp"

#include "formats/xml.hpp"

namespace toguna::formats {

namespace {

constexpr int longest_inheritance = 20; // Word stops at 10; hostile files make circles

class WordStylesHandler final : public XmlHandler {
public:
    WordStyles styles;

private:
    enum class Condition { None, FirstRow, FirstColumn, Other };

    void open(XmlElement const& element) override
    {
        if (element.name == "style")
            open_style(element);
        else if (element.name == "docDefaults" || element.name == "latentStyles" || element.name == "rPrChange" || element.name == "pPrChange")
            skip();
        else if (m_style)
            open_property(element);
    }

    void close(std::string_view name) override
    {
        if (name == "style")
            m_style = nullptr;
        if (name == "tblStylePr")
            m_condition = Condition::None;
    }

    void text(std::string_view) override { }

    void open_style(XmlElement const& element)
    {
        std::string const id(element.attribute("styleId").value_or(""));
        m_style = &styles.by_id[id];
        m_condition = Condition::None;
        if (element.attribute("type") == "paragraph" && element.attribute("default") && element.is_on("default"))
            styles.default_paragraph = id;
    }

    void open_property(XmlElement const& element)
    {
        if (element.name == "basedOn") {
            m_style->based_on = element.attribute("val").value_or("");
        } else if (element.name == "name") {
            // Built-in names are English in the file, whatever the language of Word.
            auto const name = element.attribute("val").value_or("");
            if (name == "Title")
                m_style->title = true;
            else if (name.starts_with("heading "))
                m_style->heading = true;
        } else if (element.name == "outlineLvl") {
            m_style->heading = element.number("val", 9) < 9;
        } else if (element.name == "numId") {
            m_style->list = element.number("val", 0) != 0;
        } else if (element.name == "tblStylePr") {
            auto const type = element.attribute("type");
            m_condition = type == "firstRow" ? Condition::FirstRow : type == "firstCol" ? Condition::FirstColumn : Condition::Other;
        } else if (element.name == "b") {
            bold() = element.is_on();
        }
    }

    std::optional<bool>& bold()
    {
        switch (m_condition) {
        case Condition::FirstRow: return m_style->bold_first_row;
        case Condition::FirstColumn: return m_style->bold_first_column;
        case Condition::Other: return m_ignored;
        case Condition::None: break;
        }
        return m_style->bold;
    }

    WordStyle* m_style = nullptr;
    Condition m_condition = Condition::None;
    std::optional<bool> m_ignored;
};

void inherit(std::optional<bool>& value, std::optional<bool> inherited)
{
    if (!value)
        value = inherited;
}

} // namespace

WordStyle WordStyles::resolved(std::string_view id) const
{
    auto found = by_id.find(id.empty() ? std::string_view(default_paragraph) : id);
    if (found == by_id.end())
        return {};
    WordStyle style = found->second;
    for (int step = 0; step < longest_inheritance; ++step) {
        found = by_id.find(found->second.based_on);
        if (found == by_id.end())
            break;
        auto const& parent = found->second;
        inherit(style.bold, parent.bold);
        inherit(style.list, parent.list);
        inherit(style.heading, parent.heading);
        inherit(style.title, parent.title);
        inherit(style.bold_first_row, parent.bold_first_row);
        inherit(style.bold_first_column, parent.bold_first_column);
    }
    return style;
}

Result<WordStyles> read_word_styles(Archive& archive, std::string_view part)
{
    WordStylesHandler handler;
    TRY(archive.parse_if_present(part, handler));
    return std::move(handler.styles);
}

} // namespace toguna::formats
