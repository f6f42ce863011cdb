#pragma once
/// Tables across pages: the head is repeated, merged cells and cells taller than a page continue, no text is lost.

#include "formats/pdf_pages.hpp"

namespace toguna::formats::pdf {

/// Lays the table out from the current place; may begin pages.
void lay_out_table(Pages& pages, TextShaper const& shaper, DocumentTable const& table);

} // namespace toguna::formats::pdf
