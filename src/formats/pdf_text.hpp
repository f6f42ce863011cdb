#pragma once
/// Shaped text for the PDF writer: lines that can be placed one by one, so that a paragraph may cross a page.
/// All lengths are in points (1/72 inch).

#include "formats/document.hpp"

#include <pango/pango.h>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace toguna::formats::pdf {

template<class Object>
using GObjectPointer = std::shared_ptr<Object>;

struct TextStyle {
    double size = 9.5;
    std::uint32_t ink = 0x1A1F24;
    bool bold = false;
    DocumentCell::Align align = DocumentCell::Align::Start;
    double line_spacing = 1.12; ///< of the font's own line height
};

struct TextLine {
    GObjectPointer<PangoLayout> layout; ///< owns `line`
    PangoLayoutLine* line = nullptr;
    double x = 0;        ///< from the left edge of the width it was shaped for: alignment, right-to-left text
    double baseline = 0; ///< from the top of the line
    double height = 0;
    std::uint32_t ink = 0;
};

/// Shapes in DejaVu Sans, falling back on other installed fonts for scripts that it lacks.
class TextShaper {
public:
    explicit TextShaper(std::string_view language);

    /// At least one line, which is empty for an empty text. A word longer than `width` is cut.
    std::vector<TextLine> shape(Inline const& runs, TextStyle const& style, double width) const;

    /// One line, ended by « … » where it does not fit.
    TextLine shape_line(std::string_view text, TextStyle const& style, double width) const;

private:
    GObjectPointer<PangoLayout> layout(Inline const& runs, TextStyle const& style, double width) const;

    GObjectPointer<PangoFontMap> m_font_map;
    GObjectPointer<PangoContext> m_context;
};

} // namespace toguna::formats::pdf
