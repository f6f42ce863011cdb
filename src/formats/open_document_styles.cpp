#include "formats/open_document_styles.hpp"

#include <charconv>

namespace toguna::formats {

namespace {

constexpr int longest_chain = 20;

std::string style_key(std::string_view family, std::string_view name) { return std::string(family).append("/").append(name); }

bool is_bold_weight(std::string_view weight)
{
    int number = 0;
    std::from_chars(weight.data(), weight.data() + weight.size(), number);
    return weight == "bold" || number >= 600;
}

} // namespace

void OpenDocumentStyles::open(XmlElement const& element)
{
    if (element.name == "style") {
        m_current = &m_styles[style_key(element.attribute("family").value_or(""), element.attribute("name").value_or(""))];
        m_current->parent = element.attribute("parent-style-name").value_or("");
    } else if (element.name == "default-style" || element.name == "list-style" || element.name == "page-layout") {
        m_current = nullptr;
    } else if (m_current && element.name == "text-properties") {
        if (auto const weight = element.attribute("font-weight"))
            m_current->bold = is_bold_weight(*weight);
    } else if (m_current && element.name == "table-properties") {
        m_current->hidden = element.attribute("display") == "false";
    }
}

OpenDocumentStyles::Style const* OpenDocumentStyles::find(std::string_view family, std::string_view name) const
{
    auto const found = m_styles.find(style_key(family, name));
    return found == m_styles.end() ? nullptr : &found->second;
}

std::optional<bool> OpenDocumentStyles::is_bold(std::string_view family, std::string_view name) const
{
    if (name.empty())
        return {};
    auto const* style = find(family, name);
    for (int step = 0; style && step < longest_chain; ++step) {
        if (style->bold)
            return style->bold;
        style = style->parent.empty() ? nullptr : find(family, style->parent);
    }
    return {};
}

bool OpenDocumentStyles::is_hidden_table(std::string_view name) const
{
    auto const* style = find("table", name);
    return style && style->hidden;
}

bool OpenDocumentStyles::is_title(std::string_view name) const
{
    for (int step = 0; step < longest_chain && !name.empty(); ++step) {
        if (name == "Title")
            return true;
        auto const* style = find("paragraph", name);
        if (!style)
            return false;
        name = style->parent;
    }
    return false;
}

} // namespace toguna::formats
