#pragma once
/// The styles of a DOCX, as far as they say what is bold, a list item, a heading or the title.

#include "formats/archive.hpp"

#include <map>
#include <optional>
#include <string>

namespace toguna::formats {

struct WordStyle {
    std::string based_on;
    std::optional<bool> bold = {};
    std::optional<bool> list = {};
    std::optional<bool> heading = {};
    std::optional<bool> title = {};
    std::optional<bool> bold_first_row = {}; ///< of table styles
    std::optional<bool> bold_first_column = {};
};

class WordStyles {
public:
    /// A style with what it inherits filled in; the default paragraph style for an empty id, nothing for an unknown one.
    WordStyle resolved(std::string_view id) const;

    std::map<std::string, WordStyle, std::less<>> by_id;
    std::string default_paragraph;
};

/// No styles when the part is missing.
Result<WordStyles> read_word_styles(Archive& archive, std::string_view part);

} // namespace toguna::formats
