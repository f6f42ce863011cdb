#pragma once
/// The parts of a DOCX that hold looks instead of words: styles, bullets and numbers.

#include <string>
#include <string_view>

namespace toguna::formats::docx {

/// Numbering definitions that the styles refer to; each numbered list has its own, so that it starts at 1.
constexpr int bullet_numbering = 1;
constexpr int table_bullet_numbering = 2;
constexpr int first_list_numbering = 3;
/// Boxes of forms; above any number of lists a document may have.
constexpr int empty_box_numbering = 100'001;
constexpr int ticked_box_numbering = 100'002;

/// "fr" becomes "fr-FR": Word wants a country with the language to choose its spelling dictionary.
std::string language_tag(std::string_view language);

/// word/styles.xml; `language` is as in Document.
std::string styles_xml(std::string_view language);

/// word/numbering.xml with as many numbered lists as the document has.
std::string numbering_xml(int numbered_lists);

} // namespace toguna::formats::docx
