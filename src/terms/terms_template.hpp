#pragma once
/// The template language: Markdown for headings, lists and tables; Mustache for what is filled in.
///
///   {{ agence chef de file }}  {{ de l’agence chef de file }}      a place; French articles come out right
///   {{#if zone}} … {{else}} … {{/if}}                              only when the place is filled (or {{#si}} … {{sinon}} … {{/si}})
///   {{#each engagements}} … {{/each}}                              once for each item (or {{#chaque}} … {{/chaque}})
///   {{! a remark for those who edit }}
///
/// A tag alone on its line leaves no line behind. Reading a template never needs data; filling it is in fill.hpp.

#include "base/result.hpp"
#include "terms/place.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace toguna::terms {

struct TemplatePart {
    enum class Kind { Words, Place, Condition, Repetition };

    Kind kind = Kind::Words;
    std::string text = {};                    ///< Words: Markdown as it was written
    PlaceUse use = {};                        ///< the place, or the one that is asked about, or the list
    std::vector<TemplatePart> parts = {};     ///< of a condition that holds, of an item
    std::vector<TemplatePart> otherwise = {}; ///< of a condition that does not hold
};

struct TermsTemplate {
    std::string language = "fr";
    std::vector<TemplatePart> parts = {};
};

/// Longer texts are no terms of reference.
inline constexpr std::size_t longest_template = 60'000;

/// Invalid on the field `source`, with the line: a place nobody knows, a block that is not closed, an item outside its list, a
/// bracket or brace that would be printed.
Result<TermsTemplate> parse_template(std::string_view source, std::string_view language);

/// The places that the template may ask for, each once, in the order of their first use; items of lists are left out.
std::vector<Place const*> places_of(TermsTemplate const& parsed);

} // namespace toguna::terms
