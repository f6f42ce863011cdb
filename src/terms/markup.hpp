#pragma once
/// Filled text becomes a document: the part of Markdown that terms of reference need, and three marks for paper forms.
///
///   # title of the document     ## heading     ### smaller heading     > introduction
///   - item     1. item     - [x] ticked     - [ ] to be ticked     **strong**  *emphasis*
///   | a | b |   with |---| under the head: a table
///   Date : ....  31 mars         a form line: dots to the margin when nothing follows them
///   ___ Pour le PNUD | Nom | Date | Signature      boxes to sign; lines that follow each other stand side by side
///   ---                          a new page
///
/// Everything is text: no mark is ever an error. A backslash takes the meaning from the mark behind it.

#include "formats/document.hpp"

#include <string>
#include <string_view>

namespace toguna::terms {

/// What stands where a value is missing: printed as dots.
inline constexpr char missing_mark = '\x1E';
/// A line end inside a value.
inline constexpr char break_mark = '\x1F';

/// A value as it must be written so that no mark in it has a meaning.
std::string escaped_value(std::string_view value);

/// The same for a text of several lines that has a place of its own: its lines are paragraphs, and those that start with a dash a list.
std::string escaped_paragraphs(std::string_view value);

/// Adds title and blocks. French text gets its no-break spaces and its apostrophes.
void read_markup(std::string_view text, std::string_view language, formats::Document& document);

/// « word : » → « word : » with U+00A0, "'" → « ’ ».
std::string french_typography(std::string_view text);

} // namespace toguna::terms
