#pragma once
/// A template and what is known of a body become a document, and a list of what is missing (S0-1, S0-2).

#include "formats/document.hpp"
#include "terms/terms_template.hpp"

namespace toguna::terms {

/// What stands on each page beside the text. The words are translated.
struct Letterhead {
    std::string header = {};
    std::string footer = {};
    std::string page_word = "Page";
    std::string author = {};
    Instant created = {};
};

struct FilledTerms {
    formats::Document document;
    /// Empty places inside sentences: the document must wait for them, or is printed with dots on purpose.
    std::vector<Place const*> missing = {};
    /// Empty places on form lines, which are there to be filled by hand.
    std::vector<Place const*> by_hand = {};

    bool is_complete() const { return missing.empty(); }
};

/// Never leaves a bracket or a brace: a place without a value is printed as dots and named in `missing` or `by_hand`.
FilledTerms fill(TermsTemplate const& parsed, PlaceValues const& values, Letterhead const& letterhead);

} // namespace toguna::terms
