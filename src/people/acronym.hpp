#pragma once
/// Acronyms of the field, explained where they are first read (S4-62).

#include "base/html.hpp"
#include "base/result.hpp"
#include "geography/ids.hpp"
#include "people/ids.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace toguna::people {

struct Acronym {
    AcronymId id;
    std::optional<geography::CountryCode> country = {}; ///< nothing: the same everywhere
    std::string text;           ///< « PTF »
    std::string french = {};    ///< « partenaires techniques et financiers »
    std::string english = {};   ///< « technical and financial partners »
    std::int64_t version = 1;

    /// In that language, or in the other when nobody wrote it.
    std::string const& meaning(std::string_view language) const;
};

/// Trims. Invalid, field by field: no acronym, one of more than 20 characters or with a space, no meaning in either language,
/// one of more than 200 characters.
Result<Acronym> checked(Acronym acronym);

/// The text, escaped, with the first occurrence of each acronym as <abbr title>. Only whole words count, in the case they are
/// kept in: « cos » is no COS, « COSEC » neither. Of two meanings, the one of `country` wins over the one of everywhere; those
/// of other countries are left out.
SafeHtml expand_acronyms(std::string_view text, std::span<Acronym const> acronyms, std::string_view language, std::optional<geography::CountryCode> const& country = {});

} // namespace toguna::people
