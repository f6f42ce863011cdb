#pragma once
/// Text as people search it: without accents, case, punctuation or order of words.

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace toguna {

/// « L’ONU-Femmes (Côte d’Ivoire) » → "l onu femmes cote d ivoire"; dots vanish: « O.M.S. » → "oms". Letters without
/// accents to lose (ɛ, ɔ, ŋ, ø, ł) become their nearest Latin letters. Bytes that are no UTF-8 count as spaces.
std::string search_text(std::string_view text);

/// The words of a search text.
std::vector<std::string> search_words(std::string_view search_text);

/// Every word of what is looked for occurs in what is searched, in any order: « sidibe kone » finds « KONE Sanaba SIDIBE ».
bool matches(std::string_view searched_text, std::string_view looked_for);

/// The LIKE patterns of the words somebody searches: « %sidibe% », « %kone% », « % ». Three words are enough to find anything;
/// more would only slow the query. A search text holds neither % nor _, so nothing is to be escaped.
std::array<std::string, 3> search_patterns(std::string_view looked_for);

/// Trimmed, and every run of spaces, tabs and line breaks — U+00A0 and U+202F too — is one space.
std::string tidy(std::string_view text);

/// The number of characters people see, for limits: UTF-8 continuation bytes do not count.
std::size_t length_of(std::string_view text);

} // namespace toguna
