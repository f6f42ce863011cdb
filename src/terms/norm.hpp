#pragma once
/// The reference library: what terms of reference cite, each edition a thing of its own (S0-22).

#include "base/id.hpp"
#include "base/result.hpp"
#include "terms/terms_facts.hpp"

#include <string>
#include <string_view>

namespace toguna::terms {

using NormId = Id<struct NormTag>;

struct Norm {
    NormId id;
    std::string title_fr;
    std::string title_en;
    std::string issuer;     ///< « IASC »
    YearMonth edition;      ///< when this edition came out
    bool revised = false;   ///< it replaces an earlier edition
    std::string link = {};  ///< https address, or empty

    std::string const& title(std::string_view language) const { return language == "fr" ? title_fr : title_en; }
};

/// Trims. Without an English title, the French one serves. Invalid, field by field: no title, no issuer, too long, a link that
/// is no web address.
Result<Norm> checked(Norm norm);

/// « Module de référence …, IASC, révisé en juillet 2015 » in the language of `words`.
CitedNorm cited(Norm const& norm, web::Localization const& words);
std::string citation(Norm const& norm, web::Localization const& words);
/// The same of what was cited before: without what is empty.
std::string citation(CitedNorm const& cited);

/// « juillet 2015 », "July 2015", "7/2015", "2015-07", and days of that month. Empty when it is none of these.
std::optional<YearMonth> read_month(std::string_view typed, web::Localization const& words);

} // namespace toguna::terms
