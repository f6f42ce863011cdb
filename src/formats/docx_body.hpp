#pragma once
/// The words of a DOCX: word/document.xml and what stands on each page.

#include "formats/document.hpp"

#include <string>

namespace toguna::formats::docx {

struct Body {
    std::string document_xml;
    int numbered_lists = 0; ///< each needs its own numbering, so that it starts at 1
};

/// Refers to the header as rId1 and to the footer as rId2.
Body body(Document const& document);

/// word/header1.xml: `header_left`, small.
std::string header_xml(Document const& document);

/// word/footer1.xml: `footer_left`, and « Page n / N » as fields on the right.
std::string footer_xml(Document const& document);

} // namespace toguna::formats::docx
