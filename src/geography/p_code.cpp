#include "geography/p_code.hpp"

#include "base/search_text.hpp"

#include <algorithm>
#include <array>

namespace toguna::geography {

namespace {

constexpr std::size_t shortest = 3;
constexpr std::size_t longest = 20;

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

struct LevelLengths {
    std::string_view country;
    std::array<std::size_t, 3> digits; ///< that each level adds; 0: unknown
};

/// OCHA, lengths of global P-codes, for the countries that come with the program.
constexpr std::array level_lengths {
    LevelLengths { "BEN", { 2, 2, 0 } }, LevelLengths { "BFA", { 2, 2, 2 } }, LevelLengths { "CAF", { 2, 1, 1 } },
    LevelLengths { "CIV", { 2, 2, 2 } }, LevelLengths { "CMR", { 3, 3, 3 } }, LevelLengths { "COD", { 2, 2, 0 } },
    LevelLengths { "DZA", { 3, 3, 0 } }, LevelLengths { "GHA", { 2, 2, 0 } }, LevelLengths { "GIN", { 3, 3, 2 } },
    LevelLengths { "HTI", { 2, 2, 3 } }, LevelLengths { "LBY", { 2, 2, 0 } }, LevelLengths { "MLI", { 2, 2, 2 } },
    LevelLengths { "MRT", { 2, 1, 2 } }, LevelLengths { "NER", { 3, 3, 3 } }, LevelLengths { "NGA", { 3, 3, 3 } },
    LevelLengths { "SEN", { 2, 2, 2 } }, LevelLengths { "TCD", { 2, 2, 0 } }, LevelLengths { "TGO", { 2, 2, 2 } },
};

} // namespace

Result<PCode> PCode::parse(std::string_view text)
{
    auto const given = tidy(text);
    std::string code;
    for (char const letter : given)
        code += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    bool const is_code = code.size() >= shortest && code.size() <= longest && is_capital(code[0]) && is_capital(code[1])
        && std::all_of(code.begin(), code.end(), [](char letter) { return is_capital(letter) || is_digit(letter); })
        && std::any_of(code.begin(), code.end(), is_digit);
    if (!is_code)
        return fail(ErrorKind::Invalid, tr("“{code}” is no P-code. A P-code has the letters of its country, then digits, such as BF4903.", { { "code", given } }));
    return PCode(std::move(code));
}

std::string_view place_digits(PCode const& code, std::string_view iso2, CountryCode const& country)
{
    std::string_view const text = code.text();
    // The three letters first: MLI05 also starts with ML.
    for (std::string_view const prefix : { std::string_view(country.text()), iso2 })
        if (!prefix.empty() && text.starts_with(prefix))
            return text.substr(prefix.size());
    return {};
}

std::optional<PCode> with_other_prefix(PCode const& code, std::string_view iso2, CountryCode const& country)
{
    auto const digits = place_digits(code, iso2, country);
    if (digits.empty())
        return {};
    bool const long_form = code.text().size() - digits.size() == country.text().size();
    return PCode::trusted((long_form ? std::string(iso2) : country.text()) + std::string(digits));
}

std::optional<std::size_t> expected_place_length(CountryCode const& country, int level)
{
    if (level < 1 || level > 3)
        return {};
    for (auto const& lengths : level_lengths) {
        if (lengths.country != country.text())
            continue;
        std::size_t total = 0;
        for (int added = 1; added <= level; ++added) {
            auto const digits = lengths.digits.at(static_cast<std::size_t>(added - 1));
            if (digits == 0)
                return {};
            total += digits;
        }
        return total;
    }
    return {};
}

} // namespace toguna::geography
