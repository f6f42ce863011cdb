#pragma once
/// The styles of an ODS or ODT, as far as they say what is bold or hidden.

#include "formats/xml.hpp"

#include <map>
#include <optional>
#include <string>

namespace toguna::formats {

class OpenDocumentStyles {
public:
    /// Sees every element inside <styles> and <automatic-styles>.
    void open(XmlElement const& element);

    /// Empty when the style and those it builds on say nothing.
    std::optional<bool> is_bold(std::string_view family, std::string_view name) const;
    bool is_hidden_table(std::string_view name) const;
    /// Whether a paragraph style is the document title, or builds on it.
    bool is_title(std::string_view name) const;

private:
    struct Style {
        std::string parent;
        std::optional<bool> bold = {};
        bool hidden = false;
    };
    Style const* find(std::string_view family, std::string_view name) const;

    std::map<std::string, Style, std::less<>> m_styles; ///< by "family/name"
    Style* m_current = nullptr;
};

} // namespace toguna::formats
