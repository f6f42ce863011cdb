#pragma once
/// Codes of administrative areas, as OCHA's common operational datasets give them: "BF4903".

#include "geography/ids.hpp"

#include "base/result.hpp"

namespace toguna::geography {

/// Capitals and digits, 3 to 20 of them, starting with the letters of a country (COD-AB specification 0.1). A code means an
/// area only within one edition of a country's boundaries: Niger's NE004007 was Mayahi, and is the town of Maradi since 2023.
class PCode {
public:
    /// In any case, with white space around; Invalid for anything else.
    static Result<PCode> parse(std::string_view text);
    /// For values that were checked before: rows of our own database.
    static PCode trusted(std::string text) { return PCode(std::move(text)); }

    std::string const& text() const { return m_text; }
    auto operator<=>(PCode const&) const = default;

private:
    explicit PCode(std::string text) : m_text(std::move(text)) { }
    std::string m_text;
};

/// The same place under the other prefix of its country: Chad's TD19 is also written TCD19. Empty when the code starts with
/// neither of the two.
std::optional<PCode> with_other_prefix(PCode const& code, std::string_view iso2, CountryCode const& country);

/// What follows the country's letters: "19" of TD19 and of TCD19; empty when it starts with neither of the two.
std::string_view place_digits(PCode const& code, std::string_view iso2, CountryCode const& country);

/// Characters after the country's letters that a code of a level has (1–3), where OCHA's table of lengths says so; empty for
/// other countries and levels.
std::optional<std::size_t> expected_place_length(CountryCode const& country, int level);

} // namespace toguna::geography
