#pragma once
/// The LIKE patterns of the words somebody searches.

#include "people/normalise.hpp"

#include <array>

namespace toguna::people {

/// « %sidibe% », « %kone% », « % »: three words are enough to find anybody; more would only slow the query. A search text
/// holds neither % nor _, so nothing is to be escaped.
inline std::array<std::string, 3> search_patterns(std::string_view looked_for)
{
    std::array<std::string, 3> patterns { "%", "%", "%" };
    auto const words = search_words(search_text(looked_for));
    for (std::size_t place = 0; place < patterns.size() && place < words.size(); ++place)
        patterns[place] = "%" + words[place] + "%";
    return patterns;
}

} // namespace toguna::people
